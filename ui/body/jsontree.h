// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/jsontreemodel.h"

#include <QTreeView>

namespace inflight {

/// A JSON tree, which has more members looked for as the last known ones come into sight. It never holds more
/// rows than somebody scrolled to. UI thread.
class JsonTree final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonTree)

public:
    explicit JsonTree(QWidget *parent = nullptr);

    /// UTF-8.
    void setText(const Body &body);
    [[nodiscard]] JsonTreeModel &json() { return m_json; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void fetchInSight();
    void openFirst();
    void copyValue();
    void copyPointer();

    JsonTreeModel m_json;
    bool m_isNew = false; ///< nothing of this text was shown yet
};

} // namespace inflight
