// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobfilter.h"
#include "ui/models/jobmodel.h"
#include "ui/models/rowsort.h"

#include <QAbstractProxyModel>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>

namespace inflight {

/// Which jobs are shown and in which order: a plain index of rows, because QSortFilterProxyModel takes a core
/// for itself at 5,000 changes a second. What changed is looked at again in steps, so that rows hold still in
/// between; a new order is announced as at most one removal, one insertion and one change of layout. Long
/// sorts run on a pool thread. UI thread.
class JobOrder final : public QAbstractProxyModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobOrder)

public:
    /// After a change, rows that come to match or cease to do so follow within this time…
    static constexpr std::chrono::milliseconds filterInterval{250};
    /// …and rows whose key changed move to their place within this one.
    static constexpr std::chrono::milliseconds sortInterval{1000};

    /// `jobs` must outlive this.
    explicit JobOrder(JobModel &jobs, QObject *parent = nullptr);
    ~JobOrder() override;

    void setFilter(JobFilter filter);
    [[nodiscard]] bool isFiltered() const { return !m_filter.isEmpty(); }
    /// While held (a mouse button is down) no row moves, comes or goes, but for rows newly added.
    void setHeld(bool held);
    /// `column` -1: the order of input, jobs that were found in the output of others below those.
    void sort(int column, Qt::SortOrder order) override;

    /// The job's row in JobModel, or here; -1: not shown.
    [[nodiscard]] int sourceRow(int row) const { return m_rows.at(row); }
    [[nodiscard]] int shownRow(int sourceRow) const { return m_places.at(sourceRow); }

    [[nodiscard]] QModelIndex mapToSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex mapFromSource(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    /// As in the source, but for DepthRole: 0 where rows are not below their parents.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// Around every change of order or membership, for whoever keeps the scroll position and the current row.
    /// `gone`: source rows that cease to be shown.
    void aboutToRearrange(const QList<int> &gone);
    void rearranged();

private:
    void takeNewRows(int first, int last);
    void takeChangedRows(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    [[nodiscard]] bool sortIsDue() const;
    void scheduleRefresh();
    void judgeByAge();
    void refresh();
    void judgeChangedRows();
    [[nodiscard]] bool isShown(int row) const { return m_shown.at(row); }
    [[nodiscard]] QList<int> matchingRows() const;
    [[nodiscard]] SortTask sortTask(QList<int> rows) const;
    void finishSort();
    [[nodiscard]] QList<int> broughtUpToDate(QList<int> rows) const;
    void adopt(const QList<int> &wanted);
    void removeTail(int first);
    void insertTail(const QList<int> &rows);
    void permute(const QList<int> &rows);
    void setRows(const QList<int> &rows);

    JobModel &m_jobs;
    JobFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_held = false;
    bool m_orderIsStale = false;     ///< keys changed since the last sort
    bool m_familiesAreStale = false; ///< children came that are not below their parents yet
    bool m_refreshIsWanted = false;  ///< asked for while held or sorting
    QList<int> m_rows;               ///< shown row → source row
    QList<int> m_places;             ///< source row → shown row, -1: not shown
    QList<bool> m_shown;             ///< source row → passes the filter
    QList<int> m_changed;            ///< source rows to be judged anew; may repeat
    QTimer m_refreshTimer;
    QTimer m_ageTimer; ///< runs while rows may come to match merely because time goes by
    QFutureWatcher<QList<int>> m_sorting;
};

} // namespace inflight
