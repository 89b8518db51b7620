// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/rowsort.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace inflight {

namespace {

/// Places of the keys in order. Keys are compared where they lie beside each other in memory.
template <typename Key>
QList<int> sortedBy(const QList<int> &rows, const QList<Key> &keys, Qt::SortOrder order)
{
    struct Entry
    {
        const Key *key;
        int row;
    };
    std::vector<Entry> entries;
    entries.reserve(static_cast<std::size_t>(rows.size()));
    for (qsizetype i = 0; i < rows.size(); ++i)
        entries.push_back({&keys.at(i), rows.at(i)});

    const auto less = [order](const Entry &a, const Entry &b) {
        if (*a.key != *b.key)
            return order == Qt::AscendingOrder ? *a.key < *b.key : *b.key < *a.key;
        return a.row < b.row;
    };
    std::sort(entries.begin(), entries.end(), less);

    QList<int> sorted;
    sorted.reserve(rows.size());
    for (const Entry &entry : entries)
        sorted.append(entry.row);
    return sorted;
}

} // namespace

QList<int> sortedRows(const SortTask &task)
{
    Q_ASSERT(task.rows.size() == task.numbers.size() || task.rows.size() == task.texts.size());
    return task.texts.isEmpty() ? sortedBy(task.rows, task.numbers, task.order)
                                : sortedBy(task.rows, task.texts, task.order);
}

} // namespace inflight
