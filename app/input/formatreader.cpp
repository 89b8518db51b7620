// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/formatreader.h"

#include <algorithm>

namespace inflight {

void LineReader::feed(QStringView piece)
{
    if (m_afterReturn && piece.startsWith(u'\n'))
        piece = piece.sliced(1);
    m_afterReturn = m_afterReturn && piece.isEmpty();
    const auto isEnd = [](QChar c) { return c == u'\n' || c == u'\r'; };
    for (;;) {
        const auto found = std::ranges::find_if(piece, isEnd);
        const QStringView part = piece.first(found - piece.begin());
        if (found == piece.end()) {
            m_rest += part;
            return;
        }
        ++m_number;
        if (m_rest.isEmpty()) {
            line(m_number, part);
        } else {
            m_rest += part;
            line(m_number, m_rest);
            m_rest.clear();
        }
        const bool returned = *found == u'\r';
        piece = piece.sliced(part.size() + 1);
        if (returned && piece.startsWith(u'\n'))
            piece = piece.sliced(1);
        else if (returned && piece.isEmpty())
            m_afterReturn = true;
        if (piece.isEmpty())
            return;
    }
}

void LineReader::finish()
{
    if (!m_rest.isEmpty())
        line(m_number + 1, m_rest);
    m_rest.clear();
    end();
}

} // namespace inflight
