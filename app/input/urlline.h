// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <variant>

namespace inflight {

/// Why a piece of text is not a URL that can be fetched: one translated clause.
struct UrlRefusal
{
    QString reason;
};

/// An absolute http or https URL, encoded (QUrl::FullyEncoded), without its fragment.
struct FetchableUrl
{
    QString url;
    /// What makes two URLs the same request: as `url`, with the default port dropped and an empty path as
    /// "/".
    QString key;
};

/// `text` without what surrounds pasted URLs: white space, byte order marks, invisible characters, a pair of
/// angle brackets or quotes, a trailing comma.
QStringView trimmedUrlText(QStringView text);

/// Reads one trimmed piece of text as a URL the way an address bar does, but refuses rather than guesses:
/// "//host/path", "host/path", "host:8080" and addresses are understood as https.
std::variant<FetchableUrl, UrlRefusal> readUrl(QStringView text);

} // namespace inflight
