// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/selectiondigest.h"

#include "jobs/humantext.h"
#include "jobs/jobtable.h"
#include "ui/models/jobtext.h"
#include "ui/panes/html.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

constexpr std::chrono::milliseconds digestSliceTime = 4ms;
/// Jobs between two looks at the clock.
constexpr qsizetype stride = 256;

struct SelectionDigestText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SelectionDigest)
};

template <typename Format>
void writeSpread(Html &html, const QString &title, const Spread &spread, Format format)
{
    if (spread.count == 0)
        return;
    html.heading(title);
    html.beginTable();
    html.fact(SelectionDigestText::tr("Sum"), format(spread.sum));
    html.fact(SelectionDigestText::tr("Least"), format(spread.least));
    html.fact(SelectionDigestText::tr("Median"), format(spread.median));
    html.fact(SelectionDigestText::tr("95 % within"), format(spread.p95));
    html.fact(SelectionDigestText::tr("Most"), format(spread.most));
    html.endTable();
}

} // namespace

Spread spreadOf(std::vector<qint64> &figures)
{
    Spread spread;
    spread.count = static_cast<qint64>(figures.size());
    if (figures.empty())
        return spread;
    std::ranges::sort(figures);
    for (const qint64 figure : figures)
        spread.sum += figure;
    const auto ranked = [&figures](std::size_t percent) {
        return figures[(figures.size() * percent + 99) / 100 - 1];
    };
    spread.least = figures.front();
    spread.median = ranked(50);
    spread.p95 = ranked(95);
    spread.most = figures.back();
    return spread;
}

QString selectionHtml(const SelectionSum &sum, const Theme &theme)
{
    Html html(theme);
    html.heading(SelectionDigestText::tr("%1 jobs selected").arg(formatCount(sum.jobs)));
    html.beginTable();
    for (std::size_t state = 0; state < sum.states.size(); ++state) {
        if (sum.states[state] > 0)
            html.fact(stateWord(static_cast<JobState>(state)), formatCount(sum.states[state]));
    }
    html.endTable();
    writeSpread(html, SelectionDigestText::tr("Size"), sum.bytes,
                [](qint64 bytes) { return formatBytes(bytes); });
    writeSpread(html, SelectionDigestText::tr("Time"), sum.us,
                [](qint64 us) { return formatLatency(std::chrono::microseconds(us)); });
    if (!sum.statuses.empty()) {
        html.heading(SelectionDigestText::tr("HTTP status"));
        html.beginTable();
        for (const auto &[status, jobs] : sum.statuses)
            html.fact(QString::number(status), formatCount(jobs));
        html.endTable();
    }
    if (!sum.faultClasses.empty()) {
        html.heading(SelectionDigestText::tr("Errors"));
        html.beginTable();
        for (const auto &[faultClass, jobs] : sum.faultClasses)
            html.fact(faultClassName(faultClass), formatCount(jobs));
        html.endTable();
    }
    return html.text();
}

SelectionDigest::SelectionDigest(const JobTable &jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    m_slices.setInterval(0ms);
    connect(&m_slices, &QTimer::timeout, this, &SelectionDigest::takeSlice);
    connect(&m_sorting, &QFutureWatcherBase::finished, this, [this] {
        if (m_isWanted)
            Q_EMIT summed(m_sorting.result());
    });
}

SelectionDigest::~SelectionDigest()
{
    m_sorting.waitForFinished();
}

void SelectionDigest::start(QList<JobId> ids)
{
    stop();
    m_ids = std::move(ids);
    m_next = 0;
    m_gathered = {};
    m_slices.start();
}

void SelectionDigest::stop()
{
    m_isWanted = false;
    m_slices.stop();
    m_ids.clear();
}

void SelectionDigest::takeSlice()
{
    const QDeadlineTimer deadline(digestSliceTime, Qt::PreciseTimer);
    while (m_next < m_ids.size() && !deadline.hasExpired()) {
        const qsizetype end = std::min(m_next + stride, m_ids.size());
        for (; m_next < end; ++m_next)
            take(m_jobs.view(static_cast<int>(m_ids.at(m_next))));
    }
    if (m_next < m_ids.size())
        return;
    m_slices.stop();
    m_isWanted = true;
    m_sorting.setFuture(QtConcurrent::run([gathered = std::exchange(m_gathered, {})]() mutable {
        gathered.sum.bytes = spreadOf(gathered.bytes);
        gathered.sum.us = spreadOf(gathered.us);
        return gathered.sum;
    }));
}

void SelectionDigest::take(const JobView &job)
{
    SelectionSum &sum = m_gathered.sum;
    ++sum.jobs;
    ++sum.states[static_cast<std::size_t>(job.state)];
    if (job.status > 0)
        ++sum.statuses[job.status];
    if (job.faultClass != FaultClass::Count)
        ++sum.faultClasses[job.faultClass];
    if (job.bytes > 0)
        m_gathered.bytes.push_back(job.bytes);
    if (job.durationMs >= 0)
        m_gathered.us.push_back(std::llround(job.durationMs * 1000.0F));
}

} // namespace inflight
