// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace inflight {

/// `text` as one word of a POSIX shell's command line; plain words stay as they are.
QString shellQuoted(const QString &text);

/// What a command is to repeat.
struct CommandParts
{
    QString pipeline; ///< built-in name or path of a file; empty: `json` is written into the command
    QByteArray json;  ///< PipelineDescription::toJson()
    QString saveDir;  ///< empty: not given
    RunTotals totals; ///< its limits; those that a run begins with are not written
    /// As on the command line: the other settings of the run. What is told by the parts above is passed over.
    QStringList flags = {};
};

/// The command line, for bash where the pipeline is written into it (process substitution), else for any
/// POSIX shell: "inflight -p images -j 16".
QString pipelineCommand(const CommandParts &parts);

} // namespace inflight
