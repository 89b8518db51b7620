// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/jsonrows.h"

#include <QTableView>

namespace inflight {

/// A JSON tree, which has more members looked for as the last known ones come into sight. A table of the rows
/// that are open: a tree view would lay out each of them. UI thread.
class JsonTree final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonTree)

public:
    explicit JsonTree(QWidget *parent = nullptr);

    /// UTF-8.
    void setText(const Body &body);
    [[nodiscard]] JsonTreeModel &json() { return m_json; }
    [[nodiscard]] JsonRows &rows() { return m_rows; }
    /// In json(); invalid: there is none.
    [[nodiscard]] QModelIndex currentValue() const { return m_rows.source(currentIndex().row()); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void fetchInSight();
    void openFirst();
    void toggle(int row) { m_rows.setOpen(row, !m_rows.isOpen(row)); }
    void goTo(int row);
    /// Opens, or goes to what is in it.
    void goIn();
    /// Closes, or goes to what it is in.
    void goOut();
    [[nodiscard]] bool isOnSign(const QModelIndex &index, int x) const;
    void copyValue();
    void copyPointer();

    JsonTreeModel m_json;
    JsonRows m_rows{m_json};
    bool m_isNew = false; ///< nothing of this text was shown yet
};

} // namespace inflight
