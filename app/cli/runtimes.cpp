// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/runtimes.h"

#include "cli/texttable.h"
#include "jobs/humantext.h"
#include "jobs/jobrecord.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct RunTimesText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::RunTimes)
};

constexpr std::array shares{0.5, 0.9, 0.95, 0.99};

std::chrono::microseconds microsecondsOf(double ms)
{
    return std::chrono::microseconds(std::llround(ms * 1000));
}

QStringList row(const QString &name, const DurationHistogram &times)
{
    QStringList cells{name};
    for (const double share : shares)
        cells.append(formatLatency(times.quantile(share).value_or(std::chrono::microseconds(0))));
    return cells;
}

} // namespace

void RunTimes::take(const JobRecord &record)
{
    if (record.state == JobState::Cancelled)
        return;
    m_total.add(microsecondsOf(record.durationMs));
    const auto &attempts = record.attempts;
    const auto answered =
        std::find_if(attempts.crbegin(), attempts.crend(), [](const AttemptRecord &attempt) {
            return attempt.timings.wait && attempt.state != AttemptState::Cancelled;
        });
    if (answered != attempts.crend())
        m_firstByte.add(microsecondsOf(answered->timings.connect.value_or(0) + *answered->timings.wait));
}

QStringList RunTimes::lines() const
{
    if (m_total.count() < 2)
        return {};
    QList<QStringList> rows{{QString(), u"p50"_s, u"p90"_s, u"p95"_s, u"p99"_s}};
    if (m_firstByte.count() > 0)
        rows.append(row(RunTimesText::tr("time to first byte"), m_firstByte));
    rows.append(row(RunTimesText::tr("total time"), m_total));
    return alignedRows(rows);
}

} // namespace inflight
