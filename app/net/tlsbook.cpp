// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/tlsbook.h"

#include <QMutexLocker>

#include <utility>

namespace inflight {

void TlsBook::note(const Origin &origin, TlsFacts facts)
{
    const QMutexLocker lock(&m_mutex);
    m_facts.insert(origin, new TlsFacts(std::move(facts)));
}

std::optional<TlsFacts> TlsBook::find(const Origin &origin) const
{
    const QMutexLocker lock(&m_mutex);
    const TlsFacts *const facts = m_facts.object(origin);
    return facts ? std::optional(*facts) : std::nullopt;
}

} // namespace inflight
