// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/position.h"

#include <algorithm>

#include "pipeline/slices.h"

namespace inflight {

void LineCounter::add(QByteArrayView piece)
{
    for (const char c : piece) {
        ++m_size;
        const bool afterReturn = std::exchange(m_afterReturn, c == '\r');
        if (c != '\n' && c != '\r')
            continue;
        m_lineStart = m_size;
        if (c == '\r' || !afterReturn)
            ++m_breaks;
    }
}

TextPosition positionAt(QByteArrayView text, qint64 offset, const std::stop_token &stop)
{
    StageContext context;
    context.stop = stop;
    LineCounter lines;
    const bool all = inSlices(text.first(offset), context, [&](QByteArrayView slice) {
        lines.add(slice);
        return true;
    });
    if (!all)
        return {};
    const QByteArrayView line = text.sliced(lines.lineStart(), offset - lines.lineStart());
    const auto characters = std::ranges::count_if(line, [](char c) { return (c & 0xc0) != 0x80; });
    return {lines.breaks() + 1, characters + 1};
}

} // namespace inflight
