// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/changemailbox.h"
#include "jobs/engine.h"

#include <atomic>
#include <memory>
#include <random>
#include <thread>
#include <vector>

namespace inflight {

/// Stands in for the jobs of an engine: a thread that changes random ones of `rows` jobs 5,000 times a second
/// and delivers the changes as the engine does, in batches through a mailbox and by Engine::updated().
class JobFeeder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobFeeder)

public:
    JobFeeder(Engine &engine, int rows);
    ~JobFeeder() override;

    /// Tells of the jobs in pieces, as the engine does.
    void addRows();
    void start();
    void stop();
    [[nodiscard]] int fed() const { return m_fed; }

private:
    void deliver();
    [[nodiscard]] ChangeBatch nextBatch();
    [[nodiscard]] JobView nextView(JobId id);

    Engine &m_engine;
    std::shared_ptr<ChangeMailbox> m_mailbox;
    RunTotals m_totals;
    std::vector<JobState> m_states;
    std::mt19937 m_random{1};
    std::atomic_int m_fed = 0;
    std::atomic_bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace inflight
