// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/urlline.h"

namespace inflight {

/// Reads one URL after the other as readUrl() does, and sooner where one has its scheme and authority in
/// common with the one before, as in most lists. A value of one thread.
class UrlReader
{
public:
    /// `text`: trimmed.
    [[nodiscard]] std::variant<FetchableUrl, UrlRefusal> read(QStringView text);

private:
    void remember(QStringView text, const FetchableUrl &url);

    // Of the URL before: what comes before its path, as it was written, in the URL and in its key.
    QString m_written;
    QString m_url;
    QString m_key;
};

} // namespace inflight
