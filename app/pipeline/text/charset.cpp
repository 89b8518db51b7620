// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/text/charset.h"

#include <algorithm>
#include <array>

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Label
{
    QByteArrayView label;
    QByteArrayView name;
};

// Labels that mean something else than they say, or that the converter does not know by that name.
constexpr std::array labels{
    Label{"utf8", "utf-8"},
    Label{"unicode-1-1-utf-8", "utf-8"},
    Label{"utf-16", "utf-16le"},
    Label{"utf16", "utf-16le"},
    Label{"ucs-2", "utf-16le"},
    Label{"unicode", "utf-16le"},
    Label{"utf-32", "utf-32le"},
    Label{"ascii", "windows-1252"},
    Label{"us-ascii", "windows-1252"},
    Label{"ansi_x3.4-1968", "windows-1252"},
    Label{"iso-8859-1", "windows-1252"},
    Label{"iso8859-1", "windows-1252"},
    Label{"iso_8859-1", "windows-1252"},
    Label{"latin1", "windows-1252"},
    Label{"latin-1", "windows-1252"},
    Label{"l1", "windows-1252"},
    Label{"cp1252", "windows-1252"},
    Label{"x-cp1252", "windows-1252"},
    Label{"x-user-defined", "windows-1252"},
    Label{"iso-8859-9", "windows-1254"},
    Label{"latin5", "windows-1254"},
    Label{"iso-8859-11", "windows-874"},
    Label{"tis-620", "windows-874"},
    Label{"iso-8859-8-i", "iso-8859-8"},
    Label{"cp1250", "windows-1250"},
    Label{"cp1251", "windows-1251"},
    Label{"x-cp1251", "windows-1251"},
    Label{"sjis", "shift_jis"},
    Label{"shift-jis", "shift_jis"},
    Label{"x-sjis", "shift_jis"},
    Label{"ms_kanji", "shift_jis"},
    Label{"windows-31j", "shift_jis"},
    Label{"x-euc-jp", "euc-jp"},
    Label{"gb2312", "gbk"},
    Label{"gb_2312-80", "gbk"},
    Label{"x-gbk", "gbk"},
    Label{"chinese", "gbk"},
    Label{"ks_c_5601-1987", "euc-kr"},
    Label{"korean", "euc-kr"},
    Label{"windows-949", "euc-kr"},
    Label{"big5-hkscs", "big5"},
    Label{"x-x-big5", "big5"},
    Label{"koi8", "koi8-r"},
    Label{"cp866", "ibm866"},
    Label{"x-mac-roman", "macintosh"},
    Label{"mac", "macintosh"},
};

CharsetFinding byMark(QByteArrayView text)
{
    if (text.startsWith("\xef\xbb\xbf"))
        return {"utf-8"_ba, 3, true};
    if (text.startsWith(QByteArrayView("\xff\xfe\0\0", 4)))
        return {"utf-32le"_ba, 4, true};
    if (text.startsWith(QByteArrayView("\0\0\xfe\xff", 4)))
        return {"utf-32be"_ba, 4, true};
    if (text.startsWith("\xff\xfe"))
        return {"utf-16le"_ba, 2, true};
    if (text.startsWith("\xfe\xff"))
        return {"utf-16be"_ba, 2, true};
    return {};
}

/// The wide encodings that begin with two ASCII characters, told by where the zero bytes are.
QByteArray byZeroBytes(QByteArrayView text)
{
    const auto zero = [&](qsizetype at) { return at < text.size() && text[at] == '\0'; };
    if (text.size() >= 4 && zero(0) && zero(1) && zero(2) && !zero(3))
        return "utf-32be"_ba;
    if (text.size() >= 4 && !zero(0) && zero(1) && zero(2) && zero(3))
        return "utf-32le"_ba;
    if (text.size() >= 2 && zero(0) && !zero(1))
        return "utf-16be"_ba;
    if (text.size() >= 2 && !zero(0) && zero(1))
        return "utf-16le"_ba;
    return {};
}

QByteArray firstCapture(const QRegularExpression &expression, QByteArrayView head)
{
    const QRegularExpressionMatch match = expression.match(QString::fromLatin1(head));
    return match.captured(1).toLatin1();
}

/// What is legible as ASCII is not UTF-16, whatever it says of itself.
QByteArray legible(QByteArrayView label)
{
    const QByteArray name = charsetName(label);
    return name.startsWith("utf-16") || name.startsWith("utf-32") ? "utf-8"_ba : name;
}

QByteArray byXmlDeclaration(QByteArrayView head)
{
    static const QRegularExpression declaration(
        uR"(^<\?xml\s[^>]*?\bencoding\s*=\s*["']\s*([A-Za-z0-9._:+-]+)\s*["'])"_s);
    const QByteArray label = firstCapture(declaration, head);
    return label.isEmpty() ? QByteArray() : legible(label);
}

QByteArray byHtmlMeta(QByteArrayView head)
{
    static const QRegularExpression comments(u"<!--.*?(?:-->|$)"_s,
                                             QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression meta(uR"(<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([A-Za-z0-9._:+-]+))"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const QByteArray bare = QString::fromLatin1(head).remove(comments).toLatin1();
    const QByteArray label = firstCapture(meta, bare);
    return label.isEmpty() ? QByteArray() : legible(label);
}

QByteArray byContent(ContentKind kind, QByteArrayView text)
{
    const QByteArrayView head = text.first(std::min<qsizetype>(text.size(), 1024));
    QByteArray name;
    if (kind == ContentKind::Json || kind == ContentKind::Xml)
        name = byZeroBytes(head);
    if (name.isEmpty() && (kind == ContentKind::Xml || kind == ContentKind::Html))
        name = byXmlDeclaration(head);
    if (name.isEmpty() && kind == ContentKind::Html)
        name = byHtmlMeta(head);
    return name;
}

} // namespace

QByteArray charsetName(QByteArrayView label)
{
    const QByteArray lower = label.trimmed().toByteArray().toLower();
    const auto *const found =
        std::ranges::find_if(labels, [&](const Label &each) { return each.label == lower; });
    return found == labels.end() ? lower : found->name.toByteArray();
}

CharsetFinding findCharset(const MediaType &type, ContentKind kind, QByteArrayView text)
{
    if (const CharsetFinding mark = byMark(text); mark.declared)
        return mark;
    // "binary" is what servers say that asked file(1); it is no character set.
    if (!type.charset.isEmpty() && type.charset.compare("binary", Qt::CaseInsensitive) != 0)
        return {charsetName(type.charset), 0, true};
    const QByteArray name = byContent(kind, text);
    return {name, 0, !name.isEmpty()};
}

} // namespace inflight
