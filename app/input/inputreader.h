// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/formatreader.h"
#include "input/inputformat.h"
#include "input/intake.h"
#include "input/table/tableshape.h"

#include <QString>

#include <memory>
#include <optional>

namespace inflight {

/// How an input is to be read.
struct ReadingOptions
{
    std::optional<InputFormat> format; ///< nothing: recognised by content
    QString column;                    ///< of a table, by name or number; empty: found
    bool expand = true;                ///< ranges and lists in URLs become the URLs they stand for
};

/// Reads requests in any format, fed piece by piece. What is found goes to the sink as it is found: of lists,
/// tables, prose and JSON Lines with the pieces, of other formats at the end. Takes time and memory in
/// proportion to the input. One thread at a time.
class InputReader
{
    Q_DISABLE_COPY_MOVE(InputReader)

public:
    /// `sink` must outlive this.
    InputReader(ReadingOptions options, RequestSink &sink);
    ~InputReader();

    void feed(QStringView piece);
    /// Does not wait for more to recognise the format by, but for the first line of what may be JSON: whether
    /// a document follows or a line each is seen there.
    void recogniseNow();
    /// There is no more.
    void finish();

    /// Of what is recognised; before finish() a HAR may still be JSON.
    [[nodiscard]] InputFormat format() const { return m_format; }
    /// Of a table.
    [[nodiscard]] const TableShape &table() const { return m_table; }
    /// Lines with ranges or lists, and how many URLs these stand for, whether they are expanded or not.
    [[nodiscard]] int globs() const { return m_intake.globs(); }
    [[nodiscard]] quint64 globUrls() const { return m_intake.globUrls(); }

private:
    void readAs(InputFormat recognised);
    [[nodiscard]] std::unique_ptr<FormatReader> makeReader();
    [[nodiscard]] std::unique_ptr<FormatReader> makeTableReader();

    ReadingOptions m_options;
    Intake m_intake;
    QString m_beginning; ///< until the format is known
    InputFormat m_format = InputFormat::List;
    TableShape m_table;
    std::unique_ptr<FormatReader> m_reader;
};

} // namespace inflight
