// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "input/urlline.h"
#include "input/urllist.h"

#include <QUrl>

#include <algorithm>

using namespace inflight;
using namespace inflight::fuzzing;
using namespace Qt::StringLiterals;

namespace {

void checkAccepted(const AcceptedUrl &accepted)
{
    const QUrl url(accepted.url, QUrl::StrictMode);
    require(url.isValid(), "an accepted URL is a URL");
    require(url.scheme() == "http"_L1 || url.scheme() == "https"_L1, "it is http or https");
    require(!url.host().isEmpty(), "it has a host");
    require(!url.hasFragment(), "it has no fragment");
    require(std::ranges::all_of(accepted.url, [](QChar c) { return c > u' ' && c < u'\x7f'; }),
            "it has no character that could end a line or a header");
    const auto again = readUrl(accepted.url);
    const auto *const same = std::get_if<FetchableUrl>(&again);
    require(same && same->url == accepted.url && same->key == accepted.key, "read again it is the same");
}

qsizetype linesThatCount(QStringView text)
{
    qsizetype count = 0;
    for (const QStringView line : text.split(u'\n')) {
        const QStringView trimmed = trimmedUrlText(line);
        count += !trimmed.isEmpty() && !trimmed.startsWith(u'#');
    }
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = QString::fromUtf8(Input(data, size).rest());
    const UrlListReport report = readUrlList(text, Duplicates::Drop);
    for (const AcceptedUrl &accepted : report.accepted)
        checkAccepted(accepted);
    for (const RejectedLine &rejected : report.rejected)
        require(!rejected.reason.isEmpty() && rejected.line > 0, "what is rejected has a line and a reason");
    if (!text.contains(u'\r'))
        require(report.accepted.size() + report.rejected.size() + report.duplicates.size() ==
                    linesThatCount(text),
                "every line is accepted, rejected or a duplicate");
    require(readUrlList(text, Duplicates::Keep).accepted.size() ==
                report.accepted.size() + report.duplicates.size(),
            "duplicates are what is dropped");
    return 0;
}
