// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;

namespace inflight {

/// Cells as people paste them into a spreadsheet: a line a row, tabs between `columns`, as they are shown
/// (secrets as dots). Tabs and line breaks inside a cell become spaces.
QString rowsAsTsv(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns);

} // namespace inflight
