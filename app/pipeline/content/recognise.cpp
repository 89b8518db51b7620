// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/recognise.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace inflight {

namespace {

struct Magic
{
    qsizetype offset;
    std::string_view bytes;
    QLatin1StringView name;
    ContentKind kind = ContentKind::Binary;
};

constexpr std::array magics{
    Magic{0, "\x89PNG\r\n\x1a\n"sv, "PNG"_L1, ContentKind::Image},
    Magic{0, "\xff\xd8\xff"sv, "JPEG"_L1, ContentKind::Image},
    Magic{0, "GIF87a"sv, "GIF"_L1, ContentKind::Image},
    Magic{0, "GIF89a"sv, "GIF"_L1, ContentKind::Image},
    Magic{8, "WEBPVP8"sv, "WebP"_L1, ContentKind::Image},
    Magic{0, "II*\0"sv, "TIFF"_L1, ContentKind::Image},
    Magic{0, "MM\0*"sv, "TIFF"_L1, ContentKind::Image},
    Magic{0, "\0\0\1\0"sv, "ICO"_L1, ContentKind::Image},
    Magic{4, "ftypavif"sv, "AVIF"_L1, ContentKind::Image},
    Magic{4, "ftypheic"sv, "HEIC"_L1, ContentKind::Image},
    Magic{0, "%PDF-"sv, "PDF"_L1},
    Magic{0, "PK\x03\x04"sv, "ZIP"_L1},
    Magic{0, "PK\x05\x06"sv, "ZIP"_L1},
    Magic{0, "\x1f\x8b\x08"sv, "gzip"_L1},
    Magic{0, "\x28\xb5\x2f\xfd"sv, "Zstandard"_L1},
    Magic{0,
          "\xfd"
          "7zXZ\0"sv,
          "xz"_L1},
    Magic{4, "1AY&SY"sv, "bzip2"_L1},
    Magic{0, "7z\xbc\xaf\x27\x1c"sv, "7-Zip"_L1},
    Magic{0, "Rar!\x1a\x07"sv, "RAR"_L1},
    Magic{257, "ustar"sv, "tar"_L1},
    Magic{0,
          "\x7f"
          "ELF"sv,
          "ELF"_L1},
    Magic{0, "\0asm"sv, "WebAssembly"_L1},
    Magic{0, "SQLite format 3\0"sv, "SQLite"_L1},
    Magic{0, "PAR1"sv, "Parquet"_L1},
    Magic{0, "wOFF"sv, "WOFF"_L1},
    Magic{0, "wOF2"sv, "WOFF2"_L1},
    Magic{8, "WAVEfmt "sv, "WAV"_L1},
    Magic{0, "OggS\0"sv, "Ogg"_L1},
    Magic{0, "fLaC\0"sv, "FLAC"_L1},
    Magic{0, "ID3\3"sv, "MP3"_L1},
    Magic{0, "ID3\4"sv, "MP3"_L1},
    Magic{4, "ftyp"sv, "MP4"_L1},
    Magic{0, "\x1a\x45\xdf\xa3"sv, "Matroska"_L1},
};

bool isAt(QByteArrayView bytes, const Magic &magic)
{
    const auto length = static_cast<qsizetype>(magic.bytes.size());
    return bytes.size() >= magic.offset + length &&
           bytes.sliced(magic.offset, length) == QByteArrayView(magic.bytes);
}

/// "BM" alone would take every text that begins with BMW: the header's size field must be of a known version.
bool isBmp(QByteArrayView bytes)
{
    if (bytes.size() < 18 || !bytes.startsWith("BM"))
        return false;
    const auto headerSize = static_cast<uchar>(bytes[14]);
    return bytes[15] == 0 && bytes[16] == 0 && bytes[17] == 0 &&
           (headerSize == 12 || headerSize == 40 || headerSize == 108 || headerSize == 124);
}

bool isBinaryByte(char c)
{
    const auto byte = static_cast<uchar>(c);
    return byte <= 0x08 || byte == 0x0b || (byte >= 0x0e && byte <= 0x1a) || (byte >= 0x1c && byte <= 0x1f);
}

bool hasMark(QByteArrayView bytes)
{
    return bytes.startsWith("\xef\xbb\xbf") || bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff") ||
           bytes.startsWith(QByteArrayView("\0\0\xfe\xff", 4));
}

/// Lower case, without white space before it: enough to see what it is.
QByteArray beginning(QByteArrayView bytes)
{
    if (bytes.startsWith("\xef\xbb\xbf"))
        bytes = bytes.sliced(3);
    const QByteArrayView head = bytes.first(std::min<qsizetype>(bytes.size(), 512)).trimmed();
    return head.first(std::min<qsizetype>(head.size(), 32)).toByteArray().toLower();
}

bool beginsAsHtml(const QByteArray &beginning)
{
    static constexpr std::array tags{"<!doctype html"_L1, "<html"_L1, "<head"_L1, "<body"_L1, "<title"_L1};
    return std::ranges::any_of(tags, [&](QLatin1StringView tag) {
        return beginning.startsWith(QByteArrayView(tag.data(), tag.size()));
    });
}

bool isTableUrl(const QUrl &url)
{
    const QString path = url.path();
    return path.endsWith(".csv"_L1, Qt::CaseInsensitive) || path.endsWith(".tsv"_L1, Qt::CaseInsensitive);
}

ContentKind kindOfText(const QUrl &url, QByteArrayView bytes)
{
    const QByteArray start = beginning(bytes);
    if (start.startsWith('{') || start.startsWith('['))
        return ContentKind::Json;
    if (start.startsWith("<?xml"))
        return ContentKind::Xml;
    if (beginsAsHtml(start))
        return ContentKind::Html;
    return isTableUrl(url) ? ContentKind::Csv : ContentKind::Text;
}

std::optional<ContentKind> declaredKind(const MediaType &type)
{
    if (type.isHtml())
        return ContentKind::Html;
    if (type.isXml())
        return ContentKind::Xml;
    if (type.isTable())
        return ContentKind::Csv;
    if (type.isImage())
        return ContentKind::Image;
    return std::nullopt;
}

bool isMedia(const MediaType &type)
{
    return type.essence.startsWith("audio/") || type.essence.startsWith("video/") ||
           type.essence.startsWith("font/");
}

} // namespace

