// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/distributionword.h"

#include "jobs/filter/filtertext.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// To the microsecond, whatever its size: rounded, a range would begin or end beside its bucket.
QString exactMs(DurationHistogram::Duration duration)
{
    const qint64 us = duration.count();
    QString text = QString::number(us / 1000);
    if (us % 1000 != 0) {
        text += u'.' + QString::number(us % 1000).rightJustified(3, u'0');
        while (text.endsWith(u'0'))
            text.chop(1);
    }
    return text + "ms"_L1;
}

} // namespace

QString distributionWord(const Distribution &distribution, int first, int end)
{
    QString range = exactMs(DurationHistogram::bucketBegin(first)) + ".."_L1;
    // The last bucket has everything that is longer.
    if (end < DurationHistogram::bucketCount)
        range += u'<' + exactMs(DurationHistogram::bucketBegin(end));
    switch (distribution.of) {
    case Distribution::Of::WholeTime:
        return filterWord(u"duration"_s, range);
    case Distribution::Of::FirstByte:
        return filterWord(u"ttfb"_s, range);
    case Distribution::Of::Stage:
        return filterWord(u"stage-time"_s, distribution.stage + u':' + range);
    }
    Q_UNREACHABLE();
}

} // namespace inflight
