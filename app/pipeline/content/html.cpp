// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/html.h"

#include <algorithm>
#include <array>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype searched = 256 * 1024;
constexpr qsizetype longestBrief = 80;

struct NamedReference
{
    QStringView name;
    char16_t character;
};
// Those that titles are written with; the rest of the 2,000 stay as they are.
constexpr std::array namedReferences{
    NamedReference{u"amp", u'&'},    NamedReference{u"lt", u'<'},    NamedReference{u"gt", u'>'},
    NamedReference{u"quot", u'"'},   NamedReference{u"apos", u'\''}, NamedReference{u"nbsp", u' '},
    NamedReference{u"ndash", u'–'},  NamedReference{u"mdash", u'—'}, NamedReference{u"hellip", u'…'},
    NamedReference{u"middot", u'·'}, NamedReference{u"bull", u'•'},  NamedReference{u"copy", u'©'},
    NamedReference{u"reg", u'®'},    NamedReference{u"trade", u'™'}, NamedReference{u"laquo", u'«'},
    NamedReference{u"raquo", u'»'},  NamedReference{u"ldquo", u'“'}, NamedReference{u"rdquo", u'”'},
    NamedReference{u"lsquo", u'‘'},  NamedReference{u"rsquo", u'’'}};

QString characterOf(const QRegularExpressionMatch &reference)
{
    const QStringView name = reference.capturedView(1);
    if (!name.startsWith(u'#')) {
        const auto *const found = std::ranges::find(namedReferences, name, &NamedReference::name);
        return found == namedReferences.end() ? reference.captured() : QString(QChar(found->character));
    }
    const bool hexadecimal = name.size() > 1 && (name[1] == u'x' || name[1] == u'X');
    const char32_t code = name.sliced(hexadecimal ? 2 : 1).toUInt(nullptr, hexadecimal ? 16 : 10);
    const bool character = code != 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    return character ? QString::fromUcs4(&code, 1) : QString(QChar(QChar::ReplacementCharacter));
}

QString withoutReferences(const QString &text)
{
    static const QRegularExpression reference(u"&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});"_s);
    QString plain;
    qsizetype at = 0;
    for (auto matches = reference.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        plain.append(QStringView(text).sliced(at, match.capturedStart() - at)).append(characterOf(match));
        at = match.capturedEnd();
    }
    return plain.append(QStringView(text).sliced(at));
}

QString shortened(const QString &text)
{
    if (text.size() <= longestBrief)
        return text;
    const qsizetype end = text.at(longestBrief - 2).isHighSurrogate() ? longestBrief - 2 : longestBrief - 1;
    return text.first(end) + u'…';
}

} // namespace

QString htmlTitle(QByteArrayView page)
{
    static const QRegularExpression title(u"<title(?:\\s[^>]*)?>([^<]*)"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const QString head = QString::fromUtf8(page.first(std::min(page.size(), searched)));
    const QString written = title.match(head).captured(1);
    return shortened(withoutReferences(written).simplified());
}

} // namespace inflight
