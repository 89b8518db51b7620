// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/position.h"

#include "pipeline/slices.h"

namespace inflight {

void LineCounter::add(QByteArrayView piece)
{
    for (const char c : piece) {
        ++m_size;
        const bool afterReturn = std::exchange(m_afterReturn, c == '\r');
        m_lineCharacters += (c & 0xc0) != 0x80 ? 1 : 0;
        if (c != '\n' && c != '\r')
            continue;
        m_lineStart = m_size;
        m_lineCharacters = 0;
        if (c == '\r' || !afterReturn)
            ++m_breaks;
    }
}

TextPosition positionAt(QByteArrayView text, qint64 offset, const StageContext &context)
{
    LineCounter lines;
    const bool all = inSlices(text.first(offset), context, [&](QByteArrayView slice) {
        lines.add(slice);
        return true;
    });
    return all ? TextPosition{lines.breaks() + 1, lines.lineCharacters() + 1} : TextPosition{};
}

} // namespace inflight
