// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/runhistory.h"

#include <QFileInfo>

#include <algorithm>

namespace inflight {

QString PastRun::title() const
{
    return name.isEmpty() ? QFileInfo(path).completeBaseName() : name;
}

QList<ExcessRun> runsOverLimits(const QList<PastRun> &runs, const RunLimits &limits, const QDateTime &now)
{
    QList<PastRun> oldestFirst = runs;
    std::ranges::stable_sort(oldestFirst, {}, &PastRun::changed);
    qint64 all = 0;
    for (const PastRun &run : runs)
        all += run.diskBytes;
    QList<ExcessRun> excess;
    for (const PastRun &run : std::as_const(oldestFirst)) {
        const bool old = limits.days > 0 && run.changed.addDays(limits.days) < now;
        if (run.inUse || (!old && (limits.bytes == 0 || all <= limits.bytes)))
            continue;
        excess.append({run.path, run.diskBytes, old ? Excess::Age : Excess::Size});
        all -= run.diskBytes;
    }
    return excess;
}

} // namespace inflight
