// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>
#include <QList>

#include <memory>
#include <vector>

namespace inflight {

/// Puts widgets side by side as far as they fit and the rest into further rows, from the side at which
/// reading begins. The last of each row takes what room is left if it wants to grow. UI thread.
class FlowLayout final : public QLayout
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FlowLayout)

public:
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    using Row = std::vector<QLayoutItem *>;
    [[nodiscard]] std::vector<Row> rowsFor(int width) const;
    [[nodiscard]] int widthOf(const Row &row) const;
    void place(const Row &row, const QRect &line) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace inflight
