// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/origintext.h"

#include "jobs/humantext.h"
#include "jobs/waitingreason.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct OriginTextText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::OriginText)
};

using NamedCount = std::pair<QString, quint64>;

/// Faults with their names, the most frequent first.
QList<NamedCount> faultsOf(const OriginStatus &origin)
{
    QList<NamedCount> faults;
    for (std::size_t at = 0; at < origin.errors.size(); ++at) {
        if (origin.errors[at] > 0)
            faults.append({faultClassName(static_cast<FaultClass>(at)), origin.errors[at]});
    }
    std::ranges::stable_sort(faults, std::greater(), &NamedCount::second);
    return faults;
}

QString countedName(const NamedCount &fault)
{
    return OriginTextText::tr("%1 × %2").arg(fault.first, formatCount(static_cast<qint64>(fault.second)));
}

} // namespace

QString inFlightText(const OriginStatus &origin)
{
    const QString count = OriginTextText::tr("%1 of %2").arg(origin.inFlight).arg(origin.allowed);
    return origin.allowed < origin.limits.maxInFlight ? OriginTextText::tr("%1, eased off").arg(count)
                                                      : count;
}

QString easedOffText(const OriginStatus &origin)
{
    if (origin.allowed >= origin.limits.maxInFlight)
        return {};
    const QString why = origin.easedAfter == 0 ? OriginTextText::tr("after a timeout")
                                               : OriginTextText::tr("after status %1").arg(origin.easedAfter);
    return OriginTextText::tr("Eased off %1: %2 of %3 at once until it recovers.")
        .arg(why)
        .arg(origin.allowed)
        .arg(origin.limits.maxInFlight);
}

QString startRateText(const OriginStatus &origin)
{
    if (origin.startedPerSecond < 0.05)
        return {};
    const int decimals = origin.startedPerSecond < 99.95 ? 1 : 0;
    return OriginTextText::tr("%1/s").arg(QLocale().toString(origin.startedPerSecond, 'f', decimals));
}

QString errorsText(const OriginStatus &origin)
{
    QList<NamedCount> families;
    for (const auto &[name, count] : faultsOf(origin)) {
        const QString family = name.startsWith("timeout."_L1) ? u"timeout"_s : name;
        const auto known = std::ranges::find(families, family, &NamedCount::first);
        if (known == families.end())
            families.append({family, count});
        else
            known->second += count;
    }
    std::ranges::stable_sort(families, std::greater(), &NamedCount::second);
    QStringList words;
    for (const NamedCount &family : std::as_const(families))
        words.append(countedName(family));
    return words.join(", "_L1);
}

QString errorsInFull(const OriginStatus &origin)
{
    QStringList lines;
    for (const NamedCount &fault : faultsOf(origin))
        lines.append(countedName(fault));
    return lines.join(u'\n');
}

quint64 errorCount(const OriginStatus &origin)
{
    return std::accumulate(origin.errors.begin(), origin.errors.end(), quint64{0});
}

qint64 nextStartMs(const OriginStatus &origin, qint64 nowMs)
{
    const qint64 next = std::max(origin.heldUntilMs, origin.nextStartMs);
    return next > nowMs ? next : -1;
}

QString nextStartText(const OriginStatus &origin, const RunTotals &run, qint64 nowMs)
{
    const bool isPaused = run.paused || origin.limits.paused;
    if (origin.queued == 0 && !isPaused && nextStartMs(origin, nowMs) < 0)
        return {};
    return queueReason(run, &origin, nowMs);
}

} // namespace inflight
