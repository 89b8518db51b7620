// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/links.h"

#include <QLatin1StringView>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

LinkKind linkKind(QStringView target)
{
    constexpr std::array notFetched{"javascript"_L1, "mailto"_L1, "tel"_L1,  "data"_L1,
                                    "about"_L1,      "blob"_L1,   "sms"_L1,  "cid"_L1,
                                    "magnet"_L1,     "xmpp"_L1,   "skype"_L1};
    if (target.isEmpty() || target.startsWith(u'#'))
        return LinkKind::NotFetched;
    const auto belongs = [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') ||
               c == u'+' || c == u'-' || c == u'.';
    };
    const auto end = std::ranges::find_if_not(target, belongs);
    const QStringView scheme = target.first(end - target.begin());
    const bool hasScheme = end != target.end() && *end == u':' && !scheme.isEmpty();
    if (hasScheme && std::ranges::any_of(notFetched, [scheme](QLatin1StringView each) {
            return scheme.compare(each, Qt::CaseInsensitive) == 0;
        }))
        return LinkKind::NotFetched;
    return hasScheme || target.startsWith("//"_L1) ? LinkKind::Absolute : LinkKind::Relative;
}

} // namespace inflight
