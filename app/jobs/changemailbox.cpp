// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/changemailbox.h"

#include <QMutexLocker>

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
    if (!std::exchange(m_full, false))
        return std::nullopt;
    m_places.clear();
    m_originPlaces.clear();
    return std::exchange(m_batch, {});
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
