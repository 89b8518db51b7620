// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/safename.h"

#include <algorithm>
#include <array>

#include <QRegularExpression>

#include "pipeline/mediatype.h"
#include "pipeline/text/utf8.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype longestExtension = 16; // in characters, with its dot; a longer one is no extension

struct TypeExtension
{
    QByteArrayView essence;
    QLatin1StringView extension;
};
constexpr std::array typeExtensions{
    TypeExtension{"text/html", ".html"_L1},
    TypeExtension{"application/xhtml+xml", ".xhtml"_L1},
    TypeExtension{"text/plain", ".txt"_L1},
    TypeExtension{"text/css", ".css"_L1},
    TypeExtension{"text/csv", ".csv"_L1},
    TypeExtension{"text/tab-separated-values", ".tsv"_L1},
    TypeExtension{"text/markdown", ".md"_L1},
    TypeExtension{"text/javascript", ".js"_L1},
    TypeExtension{"application/javascript", ".js"_L1},
    TypeExtension{"application/x-ndjson", ".jsonl"_L1},
    TypeExtension{"application/jsonl", ".jsonl"_L1},
    TypeExtension{"application/yaml", ".yaml"_L1},
    TypeExtension{"application/pdf", ".pdf"_L1},
    TypeExtension{"application/zip", ".zip"_L1},
    TypeExtension{"application/gzip", ".gz"_L1},
    TypeExtension{"application/x-tar", ".tar"_L1},
    TypeExtension{"application/wasm", ".wasm"_L1},
    TypeExtension{"application/rss+xml", ".rss"_L1},
    TypeExtension{"application/atom+xml", ".atom"_L1},
    TypeExtension{"image/png", ".png"_L1},
    TypeExtension{"image/jpeg", ".jpg"_L1},
    TypeExtension{"image/gif", ".gif"_L1},
    TypeExtension{"image/webp", ".webp"_L1},
    TypeExtension{"image/avif", ".avif"_L1},
    TypeExtension{"image/bmp", ".bmp"_L1},
    TypeExtension{"image/tiff", ".tiff"_L1},
    TypeExtension{"image/x-icon", ".ico"_L1},
    TypeExtension{"image/vnd.microsoft.icon", ".ico"_L1},
    TypeExtension{"image/svg+xml", ".svg"_L1},
    TypeExtension{"audio/mpeg", ".mp3"_L1},
    TypeExtension{"video/mp4", ".mp4"_L1},
    TypeExtension{"video/webm", ".webm"_L1},
};

QString extensionFor(const QByteArray &contentType)
{
    const MediaType type = MediaType::parse(contentType);
    const auto *const found =
        std::ranges::find(typeExtensions, QByteArrayView(type.essence), &TypeExtension::essence);
    if (found != typeExtensions.end())
        return found->extension;
    if (type.isJson())
        return u".json"_s;
    return type.isXml() ? u".xml"_s : QString();
}

bool isSafeCharacter(char32_t c)
{
    static constexpr QStringView reserved = u"/\\:*?\"<>|";
    if (c < 0x20 || (c < 0x80 && reserved.contains(QChar(static_cast<char16_t>(c)))))
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // turns the direction of text round, or is not seen at all
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Other_PrivateUse:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

QString withSafeCharacters(const QString &text)
{
    QString safe;
    const QList<uint> characters = text.toUcs4();
    for (const char32_t c : characters) {
        if (isSafeCharacter(c))
            safe += QStringView(QChar::fromUcs4(c));
        else
            safe += u'_';
    }
    return safe;
}

bool isDeviceName(const QString &name)
{
    static const QRegularExpression devices(
        u"^(?:con|prn|aux|nul|clock\\$|conin\\$|conout\\$|(?:com|lpt)[0-9¹²³]) *(?:\\.|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return devices.match(name).hasMatch();
}

/// Where the extension begins; the length of `name` when it has none. One that is only digits is a version.
qsizetype extensionStart(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    if (dot <= 0 || name.size() - dot > longestExtension)
        return name.size();
    const QStringView extension = QStringView(name).sliced(dot + 1);
    const bool plain = std::ranges::all_of(extension, [](QChar c) { return c.isLetterOrNumber(); });
    const bool anyLetter = std::ranges::any_of(extension, [](QChar c) { return c.isLetter(); });
    return plain && anyLetter ? dot : name.size();
}

/// `text` cut between characters to at most `bytes` bytes of UTF-8.
QString cut(const QString &text, qsizetype bytes)
{
    QByteArray utf8 = text.toUtf8();
    if (utf8.size() <= bytes)
        return text;
    utf8.truncate(std::max<qsizetype>(bytes, 0));
    utf8.truncate(validUtf8Prefix(utf8));
    return QString::fromUtf8(utf8);
}

QString withoutEnd(QString name)
{
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return name;
}

/// `name` with `insert` before its extension, the part before that cut so that all of it is within the limit.
QString fitted(const QString &name, const QString &insert)
{
    const qsizetype dot = extensionStart(name);
    const QString end = insert + name.sliced(dot);
    return withoutEnd(cut(name.first(dot), longestName - end.toUtf8().size())) + end;
}

/// The last segment of the path as a person reads it; left in its escapes where they are no UTF-8.
QString lastSegment(const QUrl &url)
{
    const QByteArray path = url.path(QUrl::FullyEncoded).toUtf8();
    const QByteArray segment = path.sliced(path.lastIndexOf('/') + 1);
    const QByteArray plain = QByteArray::fromPercentEncoding(segment);
    return QString::fromUtf8(validUtf8Prefix(plain) == plain.size() ? plain : segment);
}

} // namespace

QString safeSegment(const QString &text)
{
    QString name = withoutEnd(withSafeCharacters(text.normalized(QString::NormalizationForm_C)).trimmed());
    if (name.isEmpty())
        return {};
    if (QStringView(u".-~").contains(name.front()))
        name.front() = u'_';
    if (isDeviceName(name))
        name.prepend(u'_');
    return fitted(name, {});
}

QString safeFolderName(const QUrl &url)
{
    const QString name = safeSegment(url.host(QUrl::FullyEncoded).toLower());
    return name.isEmpty() ? u"unknown-host"_s : name;
}

QString safeFileName(const QUrl &url, const QByteArray &contentType, const QString &proposed)
{
    QString name = safeSegment(proposed);
    if (name.isEmpty())
        name = safeSegment(lastSegment(url));
    if (name.isEmpty())
        name = u"index"_s;
    const bool hasExtension = extensionStart(name) < name.size();
    return hasExtension ? name : fitted(name, extensionFor(contentType));
}

QString numberedName(const QString &name, int number)
{
    return number <= 1 ? name : fitted(name, u" (%1)"_s.arg(number));
}

} // namespace inflight
