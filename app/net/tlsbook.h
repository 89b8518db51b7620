// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/origin.h"
#include "net/tlsfacts.h"

#include <QCache>
#include <QMutex>

#include <optional>

namespace inflight {

/// What the newest handshake with each origin found, of the origins that were noted or looked for last. Safe
/// on any thread.
class TlsBook
{
public:
    /// So that 100,000 origins do not fill the memory: a chain takes some 10 KB.
    static constexpr qsizetype mostOrigins = 1000;

    void note(const Origin &origin, TlsFacts facts);
    [[nodiscard]] std::optional<TlsFacts> find(const Origin &origin) const;

private:
    mutable QMutex m_mutex;
    mutable QCache<Origin, TlsFacts> m_facts{mostOrigins};
};

} // namespace inflight
