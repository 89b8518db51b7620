// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QAbstractTableModel>

namespace inflight {

/// Header fields in the order of the wire, those alone whose name or value has the searched text. They are
/// given as they are to be shown: redacted, where secrets are not. UI thread.
class HeaderModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeaderModel)

public:
    enum Column { Name, Value, ColumnCount };

    explicit HeaderModel(QObject *parent = nullptr);

    /// Does nothing when they are the same.
    void setHeaders(const HeaderList &headers);
    void setSearch(const QString &text);
    [[nodiscard]] qsizetype allCount() const { return m_headers.size(); }
    /// "name: value".
    [[nodiscard]] QString line(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void choose();

    HeaderList m_headers;
    QList<qsizetype> m_shown; ///< places in m_headers
    QString m_search;
};

} // namespace inflight
