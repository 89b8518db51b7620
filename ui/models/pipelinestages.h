// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/pipeline.h"

#include <QAbstractListModel>

namespace inflight {

/// The pipeline that is edited as a list of its stages: "fetch" in row 0, which stays there, then those of
/// its description. Rows are moved by moveRow(), by the buttons as by drag and drop. UI thread.
class PipelineStages final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineStages)

public:
    /// Beside the standard roles (display, decoration, tool tip, accessible text).
    enum Role {
        FaultRole = Qt::UserRole, ///< QString, a sentence; empty when nothing is wrong with the stage
    };

    explicit PipelineStages(QObject *parent = nullptr);

    [[nodiscard]] PipelineDescription description() const;
    /// Edits another pipeline from now on.
    void setDescription(const PipelineDescription &description);
    void setName(const QString &name);
    /// The stage in `row`; null for the fetch and rows that are not there.
    [[nodiscard]] const StageDescription *stage(int row) const;
    /// Sets an option; an undefined `value` leaves it out.
    void setOption(int row, const QString &option, const QJsonValue &value);
    /// Puts a stage without options into `row`, at the earliest after the fetch.
    void add(int row, const QString &stage);
    /// Whether there was a stage to remove.
    bool remove(int row);
    /// What pipelineFaults() says of description(); kept with the stages until told anew.
    void setFaults(const QList<PipelineFault> &faults);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    /// The view moves rows by moveRows(); nothing else is taken.
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;
    bool moveRows(const QModelIndex &sourceParent, int sourceRow, int count,
                  const QModelIndex &destinationParent, int destinationChild) override;

Q_SIGNALS:
    /// The description is another one now.
    void edited();

private:
    struct Entry
    {
        StageDescription stage;
        QString fault;
    };

    [[nodiscard]] QString accessibleText(int row) const;
    [[nodiscard]] QString toolTip(int row) const;

    QString m_name;
    QList<Entry> m_entries; ///< row 1 is the first
};

} // namespace inflight
