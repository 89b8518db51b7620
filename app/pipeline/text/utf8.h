// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace inflight {

/// What stands at the beginning of bytes that should be UTF-8 (Unicode Standard, table 3-7).
struct Utf8Step
{
    int length = 0;     ///< bytes to go on by: of the sequence, or of the longest part that could begin one
    bool valid = false; ///< whether they are one well-formed sequence
    bool cut = false;   ///< not valid, but could become so with more bytes after the last one
};

/// One step through `bytes`, which is not empty.
[[nodiscard]] Utf8Step utf8Step(QByteArrayView bytes);

/// How many bytes from the beginning on are well-formed UTF-8.
[[nodiscard]] qsizetype validUtf8Prefix(QByteArrayView bytes);

/// What stands for bytes that are no text: U+FFFD in UTF-8.
inline constexpr QByteArrayView replacementUtf8 = "\xef\xbf\xbd";

} // namespace inflight
