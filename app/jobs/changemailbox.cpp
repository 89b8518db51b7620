// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/changemailbox.h"

#include <QMutexLocker>

#include <algorithm>
#include <utility>

namespace inflight {

void ChangeMailbox::put(ChangeBatch batch)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (m_full) {
            if (m_places.isEmpty()) {
                for (qsizetype i = 0; i < m_batch.jobs.size(); ++i)
                    m_places.insert(m_batch.jobs.at(i).id, i);
            }
            m_batch.accepted.append(batch.accepted);
            for (JobView &job : batch.jobs) {
                const auto place = m_places.constFind(job.id);
                if (place != m_places.constEnd()) {
                    m_batch.jobs[*place] = std::move(job);
                } else {
                    m_places.insert(job.id, m_batch.jobs.size());
                    m_batch.jobs.append(std::move(job));
                }
            }
            for (const OriginStatus &origin : std::as_const(batch.origins)) {
                m_batch.origins.removeIf([&](const OriginStatus &old) { return old.index == origin.index; });
                m_batch.origins.append(origin);
            }
            m_batch.totals = batch.totals;
            return;
        }
        m_batch = std::move(batch);
        m_full = true;
    }
    m_wake();
}

std::optional<ChangeBatch> ChangeMailbox::take()
{
    const QMutexLocker lock(&m_mutex);
    if (!std::exchange(m_full, false))
        return std::nullopt;
    m_places.clear();
    return std::exchange(m_batch, {});
}

} // namespace inflight
