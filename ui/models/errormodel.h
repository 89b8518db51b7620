// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace inflight {

/// The failed jobs by the class of their failure: how many, and what one of them says. A class keeps its row
/// as long as it has jobs. UI thread.
class ErrorModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ErrorModel)

public:
    enum Column { Class, Jobs, Example, ColumnCount };

    explicit ErrorModel(QObject *parent = nullptr);

    /// Takes over what the engine told.
    void apply(const ChangeBatch &batch);
    [[nodiscard]] FaultClass faultClass(int row) const { return m_groups.at(row).faultClass; }
    [[nodiscard]] QList<JobId> jobs(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group
    {
        FaultClass faultClass = FaultClass::Count;
        QSet<JobId> jobs;
        QString example;
    };

    void take(const JobView &job);
    [[nodiscard]] int rowOf(FaultClass faultClass);
    void removeEmpty();

    QList<Group> m_groups;
    QHash<JobId, FaultClass> m_classes; ///< of the failed jobs
};

} // namespace inflight
