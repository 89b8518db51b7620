// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace inflight {

/// Parts of an absolute URL that was found valid: a QUrl for each of 100,000 rows would be slow. Views into
/// the URL.
struct UrlParts
{
    QStringView scheme;
    QStringView host; ///< an IPv6 address with its brackets
    QStringView port; ///< empty: not written
};

/// All empty when there is no scheme.
UrlParts urlPartsOf(QStringView url);

/// What the scheme's default is where none is written.
QStringView effectivePort(const UrlParts &parts);

} // namespace inflight
