// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace inflight {

class JobModel;

/// One word of the filter that holds for a job.
struct JobWord
{
    QString label; ///< translated: "status 404"
    QString word;  ///< "status-code:404"
};

/// What a job can be filtered by: that of the cell in `column` (JobModel::Column) first, if there is one. Not
/// empty. UI thread.
QList<JobWord> jobWords(const JobModel &jobs, int row, int column);

/// The word of the filter for a state: "is:failed".
QString stateFilterWord(int state);

} // namespace inflight
