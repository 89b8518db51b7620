// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/body/jsontreemodel.h"

#include <QAbstractTableModel>

#include <map>
#include <memory>

namespace inflight {

/// A JSON tree as the rows that are in sight of it: the members of what is open, each below its own. It holds
/// something for what is open alone, so that a list of a million costs what a list of one does. UI thread.
class JsonRows final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonRows)

public:
    /// `tree` must outlive it.
    explicit JsonRows(JsonTreeModel &tree, QObject *parent = nullptr);

    /// What is in this row, as an index of the tree.
    [[nodiscard]] QModelIndex source(int row) const;
    /// -1 while it is in something that is not open.
    [[nodiscard]] int rowOf(const QModelIndex &source) const;
    [[nodiscard]] bool isOpen(int row) const;
    [[nodiscard]] bool canOpen(int row) const { return m_tree.hasChildren(source(row)); }
    void setOpen(int row, bool open);
    /// What stands before a key: its depth as an indentation, and whether it is open.
    [[nodiscard]] QString prefix(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Something whose members are rows.
    struct Open
    {
        QModelIndex source;
        Open *above = nullptr;
        int rows = 0;                                 ///< below it, of all depths
        std::map<int, std::unique_ptr<Open>> members; ///< those of its members that are open
    };
    struct Place
    {
        Open *in;
        int member; ///< which of its members
        int depth;
    };

    [[nodiscard]] Place placeOf(int row) const;
    [[nodiscard]] Open *openAt(const QModelIndex &source) const;
    void addMembers(const QModelIndex &source, int count);
    static void count(Open *open, int rows);

    JsonTreeModel &m_tree;
    std::unique_ptr<Open> m_top = std::make_unique<Open>();
};

} // namespace inflight
