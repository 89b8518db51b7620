// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/redaction.h"

#include "net/secretnames.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

qsizetype indexOfAny(QStringView text, QStringView characters, qsizetype from)
{
    // Looked for where every character is: a call for each would take most of the time of writing a record.
    while (from < text.size() && std::ranges::find(characters, text[from]) == characters.end())
        ++from;
    return from;
}

/// Replaces the userinfo of every authority in `text` (RFC 3986, section 3.2.1): a URL may stand inside
/// another's query.
void redactUserInfo(QString &text)
{
    for (qsizetype slashes = text.indexOf("//"_L1); slashes >= 0;
         slashes = text.indexOf("//"_L1, slashes + 2)) {
        if (slashes > 0 && text[slashes - 1] != u':')
            continue;
        const qsizetype start = slashes + 2;
        const qsizetype end = indexOfAny(text, u"/?#\\", start);
        const qsizetype at = QStringView(text).first(end).lastIndexOf(u'@');
        if (at > start)
            text.replace(start, at - start, redactedText.toString());
    }
}

bool isSecretItem(QStringView name)
{
    const QByteArray encoded = name.toUtf8().replace('+', ' ');
    return looksSecret(QString::fromUtf8(QByteArray::fromPercentEncoding(encoded)));
}

/// Replaces the values of secret "name=value" items after the first '?' or '#'. A secret reaches to the next
/// '&': whether ';' and '?' separate items depends on the server, and half a secret must not be left.
void redactItems(QString &text)
{
    for (qsizetype separator = indexOfAny(text, u"?#", 0); separator < text.size();) {
        const qsizetype start = separator + 1;
        separator = indexOfAny(text, u"?&;#", start);
        const qsizetype equals = QStringView(text).first(separator).indexOf(u'=', start);
        if (equals < 0 || !isSecretItem(QStringView(text).sliced(start, equals - start)))
            continue;
        const qsizetype end = indexOfAny(text, u"&#", equals);
        if (end > equals + 1)
            text.replace(equals + 1, end - equals - 1, redactedText.toString());
        separator = indexOfAny(text, u"&#", equals);
    }
}

/// "user:password@host" without a scheme.
void redactBareUserInfo(QString &word)
{
    const qsizetype at = QStringView(word).first(indexOfAny(word, u"/?#\\", 0)).lastIndexOf(u'@');
    if (at > 0 && QStringView(word).first(at).contains(u':'))
        word.replace(0, at, redactedText.toString());
}

QString redactedWord(QString word)
{
    redactUserInfo(word);
    redactBareUserInfo(word);
    redactItems(word);
    return word;
}

/// Whether `text` begins with a scheme and an authority.
bool isUrl(QStringView text)
{
    const auto isSchemeChar = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.');
    };
    const qsizetype colon = text.indexOf("://"_L1);
    return colon > 0 && std::ranges::all_of(text.first(colon), isSchemeChar);
}

bool isOneOf(QByteArrayView name, std::initializer_list<QByteArrayView> names)
{
    return std::ranges::any_of(
        names, [name](QByteArrayView each) { return name.compare(each, Qt::CaseInsensitive) == 0; });
}

} // namespace

QString displayUrl(const QUrl &url, Secrets secrets)
{
    return displayUrl(url.toString(QUrl::FullyEncoded), secrets);
}

QString displayUrl(const QString &url, Secrets secrets)
{
    if (secrets == Secrets::Shown || !isUrl(url))
        return url;
    QString shown = url;
    redactUserInfo(shown);
    redactItems(shown);
    return shown;
}

QString displayText(const QString &text, Secrets secrets)
{
    if (secrets == Secrets::Shown || indexOfAny(text, u"/?#@", 0) == text.size())
        return text;
    constexpr QStringView ends = u" \t\r\n\u00A0<>\"";
    QString shown;
    shown.reserve(text.size());
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype end = indexOfAny(text, ends, start);
        shown += redactedWord(text.sliced(start, end - start));
        if (end < text.size())
            shown += text[end];
        start = end + 1;
    }
    return shown;
}

bool isSecretHeader(QByteArrayView name)
{
    if (isOneOf(name, {"authorization", "cookie", "set-cookie", "proxy-authorization"}))
        return true;
    constexpr std::array parts{"api-key"_L1,  "apikey"_L1,           "access-key"_L1,
                               "auth-key"_L1, "subscription-key"_L1, "token"_L1,
                               "secret"_L1,   "password"_L1,         "x-auth"_L1};
    const QLatin1StringView text(name.data(), name.size());
    return std::ranges::any_of(
        parts, [text](QLatin1StringView part) { return text.contains(part, Qt::CaseInsensitive); });
}

HeaderList displayHeaders(const HeaderList &headers, Secrets secrets)
{
    if (secrets == Secrets::Shown)
        return headers;
    HeaderList shown = headers;
    for (Header &header : shown) {
        if (isSecretHeader(header.name))
            header.value = redactedText.toUtf8();
        else if (isOneOf(header.name, {"location", "content-location", "referer", "link", "refresh"}))
            header.value = displayText(headerText(header.value), secrets).toUtf8();
    }
    return shown;
}

} // namespace inflight
