// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"

#include <QAbstractTableModel>
#include <QHash>

namespace inflight {

/// The past runs as a table that keeps its own order. UI thread.
class RunModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RunModel)

public:
    enum Column { Name, Date, Jobs, Succeeded, Failed, NotDone, Duration, OnDisk, Note, ColumnCount };

    explicit RunModel(QObject *parent = nullptr)
        : QAbstractTableModel(parent)
    {}

    /// In place of those before. `current`: the session of this window.
    void setRuns(QList<PastRun> runs, const QString &current);
    /// Which runs are over the limits: said in their notes.
    void setExcess(const QList<ExcessRun> &excess);
    [[nodiscard]] const PastRun &run(int row) const { return m_runs.at(row); }
    [[nodiscard]] const QList<PastRun> &runs() const { return m_runs; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// A new name is asked for by renamed().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void renamed(const QString &path, const QString &name);

private:
    void arrange();
    [[nodiscard]] QString text(const PastRun &run, int column) const;
    [[nodiscard]] QString note(const PastRun &run) const;

    QList<PastRun> m_runs;
    QString m_current;
    QHash<QString, Excess> m_excess; ///< by path
    int m_sortColumn = Date;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace inflight
