// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include "pipeline/stage.h"

namespace inflight {

/// A place in a text as editors count: both from 1, columns in characters (code points), lines ending in LF,
/// CR or CR LF.
struct TextPosition
{
    qint64 line = 1;
    qint64 column = 1;
};

/// The place of the byte at `offset` (0 to the size) of a text in UTF-8. Of no meaning once stopped.
[[nodiscard]] TextPosition positionAt(QByteArrayView text, qint64 offset, const StageContext &context);

/// Goes along a text piece by piece and counts the line breaks: LF, CR and CR LF, one each; and the
/// characters after the last of them.
class LineCounter
{
public:
    void add(QByteArrayView piece);
    /// Breaks so far.
    [[nodiscard]] qint64 breaks() const { return m_breaks; }
    /// Offset of the first byte after the last break.
    [[nodiscard]] qint64 lineStart() const { return m_lineStart; }
    /// Characters (of UTF-8) after the last break.
    [[nodiscard]] qint64 lineCharacters() const { return m_lineCharacters; }
    /// Bytes so far.
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    qint64 m_breaks = 0;
    qint64 m_lineStart = 0;
    qint64 m_lineCharacters = 0;
    qint64 m_size = 0;
    bool m_afterReturn = false;
};

} // namespace inflight
