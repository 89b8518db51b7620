// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <chrono>

namespace inflight {

/// The origins of a run as a table that keeps its own order: what is sorted by changes all the time, so rows
/// move to their places at most once in a while, and never while held. A person's limits are set through it.
/// UI thread.
class OriginModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OriginModel)

public:
    /// Rows whose key changed move to their place within this time.
    static constexpr std::chrono::milliseconds sortInterval{1000};
    static constexpr int mostInFlight = 4096;

    explicit OriginModel(QObject *parent = nullptr);

    /// Takes over what the engine told, announcing the changed rows alone.
    void apply(const ChangeBatch &batch);
    /// While held (an editor is open, a mouse button is down) no row moves.
    void setHeld(bool held);
    /// `column` -1: the order in which the origins came.
    void sort(int column, Qt::SortOrder order) override;

    [[nodiscard]] const OriginStatus &origin(int row) const { return m_origins.at(m_rows.at(row)); }
    /// Changes the limits of a row and asks for it by limitsEdited().
    void setLimits(int row, const OriginLimits &limits);
    /// Whether any of these rows, both included, counts down to its next start.
    [[nodiscard]] bool countsDown(int first, int last, qint64 nowMs) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    /// False for a rate that cannot be read.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void limitsEdited(quint32 origin, const inflight::OriginLimits &limits);

private:
    void makeRoom(const QList<OriginStatus> &origins);
    void announce(QList<int> rows);
    void takeTotals(const RunTotals &totals);
    void scheduleSort();
    void sortNow();
    void permute(const QList<int> &rows);
    [[nodiscard]] QString displayText(const OriginStatus &origin, int column) const;
    [[nodiscard]] QString toolTip(const OriginStatus &origin, int column) const;

    QList<OriginStatus> m_origins; ///< by index
    QList<int> m_rows;             ///< shown row → index
    QList<int> m_places;           ///< index → shown row
    RunTotals m_totals;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    bool m_held = false;
    bool m_sortIsDue = false; ///< came while held
    QTimer m_sortTimer;
};

} // namespace inflight
