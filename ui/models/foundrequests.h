// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "input/inputreport.h"

#include <QAbstractTableModel>
#include <QSet>

namespace inflight {

/// The requests that were found in what was pasted, as a table over plain data. UI thread.
class FoundRequests final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FoundRequests)

public:
    enum Column { Url, Method, Name, Sends, Line, Count };

    using QAbstractTableModel::QAbstractTableModel;

    void setRequests(QList<FoundRequest> requests, QList<bool> repeated);
    /// Puts what a mended line gives below the others.
    void add(const QList<FoundRequest> &requests);
    /// Whether those that repeat an earlier one are shown, and so fetched.
    void showRepeated(bool show);
    /// Those that are shown.
    [[nodiscard]] QList<FoundRequest> shown() const;
    [[nodiscard]] qsizetype duplicates() const { return m_duplicates; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const FoundRequest &request, int column) const;
    void chooseRows();

    QList<FoundRequest> m_requests;
    QList<bool> m_repeated;
    QSet<QString> m_keys; ///< of all requests; empty until one is added
    qsizetype m_duplicates = 0;
    QList<int> m_rows; ///< indexes of `m_requests`
    bool m_showsRepeated = false;
};

} // namespace inflight
