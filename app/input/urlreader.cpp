// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/urlreader.h"

#include "input/authority.h"

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype mostOfPlain = 2'000;

/// The characters of paths and queries that stay as they are (RFC 3986, sections 3.3 and 3.4), but for '%'.
constexpr std::array<bool, 128> plainCharacters()
{
    std::array<bool, 128> plain{};
    for (const char c : std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                         "-._~!$&'()*+,;=:@/?"))
        plain[static_cast<unsigned char>(c)] = true;
    return plain;
}

bool isPlain(QStringView text)
{
    static constexpr auto plain = plainCharacters();
    const char16_t *const end = text.utf16() + text.size();
    for (const char16_t *at = text.utf16(); at != end; ++at) {
        if (*at >= plain.size() || !plain[*at])
            return false;
    }
    return true;
}

/// A path, and maybe a query, that a URL has as they are written.
bool isPlainPath(QStringView text)
{
    return text.startsWith(u'/') && text.size() <= mostOfPlain && isPlain(text);
}

QString joined(const QString &first, QStringView second)
{
    QString text;
    text.reserve(first.size() + second.size());
    return text.append(first).append(second);
}

} // namespace

std::variant<FetchableUrl, UrlRefusal> UrlReader::read(QStringView text)
{
    if (!m_written.isEmpty() && text.startsWith(m_written)) {
        const QStringView path = text.sliced(m_written.size());
        if (isPlainPath(path)) {
            const QString url = joined(m_url, path);
            return FetchableUrl{url, m_key == m_url ? url : joined(m_key, path)};
        }
    }
    auto result = readUrl(text);
    if (const auto *const url = std::get_if<FetchableUrl>(&result))
        remember(text, *url);
    return result;
}

void UrlReader::remember(QStringView text, const FetchableUrl &url)
{
    const qsizetype slashes = text.indexOf("://"_L1);
    const QStringView scheme = text.first(std::max<qsizetype>(slashes, 0));
    if (scheme != "http"_L1 && scheme != "https"_L1)
        return;
    const qsizetype authorityAt = slashes + 3;
    const qsizetype pathAt = authorityAt + authorityOf(text.sliced(authorityAt)).size();
    const QStringView path = text.sliced(pathAt);
    if (!isPlainPath(path) || !url.url.endsWith(path) || !url.key.endsWith(path))
        return;
    m_written = text.first(pathAt).toString();
    m_url = url.url.chopped(path.size());
    m_key = url.key.chopped(path.size());
}

} // namespace inflight
