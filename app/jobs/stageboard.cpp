// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/stageboard.h"

#include <QMutexLocker>

#include <algorithm>

namespace inflight {

using std::chrono::milliseconds;

namespace {

bool isOpen(StageState state)
{
    return state == StageState::Waiting || state == StageState::Running;
}

} // namespace

StageBoard::StageBoard(const QStringList &names, std::shared_ptr<StageTraffic> traffic)
    : m_traffic(std::move(traffic))
{
    m_marks.reserve(static_cast<std::size_t>(names.size()));
    for (const QString &name : names)
        m_marks.push_back({name, StageState::Pending, {}, {}, {}, -1, {}});
}

StageBoard::~StageBoard()
{
    for (std::size_t stage = 0; stage < m_marks.size(); ++stage)
        leave(stage);
}

/// The traffic's count of a stage that waits or runs is taken back. With the lock, or alone.
void StageBoard::leave(std::size_t stage)
{
    if (!m_traffic)
        return;
    if (m_marks[stage].state == StageState::Waiting)
        m_traffic->waits(stage, -1);
    else if (m_marks[stage].state == StageState::Running)
        m_traffic->leaves(stage);
}

void StageBoard::wait(std::size_t stage)
{
    const QMutexLocker lock(&m_mutex);
    leave(stage);
    m_marks[stage].state = StageState::Waiting;
    if (m_traffic)
        m_traffic->waits(stage, 1);
}

void StageBoard::restore(std::size_t stage, const StageRecord &record)
{
    const QMutexLocker lock(&m_mutex);
    Mark &mark = m_marks[stage];
    mark.state = record.state;
    mark.detail = record.detail;
    const auto after = [this](double ms) {
        return m_zero +
               std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double, std::milli>(ms));
    };
    if (record.startedMs)
        mark.firstStart = mark.start = after(*record.startedMs);
    if (record.startedMs && record.durationMs)
        mark.end = after(*record.startedMs + *record.durationMs);
}

void StageBoard::begin(std::size_t stage)
{
    const QMutexLocker lock(&m_mutex);
    Mark &mark = m_marks[stage];
    leave(stage);
    if (m_traffic)
        m_traffic->begins(stage);
    mark.state = StageState::Running;
    mark.start = Clock::now();
    if (!mark.firstStart)
        mark.firstStart = mark.start;
    mark.permille = -1;
}

void StageBoard::progress(std::size_t stage, qint64 done, qint64 total)
{
    const QMutexLocker lock(&m_mutex);
    const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : -1;
    m_marks[stage].permille =
        total > 0 ? static_cast<qint16>(std::clamp(share, 0.0, 1.0) * 1000) : qint16{-1};
}

void StageBoard::end(std::size_t stage, StageState state, const QString &detail)
{
    const QMutexLocker lock(&m_mutex);
    Mark &mark = m_marks[stage];
    const Clock::time_point now = Clock::now();
    if (m_traffic && mark.state == StageState::Running && state == StageState::Done)
        m_traffic->succeeds(stage, now - *mark.start);
    else if (m_traffic && mark.state == StageState::Running && state == StageState::Failed)
        m_traffic->fails(stage);
    else
        leave(stage);
    mark.state = state;
    mark.end = now;
    mark.detail = detail;
}

void StageBoard::endRest(StageState state)
{
    const QMutexLocker lock(&m_mutex);
    const auto last = std::ranges::find_if(
        m_marks, [](const Mark &mark) { return mark.state == StageState::Pending || isOpen(mark.state); });
    if (last == m_marks.end())
        return;
    const auto stage = static_cast<std::size_t>(last - m_marks.begin());
    if (m_traffic && last->state == StageState::Running && state == StageState::Failed)
        m_traffic->fails(stage);
    else
        leave(stage);
    last->state = state;
    if (last->start)
        last->end = Clock::now();
    for (auto mark = last + 1; mark != m_marks.end(); ++mark)
        mark->state = StageState::Skipped;
}

void StageBoard::rewind(std::size_t stage)
{
    const QMutexLocker lock(&m_mutex);
    Mark &mark = m_marks[stage];
    leave(stage);
    if (m_traffic)
        m_traffic->waits(stage, 1);
    mark.state = StageState::Waiting;
    mark.start.reset();
    mark.end.reset();
    mark.permille = -1;
}

std::optional<StageBoard::Current> StageBoard::current() const
{
    const QMutexLocker lock(&m_mutex);
    const auto mark = std::ranges::find_if(m_marks, isOpen, &Mark::state);
    if (mark == m_marks.end())
        return std::nullopt;
    const bool runs = mark->state == StageState::Running;
    const auto elapsed =
        runs ? std::chrono::floor<milliseconds>(Clock::now() - *mark->start) : milliseconds{0};
    return Current{static_cast<std::size_t>(mark - m_marks.begin()), mark->state, elapsed};
}

QList<StageView> StageBoard::views() const
{
    const QMutexLocker lock(&m_mutex);
    const auto ms = [](Clock::duration duration) {
        return static_cast<qint32>(std::chrono::duration_cast<milliseconds>(duration).count());
    };
    QList<StageView> views;
    views.reserve(static_cast<qsizetype>(m_marks.size()));
    for (const Mark &mark : m_marks) {
        StageView view;
        view.state = mark.state;
        view.permille = mark.permille;
        if (mark.firstStart)
            view.startMs = ms((isOpen(mark.state) && mark.start ? *mark.start : *mark.firstStart) - m_zero);
        if (mark.firstStart && mark.end)
            view.durationMs = ms(*mark.end - *mark.firstStart);
        views.append(view);
    }
    return views;
}

QList<StageRecord> StageBoard::records() const
{
    const QMutexLocker lock(&m_mutex);
    const auto ms = [](Clock::duration duration) {
        return std::chrono::duration<double, std::milli>(duration).count();
    };
    QList<StageRecord> records;
    records.reserve(static_cast<qsizetype>(m_marks.size()));
    for (const Mark &mark : m_marks) {
        StageRecord record{mark.name, mark.state, {}, {}, mark.detail};
        if (mark.firstStart)
            record.startedMs = ms(*mark.firstStart - m_zero);
        if (mark.firstStart && mark.end)
            record.durationMs = ms(*mark.end - *mark.firstStart);
        records.append(record);
    }
    return records;
}

} // namespace inflight
