// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobcontents.h"
#include "ui/body/csvindex.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QTableView>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace inflight {

/// The rows of a CSV text, the first one as the names of the columns. It is indexed on a pool thread, and its
/// rows are added in pieces, so that a view of a million of them does not stall. UI thread.
class CsvModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CsvModel)

public:
    explicit CsvModel(QObject *parent = nullptr);
    ~CsvModel() override;

    /// UTF-8.
    void setText(const Body &body);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// All rows are here, or as many as are shown.
    void completed(bool isCut);

private:
    void takeIndex();
    void addRows();
    [[nodiscard]] const QStringList &fields(qint64 row) const;

    Body m_body;
    CsvIndex m_index;
    int m_shown = 0; ///< rows that views know of
    QFutureWatcher<CsvIndex> m_indexing;
    std::stop_source m_stop;
    QTimer m_adding;
    mutable qint64 m_readRow = -1; ///< a view asks for all cells of a row in turn
    mutable QStringList m_read;
};

/// Its view.
class CsvTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CsvTable)

public:
    explicit CsvTable(QWidget *parent = nullptr);

    void setText(const Body &body) { m_csv.setText(body); }
    [[nodiscard]] CsvModel &csv() { return m_csv; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    CsvModel m_csv;
};

} // namespace inflight
