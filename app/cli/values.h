// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QNetworkProxy>
#include <QSslCertificate>
#include <QString>
#include <QStringView>

#include <chrono>
#include <optional>
#include <variant>

namespace inflight {

// The grammars of single flag values. Numbers are in the C locale, whatever the person's. Pure functions.

/// A whole number from `lowest` to `highest`.
std::optional<int> parseInteger(QStringView text, int lowest, int highest);
/// Seconds such as "30", "1.5" or ".25", at most 2,000,000 (about 23 days).
std::optional<std::chrono::milliseconds> parseSeconds(QStringView text);
/// Bytes such as "500", "500k", "1.5M", "1G", with binary factors as curl and aria2 have them: k = 1024.
std::optional<qint64> parseSize(QStringView text);
/// A request method: a token (RFC 9110, section 5.6.2).
std::optional<QByteArray> parseMethod(QStringView text);

/// A value that was not understood: one translated clause that says what is wrong.
struct ValueRefusal
{
    QString reason;
};

/// What one -H says, by curl's rules.
struct HeaderRule
{
    enum class Kind {
        Set,    ///< "Name: value", or "Name;" for an empty value
        Remove, ///< "Name:", a header that would be sent otherwise is not
    };
    Kind kind = Kind::Set;
    Header header;
};

/// Line breaks and other control characters are refused: a value must not become two headers.
std::variant<HeaderRule, ValueRefusal> parseHeader(const QString &text);

/// [http://|socks5://|socks5h://][user[:password]@]host[:port], the port 1080 unless given as curl has it;
/// empty text means no proxy, whatever the environment says.
std::variant<QNetworkProxy, ValueRefusal> parseProxy(const QString &text);

/// The value of Authorization for "user[:password]" (RFC 7617); no password is an empty one.
QByteArray basicCredentials(const QString &userAndPassword);

} // namespace inflight
