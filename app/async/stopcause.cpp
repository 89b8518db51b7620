// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/stopcause.h"

namespace inflight {

StopCause::StopCause(std::stop_token parent)
    : m_fromParent(std::move(parent), [this] { cancel(); })
{}

void StopCause::cancel()
{
    m_source.request_stop();
}

void StopCause::fail(Fault why)
{
    if (m_source.stop_requested())
        return;
    m_fault = std::move(why);
    m_source.request_stop();
}

} // namespace inflight
