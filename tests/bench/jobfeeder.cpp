// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bench/jobfeeder.h"

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr auto interval = 34ms;
constexpr int changesPerBatch = 170; // 5,000 a second
constexpr int rowsPerPiece = 2'000;

int &counter(RunTotals &totals, JobState state)
{
    switch (state) {
    case JobState::Queued:
        return totals.queued;
    case JobState::BackingOff:
        return totals.backingOff;
    case JobState::Running:
        return totals.running;
    case JobState::Succeeded:
        return totals.succeeded;
    case JobState::Failed:
        return totals.failed;
    case JobState::Cancelled:
        break;
    }
    return totals.cancelled;
}

} // namespace

JobFeeder::JobFeeder(Engine &engine, int rows)
    : m_engine(engine)
    , m_states(static_cast<std::size_t>(rows), JobState::Queued)
{
    m_totals.concurrency = 64;
    m_totals.perHost = 8;
    m_totals.queued = rows;
    m_totals.firstStartMs = steadyNowMs();
    m_mailbox = std::make_shared<ChangeMailbox>(
        [this] { QMetaObject::invokeMethod(this, &JobFeeder::deliver, Qt::QueuedConnection); });
}

JobFeeder::~JobFeeder()
{
    stop();
}

void JobFeeder::addRows()
{
    const int rows = static_cast<int>(m_states.size());
    for (int first = 0; first < rows; first += rowsPerPiece) {
        AcceptedJobs jobs{static_cast<JobId>(first), {}, {}};
        for (int i = first; i < std::min(first + rowsPerPiece, rows); ++i) {
            jobs.inputs.append(
                {u"https://h%1.example.org/some/path/item/%2.json"_s.arg(i % 50).arg(i), nullptr});
            jobs.origins.append(static_cast<quint32>(i % 50));
        }
        ChangeBatch batch;
        batch.accepted.append(jobs);
        batch.totals = m_totals;
        Q_EMIT m_engine.updated(batch);
    }
}

void JobFeeder::start()
{
    m_thread = std::thread([this] {
        auto next = std::chrono::steady_clock::now();
        while (!m_isStopping) {
            m_mailbox->put(nextBatch());
            next += interval;
            std::this_thread::sleep_until(next);
        }
    });
}

void JobFeeder::stop()
{
    m_isStopping = true;
    if (m_thread.joinable())
        m_thread.join();
}

void JobFeeder::deliver()
{
    if (const std::optional<ChangeBatch> batch = m_mailbox->take())
        Q_EMIT m_engine.updated(*batch);
}

ChangeBatch JobFeeder::nextBatch()
{
    ChangeBatch batch;
    std::uniform_int_distribution<std::size_t> anyJob(0, m_states.size() - 1);
    std::vector<bool> taken(m_states.size() <= 100'000 ? m_states.size() : 0);
    for (int i = 0; i < changesPerBatch; ++i) {
        const std::size_t id = anyJob(m_random);
        if (!taken.empty() && taken[id])
            continue;
        if (!taken.empty())
            taken[id] = true;
        batch.jobs.append(nextView(static_cast<JobId>(id)));
    }
    m_fed += static_cast<int>(batch.jobs.size());
    batch.totals = m_totals;
    return batch;
}

JobView JobFeeder::nextView(JobId id)
{
    JobState &state = m_states[id];
    --counter(m_totals, state);
    const bool waits = isFinished(state) || state == JobState::Queued;
    state = waits ? JobState::Running
                  : static_cast<JobState>(static_cast<int>(JobState::Succeeded) +
                                          static_cast<int>(m_random() % 8 < 6 ? 0 : 1 + m_random() % 2));
    ++counter(m_totals, state);
    static const QStringList names{u"fetch"_s, u"decode"_s, u"inspect"_s};
    JobView view;
    view.id = id;
    view.state = state;
    view.origin = id % 50;
    view.attempt = 1;
    view.startedMs = steadyNowMs();
    view.bytes = static_cast<qint64>(m_random() % 10'000'000);
    view.stageNames = names;
    view.stages = {{StageState::Running, 300, 0, -1}, {}, {}};
    if (isFinished(state)) {
        view.status = state == JobState::Failed ? 404 : 200;
        view.durationMs = static_cast<float>(m_random() % 10'000);
        view.stages = {
            {StageState::Done, -1, 0, 20}, {StageState::Done, -1, 20, 1}, {StageState::Done, -1, 21, 1}};
    }
    return view;
}

} // namespace inflight
