// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/urlline.h"

#include "input/authority.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct UrlLineText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::UrlLine)
};

constexpr qsizetype maxLength = 65'536;

bool isInvisible(QChar c)
{
    // Zero-width and direction marks, the word joiner and the byte order mark: pasted along, never meant.
    return (c >= u'\u200B' && c <= u'\u200F') || (c >= u'\u202A' && c <= u'\u202E') || c == u'\u2060' ||
           c == u'\uFEFF' || c == u'\u00AD';
}

bool isPair(QChar first, QChar last)
{
    constexpr std::array<std::pair<char16_t, char16_t>, 7> pairs{{{u'<', u'>'},
                                                                  {u'"', u'"'},
                                                                  {u'\'', u'\''},
                                                                  {u'`', u'`'},
                                                                  {u'\u201C', u'\u201D'},
                                                                  {u'\u2018', u'\u2019'},
                                                                  {u'\u00AB', u'\u00BB'}}};
    return std::ranges::any_of(
        pairs, [first, last](const auto &pair) { return first == pair.first && last == pair.second; });
}

QStringView withoutSpace(QStringView text)
{
    const auto surrounds = [](QChar c) { return c.isSpace() || isInvisible(c); };
    while (!text.isEmpty() && surrounds(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && surrounds(text.back()))
        text.chop(1);
    return text;
}

bool isWellFormed(QStringView text)
{
    // A replacement character is what undecodable bytes of a file became.
    return text.isValidUtf16() && !text.contains(QChar::ReplacementCharacter);
}

bool isControl(QChar c)
{
    return c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
           c == QChar::ParagraphSeparator;
}

bool isVisibleAscii(QStringView text)
{
    const char16_t *const end = text.utf16() + text.size();
    for (const char16_t *at = text.utf16(); at != end; ++at) {
        if (*at <= u' ' || *at >= u'\x7F')
            return false;
    }
    return true;
}

std::optional<UrlRefusal> refusedCharacters(QStringView text)
{
    if (text.size() > maxLength)
        return UrlRefusal{UrlLineText::tr("it is longer than %1 characters").arg(maxLength)};
    if (isVisibleAscii(text))
        return std::nullopt;
    if (std::ranges::any_of(text, isControl))
        return UrlRefusal{UrlLineText::tr("it has control characters inside")};
    if (std::ranges::any_of(text, [](QChar c) { return c.isSpace(); }))
        return UrlRefusal{UrlLineText::tr("it has spaces inside; a space in a URL is written %20")};
    if (!isWellFormed(text))
        return UrlRefusal{UrlLineText::tr("it has bytes inside that are not UTF-8 text")};
    return std::nullopt;
}

/// The part before the first ':' if that has the shape of a scheme (RFC 3986, section 3.1).
std::optional<QStringView> schemeOf(QStringView text)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    const auto belongs = [isLetter](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'.';
    };
    if (text.isEmpty() || !isLetter(text.front()))
        return std::nullopt;
    const auto end = std::ranges::find_if_not(text, belongs);
    if (end == text.end() || *end != u':')
        return std::nullopt;
    return text.first(end - text.begin());
}

bool isSame(QStringView text, QLatin1StringView other)
{
    return text.compare(other, Qt::CaseInsensitive) == 0;
}

/// Schemes without "//" that could be taken for a host with a port or for a user name.
bool neverHost(QStringView word)
{
    constexpr std::array schemes{"about"_L1,      "acct"_L1,   "blob"_L1,   "cid"_L1, "data"_L1, "file"_L1,
                                 "javascript"_L1, "magnet"_L1, "mailto"_L1, "mid"_L1, "news"_L1, "sip"_L1,
                                 "sips"_L1,       "sms"_L1,    "tel"_L1,    "urn"_L1, "xmpp"_L1};
    return std::ranges::any_of(schemes, [word](QLatin1StringView scheme) { return isSame(word, scheme); });
}

/// Whether `word` before a ':' is a host name or user name rather than a scheme.
bool beginsAuthority(QStringView word, QStringView afterColon)
{
    if (neverHost(word) || afterColon.startsWith("//"_L1))
        return false;
    if (word.contains(u'.') || isSame(word, "localhost"_L1))
        return true;
    const QStringView authority = authorityOf(afterColon);
    return authority.isEmpty() || authority.front().isDigit() || authority.contains(u'@');
}

struct AbsoluteText
{
    QString text;
    qsizetype authorityAt = 0;
    bool guessed = false; ///< the text itself had neither a scheme nor "//"
};

