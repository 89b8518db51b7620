// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/urlparts.h"

#include <QString>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

UrlParts urlPartsOf(QStringView url)
{
    const qsizetype scheme = url.indexOf("://"_L1);
    if (scheme < 0)
        return {};
    QStringView rest = url.sliced(scheme + 3);
    const auto end = std::ranges::find_if(rest, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    rest = rest.first(end - rest.begin());
    rest = rest.sliced(rest.lastIndexOf(u'@') + 1);
    const qsizetype port = rest.lastIndexOf(u':');
    if (port < 0 || rest.endsWith(u']'))
        return {url.first(scheme), rest, {}};
    return {url.first(scheme), rest.first(port), rest.sliced(port + 1)};
}

QStringView effectivePort(const UrlParts &parts)
{
    if (!parts.port.isEmpty())
        return parts.port;
    return parts.scheme.compare("https"_L1, Qt::CaseInsensitive) == 0 ? QStringView(u"443")
                                                                      : QStringView(u"80");
}

} // namespace inflight
