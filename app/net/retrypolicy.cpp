// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/retrypolicy.h"

#include "net/httpdate.h"

#include <algorithm>
#include <cmath>

namespace inflight {

using std::chrono::milliseconds;

bool isTransient(FaultClass faultClass)
{
    switch (faultClass) {
    case FaultClass::Dns:
    case FaultClass::Refused:
    case FaultClass::Unreachable:
    case FaultClass::Truncated:
    case FaultClass::TimeoutConnect:
    case FaultClass::TimeoutFirstByte:
    case FaultClass::TimeoutIdle:
        return true;
    default:
        return false;
    }
}

bool isTransientStatus(int status)
{
    constexpr int transient[] = {408, 425, 429, 500, 502, 503, 504};
    return std::ranges::find(transient, status) != std::end(transient);
}

bool isIdempotent(const QByteArray &method)
{
    return method != "POST" && method != "PATCH" && method != "CONNECT";
}

bool neverSent(FaultClass faultClass)
{
    return faultClass == FaultClass::Dns || faultClass == FaultClass::Refused ||
           faultClass == FaultClass::Unreachable || faultClass == FaultClass::TimeoutConnect;
}

milliseconds backOffDelay(int retry, milliseconds base, milliseconds cap, double random)
{
    Q_ASSERT(retry >= 1);
    const double most =
        std::min(static_cast<double>(cap.count()),
                 static_cast<double>(base.count()) * std::exp2(static_cast<double>(retry - 1)));
    return milliseconds(std::llround(random * most));
}

std::optional<milliseconds> parseRetryAfter(QByteArrayView value, const QDateTime &now)
{
    const QByteArrayView text = value.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
        bool ok = false;
        const qint64 seconds = text.toByteArray().toLongLong(&ok);
        constexpr auto most = std::chrono::floor<std::chrono::seconds>(longestRetryAfter);
        return ok ? std::min(std::chrono::seconds(seconds), most) : most;
    }
    const std::optional<QDateTime> date = parseHttpDate(text, now);
    if (!date)
        return std::nullopt;
    return std::clamp(milliseconds(now.msecsTo(*date)), milliseconds(0), longestRetryAfter);
}

} // namespace inflight
