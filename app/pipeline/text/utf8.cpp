// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/text/utf8.h"

#include <cstring>

namespace inflight {

namespace {

struct Lead
{
    int length = 0;       // of the whole sequence; 0: no sequence begins so
    uchar lowest = 0x80;  // of the second byte: shuts out overlong forms
    uchar highest = 0xbf; // of the second byte: shuts out surrogates and what lies past U+10FFFF
};

Lead leadOf(uchar byte)
{
    if (byte < 0x80)
        return {1};
    if (byte < 0xc2 || byte > 0xf4)
        return {};
    if (byte < 0xe0)
        return {2};
    if (byte < 0xf0)
        return {3, byte == 0xe0 ? uchar(0xa0) : uchar(0x80), byte == 0xed ? uchar(0x9f) : uchar(0xbf)};
    return {4, byte == 0xf0 ? uchar(0x90) : uchar(0x80), byte == 0xf4 ? uchar(0x8f) : uchar(0xbf)};
}

/// How many bytes from `at` on are ASCII, eight at a time.
qsizetype asciiPrefix(QByteArrayView bytes)
{
    constexpr quint64 highBits = 0x8080808080808080;
    qsizetype at = 0;
    for (; at + 8 <= bytes.size(); at += 8) {
        quint64 word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        if (word & highBits)
            break;
    }
    while (at < bytes.size() && static_cast<uchar>(bytes[at]) < 0x80)
        ++at;
    return at;
}

} // namespace

Utf8Step utf8Step(QByteArrayView bytes)
{
    const Lead lead = leadOf(static_cast<uchar>(bytes[0]));
    if (lead.length == 0)
        return {1, false, false};
    int length = 1;
    for (; length < lead.length && length < bytes.size(); ++length) {
        const auto byte = static_cast<uchar>(bytes[length]);
        const bool fits = length == 1 ? byte >= lead.lowest && byte <= lead.highest : (byte & 0xc0) == 0x80;
        if (!fits)
            return {length, false, false};
    }
    const bool whole = length == lead.length;
    return {length, whole, !whole};
}

qsizetype validUtf8Prefix(QByteArrayView bytes)
{
    qsizetype at = 0;
    for (;;) {
        at += asciiPrefix(bytes.sliced(at));
        if (at == bytes.size())
            return at;
        const Utf8Step step = utf8Step(bytes.sliced(at));
        if (!step.valid)
            return at;
        at += step.length;
    }
}

} // namespace inflight
