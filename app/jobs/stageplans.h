// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/stageplan.h"

#include <QCoro/QCoroTask>
#include <QHash>
#include <QStringList>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace inflight {

/// The plan that jobs start with, and those of earlier pipelines that still have jobs or results held back.
/// Lives on the engine's thread.
class StagePlans
{
    Q_DISABLE_COPY_MOVE(StagePlans)

public:
    /// All of them must outlive it.
    StagePlans(Executor &executor, Semaphore &cpu, QThreadPool &pool,
               std::shared_ptr<const Pipeline> pipeline);

    /// Jobs start with `pipeline` from now on.
    void change(std::shared_ptr<const Pipeline> pipeline);
    /// Gives the stages of the present plan, and of those that come later, files of their own in `folder`,
    /// and what they wrote down in that of the run that is gone on with (empty: none). Before any job.
    void keepNotes(const QString &folder, const QString &earlier);
    [[nodiscard]] const std::shared_ptr<StagePlan> &present() const { return m_plans.back(); }

    /// Tells all stages that a job has ended: those of an earlier plan may wait for it, too.
    void jobEnded(JobId id);
    /// The same for a job that ended before the present plan was made.
    void jobHasEnded(JobId id);

    /// Tells the stages of the present plan that a job which had ended is to go through them once more.
    void jobAgain(JobId id);

    /// Whether a job has ended since stages were last told to write what they hold back.
    [[nodiscard]] bool isUnsettled() const { return m_unsettled; }
    /// Stages may hold back something of an earlier process.
    void setUnsettled() { m_unsettled = true; }
    [[nodiscard]] bool isSettling() const { return m_settling; }
    /// Has the stages write what they hold back; what they could not, in translated sentences. Not while it
    /// is settling.
    QCoro::Task<QStringList> settle();
    /// No job is under way: plans before the present one are not needed any more.
    void dropEarlier() { m_plans.erase(m_plans.begin(), m_plans.end() - 1); }

private:
    void giveNotes();
    [[nodiscard]] QHash<const CpuStage *, QString> takeEarlierNotes(const QList<const CpuStage *> &stages);

    Executor &m_executor;
    Semaphore &m_cpu;
    QThreadPool &m_pool;
    std::vector<std::shared_ptr<StagePlan>> m_plans; ///< the present one last
    QString m_notesFolder;
    int m_nextNotes = 0;     ///< the number of the next file there
    QStringList m_leftNotes; ///< of an earlier process, and of no stage so far
    bool m_settling = false;
    bool m_unsettled = false;
};

} // namespace inflight
