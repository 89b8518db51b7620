// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace inflight {

/// Where the rows of a CSV text (RFC 4180) begin, every 64th of them; blank lines are no rows. A value.
class CsvIndex
{
public:
    static constexpr qint64 stride = 64;
    static constexpr qint64 mostRows = 1'000'000;
    static constexpr qsizetype mostColumns = 500;

    /// Reads `text` once, as far as `mostRows`; incomplete when stopped. The separator is whichever of comma,
    /// semicolon, tab and bar the first line has most of.
    [[nodiscard]] static CsvIndex build(QByteArrayView text, const std::stop_token &stop);

    /// The first one, with the names of the columns as a rule, included.
    [[nodiscard]] qint64 rowCount() const { return m_rows; }
    /// Of the widest of the first rows.
    [[nodiscard]] qsizetype columnCount() const { return m_columns; }
    /// Whether there are more rows than are counted.
    [[nodiscard]] bool isCut() const { return m_isCut; }
    /// The fields of a row of the text that the index was built of.
    [[nodiscard]] QStringList row(QByteArrayView text, qint64 row) const;

private:
    [[nodiscard]] QStringList fields(QByteArrayView text, qint64 at) const;

    std::vector<qint64> m_marks; ///< offsets of row 0, 64, 128 and on
    qint64 m_rows = 0;
    qsizetype m_columns = 0;
    char m_separator = ',';
    bool m_isCut = false;
};

} // namespace inflight
