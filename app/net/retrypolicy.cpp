// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/retrypolicy.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

using std::chrono::milliseconds;

namespace {

/// The three forms of a date in HTTP (RFC 9110, section 5.6.7); what day of the week it says does not matter.
QDateTime parseHttpDate(const QString &text, const QDateTime &now)
{
    constexpr int century = 100;
    const QString afterDay = text.sliced(text.indexOf(u' ') + 1).simplified();
    const QLocale english = QLocale::c();
    QDateTime date = english.toDateTime(afterDay, u"dd MMM yyyy HH:mm:ss 'GMT'"_s);
    if (!date.isValid())
        date = english.toDateTime(afterDay, u"MMM d HH:mm:ss yyyy"_s);
    if (!date.isValid()) {
        // Two digits of a year stand for one that is at most 50 years ahead; Qt takes them for 19xx.
        date = english.toDateTime(afterDay, u"dd-MMM-yy HH:mm:ss 'GMT'"_s);
        if (date.isValid() && date.addYears(century) <= now.addYears(century / 2))
            date = date.addYears(century);
    }
    return date.isValid() ? QDateTime(date.date(), date.time(), Qt::UTC) : QDateTime();
}

} // namespace

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
    const QDateTime date = parseHttpDate(QString::fromLatin1(text), now);
    if (!date.isValid())
        return std::nullopt;
    return std::clamp(milliseconds(now.msecsTo(date)), milliseconds(0), longestRetryAfter);
}

} // namespace inflight
