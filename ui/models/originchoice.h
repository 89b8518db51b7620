// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QAbstractListModel>
#include <QStringList>

#include <optional>

namespace inflight {

/// What can be chosen of where jobs go: all origins, then each by its text. Takes 100,000 of them at once. UI
/// thread.
class OriginChoice final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OriginChoice)

public:
    explicit OriginChoice(QObject *parent = nullptr);

    /// Adds those that are new.
    void apply(const ChangeBatch &batch);
    /// Index of OriginStatus; nothing: all of them.
    [[nodiscard]] static std::optional<quint32> origin(int row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QStringList m_texts; ///< by index of OriginStatus
};

} // namespace inflight
