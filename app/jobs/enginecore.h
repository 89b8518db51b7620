// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/executor.h"
#include "async/scope.h"
#include "async/semaphore.h"
#include "jobs/contentsreader.h"
#include "jobs/engine.h"
#include "jobs/foundjobs.h"
#include "jobs/heldjobs.h"
#include "jobs/jobledger.h"
#include "jobs/jobrunner.h"
#include "jobs/jobsagain.h"
#include "jobs/keptparts.h"
#include "jobs/publisher.h"
#include "jobs/scheduler.h"
#include "jobs/slowwatch.h"
#include "jobs/stageplans.h"
#include "jobs/statistics.h"
#include "jobs/storedbodies.h"
#include "jobs/tryouts.h"

#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace inflight {

/// The engine's side of Engine: takes its orders, owns everything a run needs and lives, works and dies on
/// the engine's thread.
class EngineCore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EngineCore)

public:
    /// Created on the engine's thread; `sink` may be null.
    EngineCore(const RunSettings &settings, std::shared_ptr<ChangeMailbox> mailbox,
               std::shared_ptr<Distributions> distributions, std::shared_ptr<TlsBook> tls, RecordSink *sink);
    /// Only after closed().
    ~EngineCore() override;

    void submit(const QList<JobInput> &inputs);
    void endInputs();
    void restore(const QList<RestoredJob> &jobs, const std::shared_ptr<StoredBodies> &bodies);
    void cancel(const QList<JobId> &ids);
    void cancelAll();
    void cancelSlow();
    void cancelOrigin(quint32 origin);
    void cancelInStage(int stage, const QString &name);
    void retry(const QList<JobId> &ids);
    void retryFailed();
    void retryOrigin(quint32 origin);
    void setPaused(bool paused);
    void setConcurrency(int jobs);
    void setPerHost(int requests);
    void setRate(RateLimit rate);
    void setAdaptive(bool on);
    void setOriginLimits(quint32 origin, const OriginLimits &limits);
    void setPipeline(std::shared_ptr<const Pipeline> pipeline);
    void runAgain(const QList<JobId> &ids, int stage);
    void tryOut(JobId id, std::shared_ptr<const Pipeline> pipeline);
    void lookInto(JobId id, bool bodies);
    void watch(std::optional<JobId> id);
    void watchAll(const QList<JobId> &ids);
    /// Cancels, joins, then closed(). Further orders are passed over.
    void close();

Q_SIGNALS:
    void triedOut(const inflight::TryOut &result);
    void lookedInto(const inflight::JobContents &contents);
    /// What stages held back could not be written.
    void notWritten(const QString &message);
    void closed();

private:
    QCoro::Task<> joinAndClose();
    void start(JobId id, Slot slot, qint64 queuedSinceMs);
    void startAgain(JobId id, int stage);
    void beginAgain(JobId id, int stage);
    void pumpAgain();
    void noteAgain();
    [[nodiscard]] bool isStored(JobId id) const;
    QCoro::Task<> takeStored(JobId id);
    QCoro::Task<> startStored(JobId id, int stage);
    QCoro::Task<> tryStored(JobId id, std::shared_ptr<const Pipeline> pipeline);
    QCoro::Task<> readContents(JobId id);
    [[nodiscard]] std::unique_ptr<ActiveJob> makeJob(JobId id);
    void launch(std::unique_ptr<ActiveJob> job, Slot slot);
    QCoro::Task<> runJob(JobId id, Slot slot);
    QCoro::Task<> settle();
    void settleWhenIdle();
    void noteSettings();
    JobId enter(const QList<JobInput> &inputs);
    void acceptFound(const ActiveJob &job, const FoundUrls &found);
    void countFound();
    void onChanged(ActiveJob &job);
    void ended(ActiveJob &job);
    void finish(const FinishedJob &job);
    void cancelOne(JobId id);
    void retryOne(JobId id);
    void lookForSlow();
    void applyPause();
    void withdrawTraffic(JobId id, std::size_t first);
    void enqueue(JobId first, JobId end);
    [[nodiscard]] quint32 originOf(const QString &url);
    [[nodiscard]] JobView viewOf(JobId id);
    [[nodiscard]] JobView viewOfEnded(JobId id);
    void fill(ChangeBatch &batch, const std::vector<JobId> &changed);
    [[nodiscard]] RunTotals totals() const;

    // Order matters: what is declared later uses what is declared before and goes first.
    RunSettings m_settings;
    RecordSink *m_sink;
    Executor m_executor;
    DeadlineQueue m_deadlines{m_executor};
    JobLedger m_ledger;
    StageStatistics m_statistics;
    std::unique_ptr<Fetcher> m_fetcher;
    QThreadPool m_pool;
    QThreadPool m_blockingPool;
    QThreadPool m_disk;
    Semaphore m_cpu;
    StagePlans m_plans;
    JobsAgain m_again;
    std::shared_ptr<StoredBodies> m_storedBodies; ///< of jobs that were restored; null: none
    std::vector<bool> m_stored;                   ///< by id: they have its body
    QSet<JobId> m_loading;                        ///< whose bodies are being read, to be run again
    FoundJobs m_found;
    KeptParts m_parts;
    bool m_follows = false; ///< m_found knows every job
    Scheduler m_scheduler;
    JobRunner m_runner;
    SlowWatch m_slowWatch;
    TryOuts m_tryOuts;
    ContentsReader m_contents;
    std::unordered_map<JobId, std::unique_ptr<ActiveJob>> m_active;
    Scope m_scope{m_executor};
    Publisher m_publisher;
    QTimer m_slowTimer;
    HeldJobs m_held;
    QHash<QString, quint32> m_originByPrefix;
    std::optional<JobId> m_watched;
    QSet<JobId> m_inSight; ///< watched, too
    std::optional<QCoro::Task<>> m_closing;
    bool m_paused = false;
    bool m_isPumpingAgain = false;
    bool m_isAgain = false; ///< jobs go through stages again, as the sink was told
};

} // namespace inflight
