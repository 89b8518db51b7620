// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <stop_token>
#include <vector>

namespace inflight {

/// Where the rows of a text begin: those of its lines, long lines cut into several. Only every 64th row is
/// noted, so that the index stays a small part of any text. A value.
class TextIndex
{
public:
    static constexpr qint64 stride = 64;
    static constexpr qsizetype mostRowBytes = 1000;

    /// A row as it stands in the text; its line break is left out.
    struct Row
    {
        qint64 begin = 0;
        qint64 end = 0;
        qint64 next = 0;    ///< where the following row begins
        qint64 line = 0;    ///< counting from 0
        bool starts = true; ///< it begins its line
        bool endsLine = true;
    };

    /// Reads `text` once; incomplete when stopped.
    [[nodiscard]] static TextIndex build(QByteArrayView text, const std::stop_token &stop);

    [[nodiscard]] qint64 rowCount() const { return m_rows; }
    [[nodiscard]] qint64 lineCount() const { return m_lines; }
    /// `row` of the text that the index was built of.
    [[nodiscard]] Row at(QByteArrayView text, qint64 row) const;
    /// The row after `row`, which is not the last.
    [[nodiscard]] static Row after(QByteArrayView text, const Row &row);

private:
    struct Mark
    {
        qint64 offset = 0;
        qint64 line = 0;
        bool starts = true;
    };

    [[nodiscard]] static Row rowFrom(QByteArrayView text, const Mark &mark);

    std::vector<Mark> m_marks; ///< of row 0, 64, 128 and on
    qint64 m_rows = 0;
    qint64 m_lines = 0;
};

} // namespace inflight
