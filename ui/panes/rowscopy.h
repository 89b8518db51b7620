// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QList>
#include <QString>

class QAbstractItemModel;

namespace inflight {

class JobTable;

/// Cells as people paste them into a spreadsheet: a line a row, tabs between `columns`, as they are shown
/// (secrets as dots). Tabs and line breaks inside a cell become spaces.
QString rowsAsTsv(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns);

/// The same as CSV (RFC 4180) with a header; formulas are made text.
QString rowsAsCsv(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns);
/// The same as a table of Markdown.
QString rowsAsMarkdown(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns);
/// `jobs` as a JSON list of objects with the usual columns of tables (jobs/recordcolumns.h), without secrets.
/// Of a job that has not ended: id, URL and state.
QString jobsAsJson(const JobTable &table, const QList<JobId> &jobs);

} // namespace inflight
