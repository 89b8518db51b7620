// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/headermodel.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QTableView;

namespace inflight {

/// A list of headers that can be searched and copied, one, some or all. UI thread.
class HeadersTable final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HeadersTable)

public:
    /// `name`: objectName of the table, and what those of the search field and the button begin with.
    HeadersTable(const QString &title, const QString &name);

    void setHeaders(const HeaderList &headers) { m_headers.setHeaders(headers); }
    [[nodiscard]] QTableView *table() const { return m_table; }

private:
    void setUpTable(const QString &title, const QString &name);
    void copySelected();
    void showMenu(const QPoint &position);
    void copyAll();
    void update();

    HeaderModel m_headers;
    QLineEdit *m_search;
    QPushButton *m_copyAll;
    QTableView *m_table;
};

} // namespace inflight
