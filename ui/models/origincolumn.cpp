// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/origincolumn.h"

#include "ui/models/origintext.h"

#include <QCoreApplication>

#include <cmath>
#include <limits>

namespace inflight {

namespace {

struct OriginColumnText
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
        return OriginColumnText::tr("Origin");
    case InFlight:
        return OriginColumnText::tr("In flight");
    case Waiting:
        return OriginColumnText::tr("Waiting");
    case Rate:
        return OriginColumnText::tr("Rate");
    case TtfbMedian:
        return OriginColumnText::tr("TTFB median");
    case TtfbP95:
        return OriginColumnText::tr("TTFB p95");
    case Errors:
        return OriginColumnText::tr("Errors");
    case NextStart:
        return OriginColumnText::tr("Next start");
    case MaxInFlight:
        return OriginColumnText::tr("Most in flight");
    case MaxRate:
        return OriginColumnText::tr("Rate limit");
    case Paused:
        return OriginColumnText::tr("Paused");
    default:
        return {};
    }
}

QString OriginColumn::explanation(int column)
{
    switch (column) {
    case InFlight:
        return OriginColumnText::tr("Requests in flight, of those allowed now");
    case Waiting:
        return OriginColumnText::tr("Jobs that wait for their turn there, those in back-off included");
    case Rate:
        return OriginColumnText::tr("Requests started a second, over the last seconds");
    case TtfbMedian:
        return OriginColumnText::tr("Median time to first byte of its latest answers");
    case TtfbP95:
        return OriginColumnText::tr("95th percentile of the time to first byte of its latest answers");
    case Errors:
        return OriginColumnText::tr("Failed requests by class");
    case NextStart:
        return OriginColumnText::tr("When the next job may start there, and what it waits for");
    case MaxInFlight:
        return OriginColumnText::tr("Most requests in flight there; double-click or F2 to change it");
    case MaxRate:
        return OriginColumnText::tr(
            "Most requests started there, such as 5/s, 100/m or 5/15s; double-click or "
            "F2 to change it");
    case Paused:
        return OriginColumnText::tr("Starts nothing new there; what is in flight goes on");
    default:
        return {};
    }
}

QString OriginColumn::spoken(int column, const QString &text)
{
    switch (column) {
    case InFlight:
        return OriginColumnText::tr("%1 in flight").arg(text);
    case Waiting:
        return OriginColumnText::tr("%1 waiting").arg(text);
    case Rate:
        return text.isEmpty() ? OriginColumnText::tr("nothing starts")
                              : OriginColumnText::tr("%1 started").arg(text);
    case TtfbMedian:
        return text.isEmpty() ? OriginColumnText::tr("median not known yet")
                              : OriginColumnText::tr("median %1").arg(text);
    case TtfbP95:
        return text.isEmpty() ? OriginColumnText::tr("95th percentile not known yet")
                              : OriginColumnText::tr("95th percentile %1").arg(text);
    case Errors:
        return text.isEmpty() ? OriginColumnText::tr("no errors") : text;
    case NextStart:
        return text.isEmpty() ? OriginColumnText::tr("nothing waits")
                              : OriginColumnText::tr("next start: %1").arg(text);
    case MaxInFlight:
        return OriginColumnText::tr("most in flight %1").arg(text);
    case MaxRate:
        return OriginColumnText::tr("rate limit %1").arg(text);
    case Paused:
        return text.isEmpty() ? OriginColumnText::tr("not paused") : text;
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
