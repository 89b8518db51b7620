// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobfilter.h"
#include "ui/models/jobmodel.h"
#include "ui/models/rowindex.h"

#include <QAbstractProxyModel>
#include <QFutureWatcher>
#include <QTimer>

#include <chrono>
#include <memory>
#include <vector>

namespace inflight {

/// Which jobs are shown and in which order: a plain index of rows, because QSortFilterProxyModel takes a core
/// for itself at 5,000 changes a second. What changed is looked at again in steps, so that rows hold still in
/// between; a new order is announced as at most one removal, one insertion and two changes of layout. What is
/// linear in the number of rows is done on a pool thread, or, where it reads the table, in slices of a few
/// milliseconds. UI thread.
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
    /// While frozen (somebody is at the table) the same, but what a person asks for is done: sort(),
    /// setFilter(), applyMoves(). What would move is counted instead.
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const { return m_isFrozen; }
    /// How many rows would move, come or go, were the order not frozen.
    [[nodiscard]] int waitingMoves() const { return m_waitingMoves; }
    void applyMoves();
    /// Takes jobs, by source row, out of what is shown, or lets them back; they stay in the source. One that
    /// is not finished, or no longer, is shown.
    void setRemoved(const QList<int> &sourceRows, bool isRemoved);
    [[nodiscard]] bool isRemoved(int sourceRow) const
    {
        return m_isRemoved[static_cast<std::size_t>(sourceRow)];
    }
    /// Whether jobs are left out: by the filter or because they were removed.
    [[nodiscard]] bool isPartial() const { return isFiltered() || m_removed > 0; }
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
    /// `gone`: source rows that cease to be shown; `bringsRows`: others come.
    void aboutToRearrange(const QList<int> &gone, bool bringsRows);
    void rearranged();
    /// After sort() or setFilter(), even when no row changed its place.
    void answered();
    void waitingMovesChanged(int rows);

private:
    /// What a thread works on; lent to it whole.
    struct Step
    {
        std::shared_ptr<RowIndex> index;
        QList<int> shown;
        qsizetype rowCount = 0;
    };

    void takeNewRows(int first, int last);
    void bringBackUnfinished(int first, int last);
    void takeChangedRows(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    [[nodiscard]] bool isPlain() const;
    [[nodiscard]] bool isLive() const;
    void mark(int row);
    void markGrowing();
    void ask();
    void schedule();
    void refresh();
    void beginAnew();
    void read();
    void readRow(int row, qint64 nowMs);
    [[nodiscard]] bool isWanted(int row, qint64 nowMs) const;
    [[nodiscard]] QList<int> parents() const;
    void place();
    [[nodiscard]] static std::shared_ptr<Rearrangement> placed(const Step &step);
    void take(Rearrangement way);
    void countWaiting(int rows);
    void adopt(Rearrangement way);
    void removeTail(int first);
    void insertTail(const QList<int> &rows);
    void permute(QList<int> rows, QList<int> places);

    JobModel &m_jobs;
    JobFilter m_filter;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_held = false;
    bool m_isFrozen = false;
    int m_waitingMoves = 0;
    bool m_isAsked = false;         ///< a person waits for the next step
    bool m_beginsAnew = false;      ///< all rows are to be read for the next step
    bool m_refreshIsWanted = false; ///< asked for while held or under way
    QList<int> m_rows;              ///< shown row → source row
    QList<int> m_places;            ///< source row → shown row, -1: not shown
    std::vector<bool> m_isRemoved;  ///< by source row
    int m_removed = 0;
    /// Null while rows are shown as they come. Lent to a thread while m_placing runs.
    std::shared_ptr<RowIndex> m_index;
    qsizetype m_placingFrom = 0;  ///< rows shown when it was lent; later ones were added below
    std::vector<int> m_marked;    ///< source rows to be read for the next step…
    std::vector<bool> m_isMarked; ///< …each once
    std::vector<int> m_growing;   ///< source rows whose age changes what was read of them
    QTimer m_refreshTimer;
    QTimer m_readTimer; ///< between slices
    /// Its result is moved out of what it points to: a future would keep a second hand on the lists.
    QFutureWatcher<std::shared_ptr<Rearrangement>> m_placing;
};

} // namespace inflight
