// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "jobs/jobtable.h"

#include <QMutex>
#include <QObject>

#include <vector>

namespace inflight {

/// An engine with everything a test wants to know of it: its table, its records, the order of states of each
/// job.
class EngineRun final : public QObject, public RecordSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineRun)

public:
    explicit EngineRun(RunSettings settings = defaults());
    ~EngineRun() override;

    /// The inspect pipeline, quick back-off.
    static RunSettings defaults();
    /// Defaults with a pipeline of this description.
    static RunSettings withPipeline(const QByteArray &json);

    JobId submit(const QStringList &urls, std::shared_ptr<const RequestTemplate> request = nullptr);
    /// Runs the event loop until every job submitted so far has ended; false after `timeoutMs`.
    [[nodiscard]] bool finish(int timeoutMs = 10'000);
    [[nodiscard]] Engine &engine() { return *m_engine; }
    [[nodiscard]] const JobTable &table() const { return m_table; }
    [[nodiscard]] const JobView &view(JobId id) const { return m_table.view(static_cast<int>(id)); }
    /// The last record of a job; null while it has none.
    [[nodiscard]] JobRecordPtr record(JobId id) const;
    /// Every record in the order of completion.
    [[nodiscard]] std::vector<JobRecordPtr> records() const;
    /// The states that batches showed of a job, repeats left out.
    [[nodiscard]] QList<JobState> states(JobId id) const { return m_states.value(id); }
    [[nodiscard]] int batches() const { return m_batches; }
    [[nodiscard]] int timesFinished() const { return m_timesFinished; }
    /// stop(), wait for stopped(); false when it took longer than `timeoutMs`.
    [[nodiscard]] bool stop(int timeoutMs = 1000);
    /// What it was told of stages that are run again, in that order.
    [[nodiscard]] QList<bool> timesAgain() const;
    void stagesAgain(bool begin) override;
    void take(const FinishedJob &job) override;
    bool wantsBodies() const override { return false; }

private:
    void apply(const ChangeBatch &batch);

    std::unique_ptr<Engine> m_engine;
    JobTable m_table;
    QHash<JobId, QList<JobState>> m_states;
    mutable QMutex m_mutex;
    std::vector<JobRecordPtr> m_records; ///< guarded by m_mutex
    QList<bool> m_timesAgain;            ///< guarded by m_mutex
    int m_batches = 0;
    int m_timesFinished = 0;
};

} // namespace inflight
