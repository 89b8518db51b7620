// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/xmltext.h"

#include <QString>

namespace inflight {

namespace {

/// Of the characters that are one unit of UTF-16.
bool isXmlChar(QChar c)
{
    const char16_t unit = c.unicode();
    if (unit < 0x20)
        return unit == '\t' || unit == '\n' || unit == '\r';
    return !c.isSurrogate() && unit < 0xFFFE;
}

QLatin1StringView reference(QChar c)
{
    switch (c.unicode()) {
    case '&':
        return QLatin1StringView("&amp;");
    case '<':
        return QLatin1StringView("&lt;");
    case '>':
        return QLatin1StringView("&gt;");
    case '"':
        return QLatin1StringView("&quot;");
    case '\t':
        return QLatin1StringView("&#9;");
    case '\n':
        return QLatin1StringView("&#10;");
    case '\r':
        return QLatin1StringView("&#13;");
    default:
        return {};
    }
}

} // namespace

QByteArray xmlText(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const bool isPair = c.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        const QLatin1StringView safe = reference(c);
        if (isPair)
            out += text.sliced(at++, 2);
        else if (!safe.isEmpty())
            out += safe;
        else
            out += isXmlChar(c) ? c : QChar(QChar::ReplacementCharacter);
    }
    return out.toUtf8();
}

} // namespace inflight
