// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/origincolumn.h"

#include "ui/models/origintext.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace inflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(inflight::OriginColumn)
};

} // namespace

bool OriginColumn::isNumber(int column)
{
    return column != Origin && column != Errors && column != NextStart && column != Paused;
}

QString OriginColumn::title(int column)
{
    switch (column) {
    case Origin:
        return Text::tr("Origin");
    case InFlight:
        return Text::tr("In flight");
    case Waiting:
        return Text::tr("Waiting");
    case Rate:
        return Text::tr("Rate");
    case TtfbMedian:
        return Text::tr("TTFB median");
    case TtfbP95:
        return Text::tr("TTFB p95");
    case Errors:
        return Text::tr("Errors");
    case NextStart:
        return Text::tr("Next start");
    case MaxInFlight:
        return Text::tr("Most in flight");
    case MaxRate:
        return Text::tr("Rate limit");
    case Paused:
        return Text::tr("Paused");
    default:
        return {};
    }
}

QString OriginColumn::explanation(int column)
{
    switch (column) {
    case InFlight:
        return Text::tr("Requests in flight, of those allowed now");
    case Waiting:
        return Text::tr("Jobs that wait for their turn there, those in back-off included");
    case Rate:
        return Text::tr("Requests started a second, over the last seconds");
    case TtfbMedian:
        return Text::tr("Median time to first byte of its latest answers");
    case TtfbP95:
        return Text::tr("95th percentile of the time to first byte of its latest answers");
    case Errors:
        return Text::tr("Failed requests by class");
    case NextStart:
        return Text::tr("When the next job may start there, and what it waits for");
    case MaxInFlight:
        return Text::tr("Most requests in flight there; double-click or F2 to change it");
    case MaxRate:
        return Text::tr("Most requests started there, such as 5/s, 100/m or 5/15s; double-click or "
                        "F2 to change it");
    case Paused:
        return Text::tr("Starts nothing new there; what is in flight goes on");
    default:
        return {};
    }
}

QString OriginColumn::spoken(int column, const QString &text)
{
    switch (column) {
    case InFlight:
        return Text::tr("%1 in flight").arg(text);
    case Waiting:
        return Text::tr("%1 waiting").arg(text);
    case Rate:
        return text.isEmpty() ? Text::tr("nothing starts") : Text::tr("%1 started").arg(text);
    case TtfbMedian:
        return text.isEmpty() ? Text::tr("median not known yet") : Text::tr("median %1").arg(text);
    case TtfbP95:
        return text.isEmpty() ? Text::tr("95th percentile not known yet")
                              : Text::tr("95th percentile %1").arg(text);
    case Errors:
        return text.isEmpty() ? Text::tr("no errors") : text;
    case NextStart:
        return text.isEmpty() ? Text::tr("nothing waits") : Text::tr("next start: %1").arg(text);
    case MaxInFlight:
        return Text::tr("most in flight %1").arg(text);
    case MaxRate:
        return Text::tr("rate limit %1").arg(text);
    case Paused:
        return text.isEmpty() ? Text::tr("not paused") : text;
    default:
        return text;
    }
}

qint64 OriginColumn::sortKey(int column, const OriginStatus &origin, qint64 nowMs)
{
    switch (column) {
    case InFlight:
        return origin.inFlight;
    case Waiting:
        return origin.queued + origin.backingOff;
    case Rate:
        return std::llround(origin.startedPerSecond * 1000);
    case TtfbMedian:
        return origin.ttfbMedianMs;
    case TtfbP95:
        return origin.ttfbP95Ms;
    case Errors:
        return static_cast<qint64>(errorCount(origin));
    case NextStart:
        return origin.limits.paused ? std::numeric_limits<qint64>::max() : nextStartMs(origin, nowMs);
    case MaxInFlight:
        return origin.limits.maxInFlight;
    case MaxRate: // no limit is the highest one
        return origin.limits.rate.isLimited() ? -origin.limits.rate.interval().count() : 0;
    case Paused:
        return origin.limits.paused ? 1 : 0;
    default:
        return origin.index;
    }
}

} // namespace inflight
