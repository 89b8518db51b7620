// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "async/fault.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr std::array<QLatin1StringView, static_cast<std::size_t>(FaultClass::Count)> names{
    "dns"_L1,
    "refused"_L1,
    "unreachable"_L1,
    "tls"_L1,
    "proxy"_L1,
    "timeout.connect"_L1,
    "timeout.first_byte"_L1,
    "timeout.idle"_L1,
    "timeout.total"_L1,
    "http.status"_L1,
    "redirect"_L1,
    "truncated"_L1,
    "protocol"_L1,
    "too_large"_L1,
    "decompression"_L1,
    "decode"_L1,
    "parse"_L1,
    "transform"_L1,
    "check"_L1,
    "command"_L1,
    "write"_L1,
    "slow"_L1,
    "internal"_L1};

} // namespace

QLatin1StringView faultClassName(FaultClass faultClass)
{
    Q_ASSERT(faultClass < FaultClass::Count);
    return names[static_cast<std::size_t>(faultClass)];
}

std::optional<FaultClass> faultClassFromName(QStringView name)
{
    const auto found = std::ranges::find_if(names, [name](QLatin1StringView each) { return name == each; });
    if (found == names.end())
        return std::nullopt;
    return static_cast<FaultClass>(found - names.begin());
}

} // namespace inflight
