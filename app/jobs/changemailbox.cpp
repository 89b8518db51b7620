// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/changemailbox.h"

#include <QMutexLocker>

#include <algorithm>
#include <utility>

namespace inflight {

namespace {

/// Puts `newer` in the place of those entries of `list` that have the same key, or at its end.
template <typename Entry, typename Key>
void mergeInto(QList<Entry> &list, QHash<Key, qsizetype> &places, QList<Entry> newer, Key Entry::*key)
{
    if (places.isEmpty()) {
        for (qsizetype i = 0; i < list.size(); ++i)
            places.insert(list.at(i).*key, i);
    }
    for (Entry &entry : newer) {
        const auto place = places.constFind(entry.*key);
        if (place != places.constEnd()) {
            list[*place] = std::move(entry);
        } else {
            places.insert(entry.*key, list.size());
            list.append(std::move(entry));
        }
    }
}

} // namespace

void ChangeMailbox::put(ChangeBatch batch)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (m_full) {
            merge(std::move(batch));
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
    if (!m_full)
        return std::nullopt;
    ChangeBatch taken;
    taken.accepted = takeAccepted();
    if (m_listsGiven < m_batch.accepted.size()) {
        taken.totals = m_totals;
        return taken;
    }
    m_full = false;
    m_listsGiven = 0;
    m_places.clear();
    m_originPlaces.clear();
    m_batch.accepted = std::exchange(taken.accepted, {});
    m_totals = m_batch.totals;
    return std::exchange(m_batch, {});
}

bool ChangeMailbox::isFull()
{
    const QMutexLocker lock(&m_mutex);
    return m_full;
}

/// The next ones, as many as are given at once.
QList<AcceptedJobs> ChangeMailbox::takeAccepted()
{
    QList<AcceptedJobs> taken;
    qsizetype room = mostAccepted;
    while (room > 0 && m_listsGiven < m_batch.accepted.size()) {
        const AcceptedJobs &list = m_batch.accepted.at(m_listsGiven);
        const qsizetype count = std::min(room, list.inputs.size() - m_jobsGiven);
        if (count == list.inputs.size())
            taken.append(list);
        else
            taken.append({static_cast<JobId>(list.first + m_jobsGiven),
                          list.inputs.sliced(m_jobsGiven, count), list.origins.sliced(m_jobsGiven, count)});
        room -= count;
        m_jobsGiven += count;
        if (m_jobsGiven == list.inputs.size()) {
            ++m_listsGiven;
            m_jobsGiven = 0;
        }
    }
    return taken;
}

void ChangeMailbox::merge(ChangeBatch batch)
{
    m_batch.accepted.append(batch.accepted);
    mergeInto(m_batch.jobs, m_places, std::move(batch.jobs), &JobView::id);
    mergeInto(m_batch.origins, m_originPlaces, std::move(batch.origins), &OriginStatus::index);
    m_batch.totals = batch.totals;
    m_batch.stages = std::move(batch.stages);
}

} // namespace inflight
