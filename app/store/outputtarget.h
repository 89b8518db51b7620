// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/outputformat.h"

#include <QString>
#include <QStringList>

namespace inflight {

/// One place that results go to.
struct OutputTarget
{
    QString path; ///< a file, a device or pipe, "-" for stdout, or a folder
    OutputFormat format = OutputFormat::JsonLines;
    QStringList columns = {}; ///< of CSV, by name (jobs/recordcolumns.h); empty: the usual ones
};

} // namespace inflight