std::optional<Signature> signatureOf(QByteArrayView bytes)
{
    const auto *const found =
        std::ranges::find_if(magics, [&](const Magic &each) { return isAt(bytes, each); });
    if (found != magics.end())
        return Signature{found->name, found->kind};
    if (isBmp(bytes))
        return Signature{"BMP"_L1, ContentKind::Image};
    return std::nullopt;
}

bool looksLikeText(QByteArrayView bytes)
{
    return hasMark(bytes) ||
           std::ranges::none_of(bytes.first(std::min<qsizetype>(bytes.size(), 1445)), isBinaryByte);
}

Recognition recognise(const MediaType &type, const QUrl &url, QByteArrayView bytes)
{
    if (type.isJson())
        return {ContentKind::Json, true};
    const bool legible = looksLikeText(bytes);
    if (const auto signature = signatureOf(bytes); signature && !(type.isText() && legible))
        return {signature->kind, false};
    const std::optional<ContentKind> declared = declaredKind(type);
    if (bytes.isEmpty() && declared != ContentKind::Xml && declared != ContentKind::Image)
        return {ContentKind::Empty, false};
    if (declared)
        return {*declared, true};
    if (type.isText() && type.essence != "text/plain")
        return {ContentKind::Text, true};
    // Text in a wide character set has zero bytes; servers that name the set know what they send.
    if (isMedia(type) || (!legible && type.charset.isEmpty()))
        return {ContentKind::Binary, false};
    if (type.isGeneric() || type.isText())
        return {kindOfText(url, bytes), false};
    return {ContentKind::Text, false};
}

} // namespace inflight
