// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

#include "async/outcome.h"
#include "pipeline/stage.h"

namespace inflight {

/// The shape of a table in text (RFC 4180; blank lines are no rows, a header is one).
struct CsvSummary
{
    qint64 rows = 0;
    qint64 columns = 0;       ///< of the first row
    qint64 ragged = 0;        ///< rows with another number of columns
    qint64 firstRagged = 0;   ///< the first of them, from 1
    qint64 raggedColumns = 0; ///< and how many columns it has
    bool openQuote = false;   ///< the text ends inside a quoted field

    /// For a person: "CSV, 41 rows × 7 columns", and what is odd about them.
    [[nodiscard]] QString text() const;
};

/// Counts the rows and columns of `text`. The separator is whichever of comma, semicolon and tab the first
/// line has most of. Never a fault: odd tables are described. Polls stop, reports progress in bytes.
[[nodiscard]] Outcome<CsvSummary> summariseCsv(QByteArrayView text, const StageContext &context);

/// The separator that the first row of `text` suggests: a comma, a semicolon, a tabulator or a bar.
[[nodiscard]] char csvSeparator(QByteArrayView text);

} // namespace inflight
