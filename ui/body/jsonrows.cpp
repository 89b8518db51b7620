// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/jsonrows.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// What is deeper is indented no further: the value needs the room.
constexpr int deepestShown = 24;

/// From the top down.
QList<QModelIndex> pathTo(QModelIndex source)
{
    QList<QModelIndex> path;
    for (; source.isValid(); source = source.parent())
        path.prepend(source);
    return path;
}

} // namespace

JsonRows::JsonRows(JsonTreeModel &tree, QObject *parent)
    : QAbstractTableModel(parent)
    , m_tree(tree)
{
    connect(&tree, &QAbstractItemModel::modelAboutToBeReset, this, &JsonRows::beginResetModel);
    connect(&tree, &QAbstractItemModel::modelReset, this, [this] {
        m_top = std::make_unique<Open>();
        endResetModel();
    });
    connect(&tree, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &source, int first, int last) { addMembers(source, last - first + 1); });
}

JsonRows::Place JsonRows::placeOf(int row) const
{
    Place place{m_top.get(), row, 0};
    for (bool found = false; !found;) {
        found = true;
        int below = 0; // of the members before
        for (const auto &[member, open] : place.in->members) {
            const int at = member + below;
            if (place.member <= at)
                break;
            if (place.member <= at + open->rows) {
                place = {open.get(), place.member - at - 1, place.depth + 1};
                found = false;
                break;
            }
            below += open->rows;
        }
        if (found)
            place.member -= below;
    }
    return place;
}

QModelIndex JsonRows::source(int row) const
{
    if (row < 0 || row >= m_top->rows)
        return {};
    const Place place = placeOf(row);
    return m_tree.index(place.member, 0, place.in->source);
}

JsonRows::Open *JsonRows::openAt(const QModelIndex &source) const
{
    Open *open = m_top.get();
    const QList<QModelIndex> path = pathTo(source);
    for (const QModelIndex &step : path) {
        const auto found = open->members.find(step.row());
        if (found == open->members.end())
            return nullptr;
        open = found->second.get();
    }
    return open;
}

int JsonRows::rowOf(const QModelIndex &source) const
{
    int row = -1;
    const Open *open = m_top.get();
    const QList<QModelIndex> path = pathTo(source);
    for (const QModelIndex &step : path) {
        if (!open)
            return -1;
        row += 1 + step.row();
        const Open *next = nullptr;
        for (const auto &[member, each] : open->members) {
            if (member >= step.row()) {
                next = member == step.row() ? each.get() : nullptr;
                break;
            }
            row += each->rows;
        }
        open = next;
    }
    return row;
}

bool JsonRows::isOpen(int row) const
{
    const Place place = placeOf(row);
    return place.in->members.contains(place.member);
}

void JsonRows::setOpen(int row, bool open)
{
    if (row < 0 || row >= m_top->rows || !canOpen(row) || open == isOpen(row))
        return;
    const Place place = placeOf(row);
    const QModelIndex source = m_tree.index(place.member, 0, place.in->source);
    if (open) {
        auto opened = std::make_unique<Open>();
        opened->source = source;
        opened->above = place.in;
        place.in->members.emplace(place.member, std::move(opened));
        addMembers(source, m_tree.rowCount(source));
        m_tree.fetchMore(source);
    } else {
        Open *const closed = place.in->members.at(place.member).get();
        if (closed->rows > 0) {
            beginRemoveRows({}, row + 1, row + closed->rows);
            closed->members.clear();
            count(closed, -closed->rows);
            endRemoveRows();
        }
        place.in->members.erase(place.member);
    }
    Q_EMIT dataChanged(index(row, 0), index(row, 0));
}

/// Members that the tree has behind those that are rows already.
void JsonRows::addMembers(const QModelIndex &source, int count)
{
    Open *const open = openAt(source);
    if (!open || count == 0)
        return;
    const int first = rowOf(source) + 1 + open->rows;
    beginInsertRows({}, first, first + count - 1);
    JsonRows::count(open, count);
    endInsertRows();
}

void JsonRows::count(Open *open, int rows)
{
    for (; open; open = open->above)
        open->rows += rows;
}

QString JsonRows::prefix(int row) const
{
    const int depth = std::min(placeOf(row).depth, deepestShown);
    const QString sign = !canOpen(row) ? QString(2, QChar::Nbsp) : isOpen(row) ? u"▾ "_s : u"▸ "_s;
    return QString(qsizetype{3} * depth, QChar::Nbsp) + sign;
}

int JsonRows::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_top->rows;
}

int JsonRows::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : JsonTreeModel::ColumnCount;
}

QVariant JsonRows::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    const QVariant value = source(row).siblingAtColumn(index.column()).data(role);
    if (role == Qt::DisplayRole && index.column() == JsonTreeModel::Key)
        return QString(prefix(row) + value.toString());
    if (role == Qt::AccessibleTextRole && canOpen(row))
        return (isOpen(row) ? tr("%1, open") : tr("%1, closed")).arg(value.toString());
    return value;
}

QVariant JsonRows::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? m_tree.headerData(section, orientation, role) : QVariant();
}

} // namespace inflight
