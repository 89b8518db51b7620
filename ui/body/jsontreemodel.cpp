// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/jsontreemodel.h"

#include "jobs/humantext.h"
#include "ui/behind.h"
#include "ui/panes/html.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qint64 mostOfValue = 300;
constexpr qint64 mostOfTip = 2000;

/// What a string says; of one that is cut, its text as it stands there.
QString unquoted(QByteArrayView literal, bool isWhole)
{
    if (isWhole) {
        const QJsonDocument document = QJsonDocument::fromJson("[" + literal.toByteArray() + "]");
        if (document.isArray() && document.array().size() == 1)
            return document.array().first().toString();
    }
    return QString::fromUtf8(literal.sliced(std::min<qsizetype>(1, literal.size())));
}

} // namespace

JsonTreeModel::JsonTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_top(std::make_unique<Node>())
{
    m_top->complete = true;
}

JsonTreeModel::~JsonTreeModel()
{
    m_stop.request_stop();
}

void JsonTreeModel::setText(const Body &body)
{
    beginResetModel();
    m_stop.request_stop();
    m_stop = {};
    ++m_generation;
    m_body = body;
    m_top = std::make_unique<Node>();
    m_top->part.type = JsonType::Sequence;
    m_top->part.end = body.size();
    endResetModel();
}

JsonTreeModel::Node *JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_top.get();
}

QModelIndex JsonTreeModel::indexOf(const Node &node) const
{
    return &node == m_top.get() ? QModelIndex() : createIndex(node.row, 0, &node);
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->members.at(static_cast<std::size_t>(row)).get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &child) const
{
    const Node *const above = child.isValid() ? nodeOf(child)->parent : nullptr;
    return above ? indexOf(*above) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->members.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

bool JsonTreeModel::hasChildren(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const Node &node = *nodeOf(parent);
    return !node.members.empty() || (isContainer(node.part.type) && node.part.count > 0 && !node.complete);
}

bool JsonTreeModel::canFetchMore(const QModelIndex &parent) const
{
    return canFetchSlice(parent) && nodeOf(parent)->members.empty();
}

void JsonTreeModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetchSlice(parent);
}

bool JsonTreeModel::canFetchSlice(const QModelIndex &parent) const
{
    if (parent.column() > 0)
        return false;
    const Node &node = *nodeOf(parent);
    return isContainer(node.part.type) && !node.complete && !node.pending;
}

void JsonTreeModel::fetchSlice(const QModelIndex &parent)
{
    if (!canFetchSlice(parent))
        return;
    Node *const node = nodeOf(parent);
    node->pending = true;
    const qint64 from = node->members.empty() ? node->part.begin : node->next;
    workBehind(
        QThreadPool::globalInstance(), this,
        [body = m_body, part = node->part, from, stop = m_stop.get_token()] {
            return jsonSlice(body.bytes(), part.type, from, part.end, sliceSize, stop);
        },
        [this, node, generation = m_generation](const JsonSlice &slice) {
            if (generation == m_generation)
                take(*node, slice);
        });
}

void JsonTreeModel::take(Node &node, const JsonSlice &slice)
{
    node.next = slice.next;
    node.complete = slice.complete;
    if (!slice.parts.isEmpty()) {
        const int first = static_cast<int>(node.members.size());
        beginInsertRows(indexOf(node), first, first + static_cast<int>(slice.parts.size()) - 1);
        for (const JsonPart &part : slice.parts) {
            auto member = std::make_unique<Node>();
            member->part = part;
            member->parent = &node;
            member->row = static_cast<int>(node.members.size());
            member->complete = !isContainer(part.type) || part.count == 0;
            node.members.push_back(std::move(member));
        }
        endInsertRows();
    }
    // Not before: whoever hears that rows are to come may ask for more.
    node.pending = false;
    if (slice.broken)
        Q_EMIT broken(slice.next);
}

QByteArrayView JsonTreeModel::source(const QModelIndex &index, qint64 most) const
{
    const JsonPart &part = nodeOf(index)->part;
    return m_body.bytes().sliced(part.begin, std::min(part.end - part.begin, most));
}

QString JsonTreeModel::keyText(const Node &node) const
{
    const JsonPart &part = node.part;
    // As JSONPath (RFC 9535) calls the whole.
    if (node.parent == m_top.get() && m_top->complete && m_top->members.size() == 1)
        return u"$"_s;
    if (part.keyBegin < 0)
        return QString::number(node.row);
    const qint64 length = std::min(part.keyEnd - part.keyBegin, mostOfValue);
    return unquoted(m_body.bytes().sliced(part.keyBegin, length), length == part.keyEnd - part.keyBegin);
}

QString JsonTreeModel::valueText(const Node &node, qint64 most) const
{
    const JsonPart &part = node.part;
    if (part.type == JsonType::Object)
        return u"{ %1 }"_s.arg(formatCount(part.count));
    if (part.type == JsonType::Array)
        return u"[ %1 ]"_s.arg(formatCount(part.count));
    const qint64 length = std::min(part.end - part.begin, most);
    const QByteArrayView literal = m_body.bytes().sliced(part.begin, length);
    const bool isWhole = length == part.end - part.begin;
    const QString text =
        part.type == JsonType::String ? unquoted(literal, isWhole) : QString::fromUtf8(literal);
    return isWhole ? text : text + u'…';
}

QString JsonTreeModel::pointer(const QModelIndex &index) const
{
    QStringList steps;
    for (const Node *node = nodeOf(index); node != m_top.get() && node->parent != m_top.get();
         node = node->parent)
        steps.prepend(keyText(*node).replace(u'~', u"~0"_s).replace(u'/', u"~1"_s));
    return steps.isEmpty() ? QString() : u'/' + steps.join(u'/');
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeOf(index);
    if (role == Qt::AccessibleTextRole)
        return QString(keyText(node) + u": "_s + Html::plain(valueText(node, mostOfValue)));
    if (role == Qt::ToolTipRole && index.column() == Value)
        return Html::tip(Html::plain(valueText(node, mostOfTip)));
    if (role != Qt::DisplayRole)
        return {};
    return index.column() == Key ? Html::plain(keyText(node))
                                 : Html::plain(valueText(node, mostOfValue)).simplified();
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Key ? tr("Key") : tr("Value");
}

} // namespace inflight
