// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"

#include <QAbstractTableModel>

namespace inflight {

/// What changed between two runs as a table, what matters most first. UI thread.
class ComparisonModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComparisonModel)

public:
    enum Column { Changed, Url, State, Status, Output, Size, Time, Digest, ColumnCount };

    explicit ComparisonModel(RunComparison comparison, QObject *parent = nullptr)
        : QAbstractTableModel(parent)
        , m_comparison(std::move(comparison))
    {}

    [[nodiscard]] const RunComparison &comparison() const { return m_comparison; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    RunComparison m_comparison;
};

} // namespace inflight
