// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/inputreader.h"

#include <QList>
#include <QStringList>

#include <stop_token>

namespace inflight {

/// All that one input gives.
struct InputReport
{
    InputFormat format = InputFormat::List;
    TableShape table;             ///< of a table
    QList<FoundRequest> requests; ///< in order; duplicates are among them
    QList<bool> repeated;         ///< of `requests`: it is the same as one before
    QList<RejectedLine> rejected;
    QList<NotedLine> notes;
    qsizetype duplicates = 0; ///< how many of `repeated` are set
    int globs = 0;            ///< lines with ranges or lists
    quint64 globUrls = 0;     ///< the URLs these stand for
};

/// Reads `text` at once. A pure function, safe on any thread; once `stop` is requested it gives what it has.
InputReport readInput(QStringView text, const ReadingOptions &options, const std::stop_token &stop = {});

} // namespace inflight
