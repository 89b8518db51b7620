// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace inflight {

/// What results are written as.
enum class OutputFormat : quint8 {
    JsonLines, ///< one JSON object a job (contract, section 3)
};

/// One place that results go to.
struct OutputTarget
{
    QString path; ///< a file, a device or pipe, or "-" for stdout
    OutputFormat format = OutputFormat::JsonLines;
};

} // namespace inflight
