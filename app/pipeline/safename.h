// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace inflight {

/// Names of files made from URLs and headers, which strangers write. What comes out is one path segment,
/// whatever goes in: never empty, "." or "..", no separators of any system, no control or invisible
/// characters, no leading dot, hyphen, tilde or space, no trailing dot or space, no device name of Windows,
/// valid UTF-8 of at most `longestName` bytes.

inline constexpr qsizetype longestName = 200; ///< in bytes; leaves room for what temporary files append

/// `text` as one segment; empty when nothing of it can be used.
[[nodiscard]] QString safeSegment(const QString &text);
/// The folder for what comes from `url`: its host.
[[nodiscard]] QString safeFolderName(const QUrl &url);
/// The file for what `url` gave: the name that `proposed` (by a Content-Disposition header), else the last
/// segment of the URL's path, else "index"; with an extension by `contentType` (a Content-Type header) where
/// it has none.
[[nodiscard]] QString safeFileName(const QUrl &url, const QByteArray &contentType,
                                   const QString &proposed = {});
/// `name` made different: "a.json" is "a (2).json" for number 2, still within the limit; number 1 is `name`
/// itself.
[[nodiscard]] QString numberedName(const QString &name, int number);

} // namespace inflight
