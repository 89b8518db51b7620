// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/publisher.h"

#include <algorithm>

namespace inflight {

namespace {

constexpr std::chrono::milliseconds interval{34};

} // namespace

Publisher::Publisher(std::shared_ptr<ChangeMailbox> mailbox, Fill fill)
    : m_mailbox(std::move(mailbox))
    , m_fill(std::move(fill))
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { flush(); });
}

void Publisher::jobChanged(JobId id)
{
    if (id >= m_isChanged.size())
        m_isChanged.resize(std::max<std::size_t>(id + 1, m_isChanged.size() * 2));
    if (!m_isChanged[id]) {
        m_isChanged[id] = true;
        m_changed.push_back(id);
    }
    changed();
}

void Publisher::accepted(AcceptedJobs jobs)
{
    m_accepted.append(std::move(jobs));
    changed();
}

void Publisher::changed()
{
    if (!m_timer.isActive())
        m_timer.start(interval);
}

void Publisher::allEnded()
{
    m_timer.start(std::chrono::milliseconds(0));
}

void Publisher::flush()
{
    m_timer.stop();
    std::vector<JobId> jobs;
    jobs.swap(m_changed);
    for (const JobId id : jobs)
        m_isChanged[id] = false;
    ChangeBatch batch;
    batch.accepted = std::exchange(m_accepted, {});
    m_fill(batch, jobs);
    m_mailbox->put(std::move(batch));
}

} // namespace inflight
