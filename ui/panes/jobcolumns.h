// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QHeaderView;
class QTableView;

namespace inflight {

class JobModel;

/// The columns of the jobs table: which are shown, where, and how wide. Until a person resizes one, State and
/// URL share what the others leave; after that, URL takes the rest. UI thread.
class JobColumns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobColumns)

public:
    /// A child of `view`, which has its model. `jobs` must outlive it.
    JobColumns(QTableView &view, const JobModel &jobs);

    /// Widths, order, sorting and what is hidden, for another run of the program.
    [[nodiscard]] QByteArray save() const;
    void restore(const QByteArray &columns);

    /// After the table's width changed.
    void fit();

    [[nodiscard]] bool isShown(int column) const;
    /// The URL tells the rows apart: it is always shown.
    [[nodiscard]] static bool canHide(int column);
    void setShown(int column, bool isShown);
    /// One place to the left (-1) or to the right (+1), past those that are hidden.
    void move(int column, int step);
    [[nodiscard]] bool canMove(int column, int step) const { return placeBeside(column, step) >= 0; }
    /// All of them are shown where and as wide as they were at first; the sorting stays.
    void reset();

Q_SIGNALS:
    /// Some are shown, hidden or in other places.
    void changed();

private:
    [[nodiscard]] QHeaderView &header() const;
    [[nodiscard]] int placeBeside(int column, int step) const;
    [[nodiscard]] QString titleOf(int column) const;
    [[nodiscard]] int widthOf(const QString &sample) const;
    void setDefaultWidths();
    void shareState();
    void fitUrl();

    QTableView &m_view;
    const JobModel &m_jobs;
    bool m_fitting = false; ///< columns are resized by us, not by a person
    bool m_stateIsShared = true;
};

} // namespace inflight
