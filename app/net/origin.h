// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QUrl>

namespace inflight {

/// Scheme, host and port of a URL (RFC 6454): what connections, caps and back-off belong to.
struct Origin
{
    QString scheme; ///< "http" or "https"
    QString host;   ///< lower case, as in the URL (an IPv6 address without brackets)
    int port = 0;   ///< never 0 for a valid origin: the scheme's default is filled in

    static Origin of(const QUrl &url);
    /// As people write it: "https://example.org", with the port only where it is not the default.
    [[nodiscard]] QString text() const;

    friend bool operator==(const Origin &, const Origin &) = default;
};

size_t qHash(const Origin &origin, size_t seed = 0) noexcept;

/// For the standard's maps.
struct OriginHash
{
    size_t operator()(const Origin &origin) const noexcept { return qHash(origin); }
};

} // namespace inflight
