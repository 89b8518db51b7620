// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <array>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace inflight {

class JobTable;
class Theme;

/// How the figures of many jobs lie.
struct Spread
{
    qint64 count = 0; ///< jobs that have the figure
    qint64 sum = 0;
    qint64 least = 0;
    qint64 median = 0;
    qint64 p95 = 0;
    qint64 most = 0;
};

/// The spread of `figures`, which it puts in another order. Percentiles are by nearest rank.
Spread spreadOf(std::vector<qint64> &figures);

/// What several jobs have in common and in what they differ.
struct SelectionSum
{
    qint64 jobs = 0;
    std::array<qint64, 6> states{};            ///< by JobState
    std::map<quint16, qint64> statuses;        ///< jobs by HTTP status
    std::map<FaultClass, qint64> faultClasses; ///< failed jobs by class
    Spread bytes;
    Spread us; ///< microseconds, of finished jobs
};

/// The same for a person, as rich text.
QString selectionHtml(const SelectionSum &sum, const Theme &theme);

/// Sums up selected jobs, a slice at a time, so that a selection of any size stalls nothing; figures are put
/// in order on a pool thread. UI thread.
class SelectionDigest final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionDigest)

public:
    /// `jobs` must outlive it.
    explicit SelectionDigest(const JobTable &jobs, QObject *parent = nullptr);
    ~SelectionDigest() override;

    /// summed() follows, unless it is started anew or stopped before.
    void start(QList<JobId> ids);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_slices.isActive() || m_sorting.isRunning(); }

Q_SIGNALS:
    void summed(const inflight::SelectionSum &sum);

private:
    void takeSlice();
    void take(const JobView &job);

    struct Gathered
    {
        SelectionSum sum;
        std::vector<qint64> bytes;
        std::vector<qint64> us;
    };

    const JobTable &m_jobs;
    QList<JobId> m_ids;
    qsizetype m_next = 0;
    Gathered m_gathered;
    QTimer m_slices;
    QFutureWatcher<SelectionSum> m_sorting;
    bool m_isWanted = false; ///< what is being sorted
};

} // namespace inflight
