// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/urllist.h"

#include <QAbstractTableModel>

namespace inflight {

/// The lines that were rejected, whose texts can be edited. UI thread.
class RejectedEdits final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RejectedEdits)

public:
    enum Column { Line, Text, Reason, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setLines(QList<RejectedLine> lines);
    [[nodiscard]] const RejectedLine &line(int row) const { return m_lines.at(row); }
    void remove(int row);
    /// It is still not accepted, for another reason.
    void replace(int row, RejectedLine line);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    /// The line in `row` was edited and is to be read again.
    void edited(int row);

private:
    QList<RejectedLine> m_lines;
};

} // namespace inflight
