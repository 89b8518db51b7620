// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

namespace inflight {

/// What happens to a URL that stood in the list before. It is reported either way.
enum class Duplicates : bool { Drop, Keep };

/// A line that can be fetched.
struct AcceptedUrl
{
    int line = 0; ///< counting from 1
    QString url;  ///< absolute, http or https, encoded (QUrl::FullyEncoded), without a fragment
    QString key;  ///< equal for two URLs that are the same request
};

/// A line that cannot be fetched.
struct RejectedLine
{
    int line = 0;   ///< counting from 1
    QString text;   ///< as it stood there, trimmed; may hold secrets and control characters
    QString reason; ///< a translated clause, such as "ftp: is not fetched; only http and https are"
};

/// A line whose URL is the same request as an earlier line's.
struct DuplicateLine
{
    int line = 0;      ///< counting from 1
    int firstLine = 0; ///< where the URL stood first
    QString url;
};

/// What a list of URLs gives, each part in order of line.
struct UrlListReport
{
    QList<AcceptedUrl> accepted;
    QList<RejectedLine> rejected;
    QList<DuplicateLine> duplicates;
};

/// Reads `text` as one URL a line. Blank lines and lines that begin with '#' are passed over. Two URLs are
/// the same when they differ only in the case of scheme and host, a default port, an empty path or the
/// fragment. A pure function, safe on any thread.
UrlListReport readUrlList(QStringView text, Duplicates policy);

} // namespace inflight
