// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobtable.h"

#include <QAbstractTableModel>
#include <QStringList>

namespace inflight {

/// The jobs of a run as a table model: row = job id. Holds no words: cells are worked out when they are asked
/// for, so that 100,000 rows cost what JobTable costs. UI thread.
class JobModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobModel)

public:
    enum Column { Url, State, Stages, Status, Size, Time, Cancel, ColumnCount };

    /// Beside the standard roles (display, tool tip, alignment, accessible text).
    enum Role {
        SortRole = Qt::UserRole, ///< qint64; the URL column sorts by its text instead
        ViewRole,                ///< JobView, for delegates
        StageNamesRole,          ///< QStringList
        DetailRole,              ///< what stands beside the state word
        CancellableRole,         ///< bool
        DepthRole,               ///< int: JobTable::depth()
        QueuedSinceRole          ///< qint64: JobTable::queuedSinceMs()
    };

    /// `stageNames`: Pipeline::stageNames().
    explicit JobModel(QStringList stageNames, QObject *parent = nullptr);

    /// Adds rows for jobs just submitted, whose ids follow on.
    void append(const QList<JobInput> &inputs);
    /// Takes over what the engine told, announcing changes by runs of rows.
    void apply(const ChangeBatch &batch);
    /// Announces the cells of `rows` that change merely because time goes by; finished rows are passed over.
    void refreshTimes(const QList<int> &rows);

    [[nodiscard]] const JobTable &jobs() const { return m_jobs; }
    [[nodiscard]] const QStringList &stageNames() const { return m_stageNames; }
    /// Of a job: those of the pipeline that it went through, or will go through.
    [[nodiscard]] const QStringList &stageNames(const JobView &job) const
    {
        return job.stageNames.isEmpty() ? m_stageNames : job.stageNames;
    }
    /// There is another pipeline for jobs that start from now on.
    void setStageNames(const QStringList &names);
    [[nodiscard]] qint64 sortKey(int row, int column, qint64 nowMs) const;
    /// Whether the column changes while jobs run.
    [[nodiscard]] static bool isLive(int column) { return column != Url; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString displayText(int row, int column) const;
    [[nodiscard]] QString accessibleText(int row, int column) const;
    [[nodiscard]] QString toolTip(int row, int column) const;
    [[nodiscard]] QString parentText(int row) const;
    [[nodiscard]] QString stateText(int row) const;
    [[nodiscard]] QString stateToolTip(int row) const;
    void announce(const QList<JobTable::Rows> &runs, int firstColumn, int lastColumn);

    QStringList m_stageNames;
    JobTable m_jobs;
};

} // namespace inflight
