// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/summary.h"

#include "jobs/humantext.h"

#include <QCoreApplication>
#include <QList>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SummaryText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Summary)
};

/// A part of the progress line; the larger its rank, the sooner it is left out.
struct Part
{
    QString text;
    int rank = 0;
};

QString bar(int done, int all)
{
    constexpr int cells = 20;
    const int filled = all > 0 ? static_cast<int>(static_cast<qint64>(done) * cells / all) : 0;
    return u'[' + QString(filled, u'■') + QString(cells - filled, u'□') + u']';
}

/// Nothing for a count that is not worth a word.
void addCount(QList<Part> &parts, int rank, int count, const QString &text)
{
    if (count > 0)
        parts.append({text.arg(formatCount(count)), rank});
}

QString perSecond(double rate)
{
    return SummaryText::tr("%1/s").arg(rate >= 10 ? formatCount(std::llround(rate))
                                                  : QString::number(rate, 'f', 1));
}

QList<Part> progressParts(const RunTotals &totals, const Throughput &throughput)
{
    QList<Part> parts;
    parts.append(
        {SummaryText::tr("%1/%2").arg(formatCount(totals.finished()), formatCount(totals.all())), 0});
    parts.append({SummaryText::tr("running %1").arg(formatCount(totals.running)), 2});
    addCount(parts, 7, totals.slow, SummaryText::tr("slow %1"));
    addCount(parts, 6, totals.backingOff, SummaryText::tr("to retry %1"));
    parts.append({SummaryText::tr("ok %1").arg(formatCount(totals.succeeded)), 5});
    addCount(parts, 1, totals.failed, SummaryText::tr("failed %1"));
    addCount(parts, 7, totals.cancelled, SummaryText::tr("cancelled %1"));
    parts.append({formatBytes(totals.bytes), 9});
    if (throughput.jobsPerSecond() > 0)
        parts.append({perSecond(throughput.jobsPerSecond()), 6});
    if (throughput.bytesPerSecond() > 0)
        parts.append({formatRate(throughput.bytesPerSecond()), 4});
    if (throughput.msLeft())
        parts.append({SummaryText::tr("%1 left").arg(formatSeconds(*throughput.msLeft())), 3});
    return parts;
}

QString joined(const QList<Part> &parts)
{
    QString line;
    for (const Part &part : parts) {
        const bool afterBar = line.endsWith(u']');
        line += (line.isEmpty() ? QString() : QString(afterBar ? 1 : 2, u' ')) + part.text;
    }
    return line;
}

QString failedText(const RunTotals &totals, const FaultCounts &faults)
{
    const QString text = SummaryText::tr("%1 failed").arg(formatCount(totals.failed));
    return faults.isEmpty() ? text : u"%1 (%2)"_s.arg(text, faultsText(faults));
}

/// As many of the parts as fit.
QString fitted(QList<Part> parts, int columns, const QString &standstill)
{
    if (!standstill.isEmpty())
        parts.append({standstill, 2});
    QString line = joined(parts);
    while (line.size() > columns && parts.size() > 1) {
        parts.erase(std::ranges::max_element(parts, {}, &Part::rank));
        line = joined(parts);
    }
    return line.left(std::max(columns, 0));
}

QString speedText(const RunTotals &totals)
{
    const qint64 elapsedMs = totals.firstStartMs < 0 ? -1 : totals.lastEndMs - totals.firstStartMs;
    if (elapsedMs < 0)
        return {};
    const double rate = 1000.0 * static_cast<double>(totals.endedInBurst()) /
                        static_cast<double>(std::max<qint64>(elapsedMs, 1));
    return SummaryText::tr("; %1 in %2 (%3)")
        .arg(formatBytes(totals.bytes - totals.bytesBefore), formatDuration(elapsedMs), perSecond(rate));
}

} // namespace

QString progressText(const RunTotals &totals, const Throughput &throughput, int columns,
                     const QString &standstill)
{
    QList<Part> parts = progressParts(totals, throughput);
    parts.prepend({bar(totals.finished(), totals.all()), 8});
    return fitted(std::move(parts), columns, standstill);
}

QString plainProgressText(const RunTotals &totals, const Throughput &throughput, int columns,
                          const QString &standstill)
{
    return fitted(progressParts(totals, throughput), columns, standstill);
}

QString faultsText(const FaultCounts &faults)
{
    QList<FaultClass> classes = faults.keys();
    std::ranges::sort(classes, [&faults](FaultClass left, FaultClass right) {
        const int leftCount = faults.value(left);
        const int rightCount = faults.value(right);
        return leftCount != rightCount ? leftCount > rightCount : left < right;
    });
    QStringList names;
    for (const FaultClass each : std::as_const(classes))
        names.append(u"%1 %2"_s.arg(faultClassName(each), formatCount(faults.value(each))));
    return names.join(", "_L1);
}

QString summaryText(const RunTotals &totals, const FaultCounts &faults, int rejectedInputs)
{
    const QString jobs = totals.all() == 1 ? SummaryText::tr("1 job")
                                           : SummaryText::tr("%1 jobs").arg(formatCount(totals.all()));
    QStringList ends{SummaryText::tr("%1 succeeded").arg(formatCount(totals.succeeded))};
    if (totals.failed > 0)
        ends.append(failedText(totals, faults));
    if (totals.cancelled > 0)
        ends.append(SummaryText::tr("%1 cancelled").arg(formatCount(totals.cancelled)));
    QString text = u"%1: %2"_s.arg(jobs, ends.join(", "_L1)) + speedText(totals);
    if (rejectedInputs == 1)
        text += SummaryText::tr("; 1 line of input rejected");
    else if (rejectedInputs > 1)
        text += SummaryText::tr("; %1 lines of input rejected").arg(formatCount(rejectedInputs));
    return text;
}

} // namespace inflight
