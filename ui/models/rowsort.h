// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace inflight {

/// A snapshot of what rows are sorted by, so that a thread of the pool can sort while the table goes on.
struct SortTask
{
    QList<int> rows;       ///< ascending
    QList<qint64> numbers; ///< one for each of `rows`; empty when sorted by text
    QList<QString> texts;  ///< one for each of `rows`; empty when sorted by number
    Qt::SortOrder order = Qt::AscendingOrder;
};

/// The rows of `task` in order; rows with equal keys stay in ascending row order either way, so that sorting
/// again never makes them change places. A pure function, safe on any thread.
QList<int> sortedRows(const SortTask &task);

} // namespace inflight
