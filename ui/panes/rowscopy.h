// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <functional>

class QAbstractItemModel;

namespace inflight {

class JobTable;

/// Rows as text of one format, to be made a few at a time: the head, each row with `between` before all but
/// the first, the tail. UI thread; what it was made from must live as long.
struct RowsText
{
    QString head;
    std::function<QString(int row)> row;
    QString between = {};
    QString tail = {};
};

/// Cells as people paste them into a spreadsheet: a line a row, tabs between `columns`, as they are shown
/// (secrets as dots). Tabs and line breaks inside a cell become spaces.
RowsText rowsAsTsv(const QAbstractItemModel &model, const QList<int> &columns);
/// The same as CSV (RFC 4180) with a header; formulas are made text.
RowsText rowsAsCsv(const QAbstractItemModel &model, const QList<int> &columns);
/// The same as a table of Markdown.
RowsText rowsAsMarkdown(const QAbstractItemModel &model, const QList<int> &columns);
/// A JSON list of objects, one a line, with the usual columns of tables (jobs/recordcolumns.h), without
/// secrets. Of a job that has not ended: id, URL and state. Rows are those of the table.
RowsText jobsAsJson(const JobTable &table);

} // namespace inflight
