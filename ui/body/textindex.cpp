// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/textindex.h"

#include <algorithm>
#include <cstring>

namespace inflight {

namespace {

/// Where a row that is too long is cut: not inside a character.
qint64 cutBefore(QByteArrayView text, qint64 begin, qint64 cut)
{
    const auto isInside = [&text](qint64 at) { return (static_cast<uchar>(text[at]) & 0xc0) == 0x80; };
    const qint64 least = std::max(begin + 1, cut - 3);
    qint64 at = cut;
    while (at > least && isInside(at))
        --at;
    return isInside(at) ? cut : at;
}

} // namespace

TextIndex::Row TextIndex::rowFrom(QByteArrayView text, const Mark &mark)
{
    Row row{mark.offset, text.size(), text.size(), mark.line, mark.starts, false};
    const qint64 rest = text.size() - mark.offset;
    const auto looked = static_cast<std::size_t>(std::min<qint64>(rest, mostRowBytes + 1));
    const char *const begin = text.data() + mark.offset;
    if (const void *const found = looked == 0 ? nullptr : std::memchr(begin, '\n', looked)) {
        row.end = mark.offset + (static_cast<const char *>(found) - begin);
        row.next = row.end + 1;
        row.endsLine = true;
        if (row.end > row.begin && text[row.end - 1] == '\r')
            --row.end;
    } else if (rest > mostRowBytes) {
        row.end = row.next = cutBefore(text, mark.offset, mark.offset + mostRowBytes);
    }
    return row;
}

TextIndex::Row TextIndex::after(QByteArrayView text, const Row &row)
{
    return rowFrom(text, {row.next, row.line + (row.endsLine ? 1 : 0), row.endsLine});
}

TextIndex TextIndex::build(QByteArrayView text, const std::stop_token &stop)
{
    TextIndex index;
    Mark mark;
    for (;;) {
        if (index.m_rows % stride == 0) {
            if (stop.stop_requested())
                break;
            index.m_marks.push_back(mark);
        }
        ++index.m_rows;
        const Row row = rowFrom(text, mark);
        // A line break at the end of the text ends its last line, and begins no other.
        if (row.next >= text.size())
            break;
        mark = {row.next, row.line + (row.endsLine ? 1 : 0), row.endsLine};
    }
    index.m_lines = mark.line + 1;
    return index;
}

TextIndex::Row TextIndex::at(QByteArrayView text, qint64 row) const
{
    Q_ASSERT(row >= 0 && row < m_rows);
    Row found = rowFrom(text, m_marks.at(static_cast<std::size_t>(row / stride)));
    for (qint64 step = row % stride; step > 0; --step)
        found = after(text, found);
    return found;
}

} // namespace inflight