AbsoluteText withHttps(QStringView text, bool guessed)
{
    QString absolute = u"https://"_s;
    const qsizetype authorityAt = absolute.size();
    return {absolute.append(text), authorityAt, guessed};
}

std::variant<AbsoluteText, UrlRefusal> madeAbsolute(QStringView text)
{
    if (text.startsWith("//"_L1))
        return withHttps(text.sliced(2), false);
    const std::optional<QStringView> scheme = schemeOf(text);
    if (!scheme)
        return withHttps(text, true);
    const QStringView rest = text.sliced(scheme->size() + 1);
    if (isSame(*scheme, "http"_L1) || isSame(*scheme, "https"_L1)) {
        if (!rest.startsWith("//"_L1))
            return UrlRefusal{UrlLineText::tr("it has no // and host name after %1:").arg(*scheme)};
        return AbsoluteText{text.toString(), scheme->size() + 3, false};
    }
    if (beginsAuthority(*scheme, rest))
        return withHttps(text, true);
    return UrlRefusal{UrlLineText::tr("%1: is not fetched; only http and https are").arg(*scheme)};
}

/// QUrl takes one malformed escape as proof that none of them is meant; each is its own matter here.
QString withStrayPercentsEscaped(QString text)
{
    const auto isHex = [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); };
    for (qsizetype at = text.indexOf(u'%'); at >= 0; at = text.indexOf(u'%', at + 1)) {
        const bool escape = at + 2 < text.size() && isHex(text[at + 1]) && isHex(text[at + 2]);
        if (!escape)
            text.insert(at + 1, u"25"_s);
    }
    return text;
}

/// RFC 3986 wants an '@' of the user info escaped; people paste passwords as they are.
void escapeUserInfo(AbsoluteText &absolute, const Authority &authority)
{
    if (!authority.userInfo.contains(u'@'))
        return;
    QString userInfo = authority.userInfo.toString();
    userInfo.replace(u'@', "%40"_L1);
    absolute.text.replace(absolute.authorityAt, authority.userInfo.size(), userInfo);
}

QString keyOf(const QUrl &url, const QString &encoded, bool hasPath)
{
    const int defaultPort = encoded.startsWith("http:"_L1) ? 80 : 443;
    if (hasPath && url.port() != defaultPort)
        return encoded;
    QUrl plain = url;
    if (url.port() == defaultPort)
        plain.setPort(-1);
    if (!hasPath)
        plain.setPath(u"/"_s);
    return plain.toString(QUrl::FullyEncoded | QUrl::RemoveFragment);
}

} // namespace

QStringView trimmedUrlText(QStringView text)
{
    for (;;) {
        const qsizetype before = text.size();
        text = withoutSpace(text);
        if (text.endsWith(u','))
            text.chop(1);
        if (text.size() >= 2 && isPair(text.front(), text.back()))
            text = text.sliced(1, text.size() - 2);
        if (text.size() == before)
            return text;
    }
}

std::variant<FetchableUrl, UrlRefusal> readUrl(QStringView text)
{
    if (const auto refusal = refusedCharacters(text))
        return *refusal;
    auto made = madeAbsolute(text);
    if (const auto *refusal = std::get_if<UrlRefusal>(&made))
        return *refusal;
    auto &absolute = std::get<AbsoluteText>(made);

    const QStringView afterScheme = QStringView(absolute.text).sliced(absolute.authorityAt);
    const QStringView authorityText = authorityOf(afterScheme);
    const QStringView rest = afterScheme.sliced(authorityText.size());
    const Authority authority = splitAuthority(authorityText);
    if (auto reason = refusedAuthority(authority, absolute.guessed, !rest.isEmpty()); !reason.isEmpty())
        return UrlRefusal{std::move(reason)};

    const bool hasPath = rest.startsWith(u'/');
    const QString hostText = authority.host.toString();
    escapeUserInfo(absolute, authority);
    const QUrl url(withStrayPercentsEscaped(std::move(absolute.text)), QUrl::TolerantMode);
    if (!url.isValid() || url.host().isEmpty())
        return UrlRefusal{UrlLineText::tr("its host name \"%1\" is not valid").arg(hostText)};
    const QString encoded = url.toString(QUrl::FullyEncoded | QUrl::RemoveFragment);
    return FetchableUrl{encoded, keyOf(url, encoded, hasPath)};
}

} // namespace inflight
