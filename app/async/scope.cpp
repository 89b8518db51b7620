// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/scope.h"

namespace inflight {

Scope::~Scope()
{
    Q_ASSERT_X(m_active == 0, "Scope", "destroyed before its tasks ended");
}

QCoro::Task<> Scope::join()
{
    if (m_active == 0)
        co_return;
    OneShot emptied(m_executor);
    m_emptied = &emptied;
    co_await emptied;
}

void Scope::finished()
{
    --m_active;
    if (m_active == 0 && m_emptied)
        std::exchange(m_emptied, nullptr)->set();
}

} // namespace inflight
