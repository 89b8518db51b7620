// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/distributions.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace inflight {

/// The distributions of one origin, or of all: a row each, with its quantiles. UI thread.
class DistributionModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DistributionModel)

public:
    enum Column { Name, Jobs, P50, P90, P95, P99, P999, Least, Most, ColumnCount };

    explicit DistributionModel(QObject *parent = nullptr);

    /// Rows stay where they are; new ones come between them.
    void setDistributions(std::vector<Distribution> distributions);
    [[nodiscard]] const Distribution &distribution(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    /// "Whole time", "Time to first byte", "Stage parse".
    [[nodiscard]] QString name(int row) const;
    /// All figures of a row in words.
    [[nodiscard]] QString summary(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;

    std::vector<Distribution> m_rows;
};

/// The quantiles that are shown: their share and what they are called.
struct Quantile
{
    double share;
    QLatin1StringView name;
};
inline constexpr std::array quantiles{
    Quantile{0.5, QLatin1StringView("p50")}, Quantile{0.9, QLatin1StringView("p90")},
    Quantile{0.95, QLatin1StringView("p95")}, Quantile{0.99, QLatin1StringView("p99")},
    Quantile{0.999, QLatin1StringView("p99.9")}};

} // namespace inflight
