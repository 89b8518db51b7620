// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/liveprogress.h"

#include "cli/console.h"
#include "cli/slowstage.h"
#include "cli/texttable.h"
#include "jobs/humantext.h"
#include "jobs/waitingreason.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct LiveProgressText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::LiveProgress)
};

constexpr int mostSlow = 3;
constexpr int plainColumns = 120;

QString count(quint64 number, const QString &text)
{
    return number > 0 ? text.arg(formatCount(static_cast<qint64>(number))) : QString();
}

QString latency(qint64 us, const QString &text)
{
    return us >= 0 ? text.arg(formatLatency(std::chrono::microseconds(us))) : QString();
}

QStringList stageCells(const StageStatus &stage)
{
    return {stage.name,
            LiveProgressText::tr("%1 active").arg(formatCount(stage.active)),
            count(static_cast<quint64>(stage.waiting), LiveProgressText::tr("%1 waiting")),
            LiveProgressText::tr("%1 done").arg(formatCount(static_cast<qint64>(stage.done))),
            count(stage.failed, LiveProgressText::tr("%1 failed")),
            LiveProgressText::tr("%1/s").arg(formatCount(std::llround(stage.perSecond))),
            latency(stage.medianUs, LiveProgressText::tr("p50 %1")),
            latency(stage.p95Us, LiveProgressText::tr("p95 %1")),
            stage.bottleneck ? LiveProgressText::tr("bottleneck") : QString()};
}

/// The cells' columns, the first to be left out first.
constexpr std::array leftOutFirst{8, 6, 7, 5, 2, 3, 4, 1};

qsizetype widest(const QStringList &lines)
{
    qsizetype width = 0;
    for (const QString &line : lines)
        width = std::max(width, line.size());
    return width;
}

QStringList stageLines(const QList<StageStatus> &stages, int columns)
{
    QList<QStringList> rows;
    for (const StageStatus &stage : stages)
        rows.append(stageCells(stage));
    QStringList lines = alignedRows(rows);
    for (const int column : leftOutFirst) {
        if (widest(lines) <= columns)
            break;
        for (QStringList &row : rows)
            row[column].clear();
        lines = alignedRows(rows);
    }
    return lines;
}

/// "text…" where it does not fit.
QString clipped(const QString &text, int columns)
{
    return text.size() <= columns ? text : text.left(std::max(columns - 1, 0)) + u'…';
}

} // namespace

void LiveProgress::append(const QList<JobInput> &inputs)
{
    if (!m_namesJobs)
        return;
    for (const JobInput &input : inputs)
        m_urls.append(input.url);
}

void LiveProgress::take(const ChangeBatch &batch)
{
    for (const AcceptedJobs &accepted : batch.accepted) {
        const qsizetype known = m_urls.size() - static_cast<qsizetype>(accepted.first);
        if (known < accepted.inputs.size())
            append(accepted.inputs.sliced(std::max<qsizetype>(known, 0)));
    }
    m_totals = batch.totals;
    if (!batch.stages.isEmpty())
        m_stages = batch.stages;
    for (const OriginStatus &origin : batch.origins) {
        if (origin.queued > 0)
            m_waiting.insert(origin.index, origin);
        else
            m_waiting.remove(origin.index);
    }
    for (const JobView &view : batch.jobs)
        takeSlow(view);
}

void LiveProgress::takeSlow(const JobView &view)
{
    if (view.slow && !isFinished(view.state))
        m_slow.insert(view.id, view);
    else
        m_slow.remove(view.id);
    if (m_namesJobs && isFinished(view.state))
        m_urls[static_cast<qsizetype>(view.id)].clear();
}

QStringList LiveProgress::block(const FaultCounts &faults, qint64 nowMs, int columns, int rows)
{
    m_throughput.feed(m_totals, nowMs);
    QStringList lines{progressText(m_totals, m_throughput, columns, standstill(nowMs))};
    const auto add = [&lines, rows](const QStringList &more) {
        if (lines.size() + more.size() <= rows)
            lines += more;
    };
    add(stageLines(m_stages, columns));
    if (!faults.isEmpty())
        add({clipped(LiveProgressText::tr("failed: %1").arg(faultsText(faults)), columns)});
    add(slowLines(nowMs, columns));
    return lines;
}

QString LiveProgress::line(qint64 nowMs)
{
    m_throughput.feed(m_totals, nowMs);
    return plainProgressText(m_totals, m_throughput, plainColumns, standstill(nowMs));
}

QString LiveProgress::standstill(qint64 nowMs) const
{
    if (m_totals.running > 0 || m_waiting.isEmpty())
        return {};
    // Of several origins, the one that goes on first.
    const auto next = std::ranges::min_element(m_waiting, {}, [](const OriginStatus &origin) {
        return std::max(origin.heldUntilMs, origin.nextStartMs);
    });
    return queueReason(m_totals, &*next, nowMs);
}

/// The longest first; as many as are worth a line.
QStringList LiveProgress::slowLines(qint64 nowMs, int columns) const
{
    QList<SlowStage> slow;
    for (const JobView &view : m_slow)
        slow.append(slowStage(view, nowMs));
    const auto shown = std::min<qsizetype>(slow.size(), mostSlow);
    std::ranges::partial_sort(slow, slow.begin() + shown, std::ranges::greater(), &SlowStage::spentMs);
    QStringList lines;
    for (const SlowStage &each : slow.first(shown)) {
        const QString url = displayUrl(m_urls.value(each.id), m_secrets);
        lines.append(clipped(LiveProgressText::tr("slow: %1  %2").arg(each.text(), printable(url)), columns));
    }
    return lines;
}

} // namespace inflight
