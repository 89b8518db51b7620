// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/flowlayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace inflight {

namespace {

int heightOf(const std::vector<QLayoutItem *> &row)
{
    int height = 0;
    for (const QLayoutItem *const item : row)
        height = std::max(height, item->sizeHint().height());
    return height;
}

} // namespace

FlowLayout::FlowLayout(int spacing, QWidget *parent)
    : QLayout(parent)
{
    setSpacing(spacing);
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem *const taken = at->release();
    m_items.erase(at);
    return taken;
}

int FlowLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    int height = 0;
    for (const Row &row : rowsFor(width - margins.left() - margins.right()))
        height += (height > 0 ? spacing() : 0) + heightOf(row);
    return height + margins.top() + margins.bottom();
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::sizeHint() const
{
    Row all;
    for (const auto &item : m_items)
        all.push_back(item.get());
    return QSize(widthOf(all), heightOf(all)).grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect inner = rect.marginsRemoved(contentsMargins());
    int top = inner.top();
    for (const Row &row : rowsFor(inner.width())) {
        const int height = heightOf(row);
        place(row, QRect(inner.left(), top, inner.width(), height));
        top += height + spacing();
    }
}

std::vector<FlowLayout::Row> FlowLayout::rowsFor(int width) const
{
    std::vector<Row> rows;
    for (const auto &item : m_items) {
        Row longer = rows.empty() ? Row() : rows.back();
        longer.push_back(item.get());
        if (!rows.empty() && widthOf(longer) <= width)
            rows.back() = std::move(longer);
        else
            rows.push_back({item.get()});
    }
    return rows;
}

int FlowLayout::widthOf(const Row &row) const
{
    int width = spacing() * (static_cast<int>(row.size()) - 1);
    for (const QLayoutItem *const item : row) {
        // What grows makes do with less before anything goes to another row.
        const bool grows = item->expandingDirections().testFlag(Qt::Horizontal);
        width += grows ? item->minimumSize().width() : item->sizeHint().width();
    }
    return width;
}

void FlowLayout::place(const Row &row, const QRect &line) const
{
    const Qt::LayoutDirection direction =
        parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    int left = line.left();
    for (QLayoutItem *const item : row) {
        const bool grows = item == row.back() && item->expandingDirections().testFlag(Qt::Horizontal);
        const int room = line.right() + 1 - left;
        const int width = grows ? room : std::min(item->sizeHint().width(), room);
        item->setGeometry(QStyle::visualRect(direction, line, QRect(left, line.top(), width, line.height())));
        left += width + spacing();
    }
}

} // namespace inflight
