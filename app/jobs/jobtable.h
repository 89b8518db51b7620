// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/filter/filtersubject.h"
#include "jobs/jobview.h"
#include "jobs/pagedlist.h"
#include "jobs/runsettings.h"

#include <QList>
#include <QString>

namespace inflight {

/// The receiver's copy of all jobs of a run: plain data, row = job id. Kept up to date by batches. Lives on
/// one thread; knows nothing of models or views.
class JobTable
{
public:
    /// A run of rows that changed: first to last, both included.
    struct Rows
    {
        int first = 0;
        int last = 0;
        friend bool operator==(const Rows &, const Rows &) = default;
    };

    /// Adds queued rows for `inputs`, whose ids must follow on from the rows there are.
    void append(const QList<JobInput> &inputs);
    /// Those of `accepted` that there is no row for yet.
    [[nodiscard]] QList<JobInput> newInputs(const AcceptedJobs &accepted) const;
    /// Takes over a batch, adding rows for what it accepted and is not there yet; gives the changed rows,
    /// merged into as few runs as they form, ascending.
    QList<Rows> apply(const ChangeBatch &batch);

    [[nodiscard]] int size() const { return static_cast<int>(m_views.size()); }
    [[nodiscard]] const JobView &view(int row) const { return m_views[static_cast<std::size_t>(row)]; }
    [[nodiscard]] const QString &url(int row) const { return m_urls.at(row); }
    /// Of the job's request.
    [[nodiscard]] const QByteArray &method(int row) const { return m_methodNames.at(m_methods.at(row)); }
    /// What a filter looks at.
    [[nodiscard]] FilterSubject filterSubject(int row, qint64 nowMs) const
    {
        return {view(row), url(row), method(row), parent(row) >= 0, nowMs};
    }
    /// The row of the job in whose output it was found; -1: a person gave it.
    [[nodiscard]] int parent(int row) const { return m_parents.at(row); }
    /// How many jobs led to it; 0: a person gave it.
    [[nodiscard]] int depth(int row) const { return m_depths.at(row); }
    /// Whether any job has children.
    [[nodiscard]] bool hasFamilies() const { return m_hasFamilies; }
    [[nodiscard]] const RunTotals &totals() const { return m_totals; }
    /// Null before the origin's first batch.
    [[nodiscard]] const OriginStatus *origin(quint32 index) const;
    /// origin(0) to origin(n − 1) exist.
    [[nodiscard]] int originCount() const { return static_cast<int>(m_origins.size()); }
    /// Of the jobs whose first request goes to `origin`.
    struct OriginJobs
    {
        int unfinished = 0;
        int failed = 0;
    };
    [[nodiscard]] OriginJobs jobsOf(quint32 origin) const { return m_jobsOf.value(origin); }
    /// steadyNowMs() since when it waits for its start, or waited for its latest one: as it was told here.
    [[nodiscard]] qint64 queuedSinceMs(int row) const { return m_queuedSince.at(row); }
    /// Why a job that is not running waits, in translated words: "host cap 8 of 8", "rate: next in 1.2 s",
    /// "Retry-After: 37 s", "back-off: attempt 2 in 0.8 s", "all 64 slots busy", "CPU pool full", "paused";
    /// "next in line" when nothing holds it up. Empty only for what runs or has ended.
    [[nodiscard]] QString waitingReason(int row, qint64 nowMs) const;

private:
    [[nodiscard]] quint8 methodNumber(const QByteArray &method);
    void tally(const JobView &job, int change);

    QList<QString> m_urls;
    QList<quint8> m_methods; ///< places in m_methodNames: a byte a job
    QList<QByteArray> m_methodNames{"GET"};
    QList<int> m_parents; ///< rows; -1: given by a person
    QList<quint16> m_depths;
    QList<qint64> m_queuedSince;
    bool m_hasFamilies = false;
    PagedList<JobView> m_views; ///< in one piece, a hundred thousand would take a frame to move
    QList<OriginStatus> m_origins;
    QList<OriginJobs> m_jobsOf; ///< by origin
    RunTotals m_totals;
    int m_unseen = 0; ///< appended here, not yet in a batch's totals
};

} // namespace inflight
