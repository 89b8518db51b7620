// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "jobs/stagetraffic.h"

#include <QMutex>

#include <chrono>
#include <memory>
#include <vector>

namespace inflight {

/// The place of the fetch among the stages; those of the pipeline follow.
inline constexpr std::size_t fetchPlace = 0;

/// The live state of one job's stages. Written by whoever runs a stage (engine or pool thread), read by the
/// engine when it publishes: the one thing that a running CPU stage shares with the engine, under a mutex.
class StageBoard
{
    Q_DISABLE_COPY_MOVE(StageBoard)

public:
    using Clock = std::chrono::steady_clock;

    /// `names` with "fetch" first; times count from now. `traffic` has the same stages; may be null.
    explicit StageBoard(const QStringList &names, std::shared_ptr<StageTraffic> traffic = nullptr);
    /// What is still open leaves the traffic.
    ~StageBoard();

    void wait(std::size_t stage);
    void begin(std::size_t stage);
    /// Units done of all; a total that is not positive is unknown.
    void progress(std::size_t stage, qint64 done, qint64 total);
    void end(std::size_t stage, StageState state, const QString &detail = {});
    /// Every stage that has not ended: the waiting or running one gets `state`, later ones are skipped.
    void endRest(StageState state);
    /// A stage of an earlier run of the job that is not run again, or one that this job does not go through.
    void restore(std::size_t stage, const StageRecord &record);
    /// A further attempt: this stage begins again, its first start stays.
    void rewind(std::size_t stage);

    /// The stage that waits or runs, how long it has been running; nothing when none is.
    struct Current
    {
        std::size_t stage;
        StageState state;
        std::chrono::milliseconds elapsed;
    };
    [[nodiscard]] std::optional<Current> current() const;
    [[nodiscard]] QList<StageView> views() const;
    [[nodiscard]] QList<StageRecord> records() const;

private:
    struct Mark
    {
        QString name;
        StageState state = StageState::Pending;
        std::optional<Clock::time_point> firstStart;
        std::optional<Clock::time_point> start; ///< of the present attempt
        std::optional<Clock::time_point> end;
        qint16 permille = -1;
        QString detail;
    };

    void leave(std::size_t stage);

    const std::shared_ptr<StageTraffic> m_traffic;
    mutable QMutex m_mutex;
    Clock::time_point m_zero = Clock::now();
    std::vector<Mark> m_marks; ///< guarded by m_mutex
};

} // namespace inflight
