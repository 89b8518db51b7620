// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace inflight {

class JobRowsView;

/// A view of the jobs as assistive technology sees it: Qt's own has no action in its cells but that of
/// selecting. Children are numbered as QAbstractItemView numbers them in its events: row by row, headers
/// first. Cells are made when they are asked for. UI thread.
class JobsAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    /// Whoever asks for a JobRowsView's interface gets this one from now on.
    static void install();

    explicit JobsAccessible(JobRowsView &view);
    ~JobsAccessible() override;

    void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;

    [[nodiscard]] QAccessibleInterface *caption() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *summary() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *cellAt(int row, int column) const override;
    [[nodiscard]] QString columnDescription(int column) const override;
    [[nodiscard]] QString rowDescription(int) const override { return {}; }
    [[nodiscard]] int columnCount() const override;
    [[nodiscard]] int rowCount() const override;
    [[nodiscard]] int selectedCellCount() const override;
    [[nodiscard]] int selectedColumnCount() const override { return 0; }
    [[nodiscard]] int selectedRowCount() const override;
    [[nodiscard]] QList<QAccessibleInterface *> selectedCells() const override;
    [[nodiscard]] QList<int> selectedColumns() const override { return {}; }
    [[nodiscard]] QList<int> selectedRows() const override;
    [[nodiscard]] bool isColumnSelected(int) const override { return false; }
    [[nodiscard]] bool isRowSelected(int row) const override;
    bool selectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectRow(int row) override;
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

private:
    [[nodiscard]] JobRowsView &view() const;
    [[nodiscard]] QAccessibleInterface *kept(int index,
                                             const std::function<QAccessibleInterface *()> &make) const;
    void forgetAll();

    mutable QHash<int, QAccessible::Id> m_children; ///< those that were asked for, by their number
};

} // namespace inflight
