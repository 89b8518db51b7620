// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/heldjobs.h"

#include "jobs/engine.h"

#include <chrono>
#include <utility>

namespace inflight {

using namespace std::chrono_literals;

HeldJobs::HeldJobs(RecordSink *sink, Release onRelease)
    : m_sink(sink)
    , m_release(std::move(onRelease))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(1s);
    connect(&m_patience, &QTimer::timeout, this, [this] { release(m_end); });
}

void HeldJobs::hold(JobId end)
{
    m_end = end;
    const auto kept = [this, end] {
        QMetaObject::invokeMethod(
            this, [this, end] { release(end); }, Qt::QueuedConnection);
    };
    if (!m_sink || !m_sink->whenKept(kept))
        release(end);
    else if (!m_patience.isActive())
        m_patience.start();
}

void HeldJobs::release(JobId end)
{
    if (end <= m_first)
        return; // patience was at an end before
    const JobId first = std::exchange(m_first, end);
    if (m_first == m_end)
        m_patience.stop();
    m_release(first, end);
}

} // namespace inflight
