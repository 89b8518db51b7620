// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QString>
#include <QUrl>

namespace inflight {

/// Whether secrets are shown as they are or as dots (contract, section 3). Redacted unless a person asks.
enum class Secrets : bool { Redacted, Shown };

/// What stands where a secret stood.
inline constexpr QStringView redactedText = u"•••";

/// `url` for showing and recording: userinfo and the values of query items whose names look like keys,
/// tokens, secrets, passwords or signatures are replaced. Everything else keeps its spelling.
QString displayUrl(const QUrl &url, Secrets secrets);
/// The same for a URL as text; text that is not a URL comes back unchanged.
QString displayUrl(const QString &url, Secrets secrets);

/// The same for every URL, and what looks like the end of one, inside free text such as a message.
QString displayText(const QString &text, Secrets secrets);

/// Whether a header's value is a secret: Authorization, Cookie, Set-Cookie, Proxy-Authorization, and headers
/// named for an API key, token, secret or password, such as X-Api-Key.
bool isSecretHeader(QByteArrayView name);
/// `headers` with the values of secret headers replaced, and Location and the like passed through
/// displayUrl().
HeaderList displayHeaders(const HeaderList &headers, Secrets secrets);

} // namespace inflight
