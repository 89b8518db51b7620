// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/rejectededits.h"

#include "ui/models/rejectedlines.h"
#include "ui/panes/html.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype mostOfLine = 300;

} // namespace

void RejectedEdits::setLines(QList<RejectedLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

void RejectedEdits::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_lines.removeAt(row);
    endRemoveRows();
}

void RejectedEdits::replace(int row, RejectedLine line)
{
    m_lines[row] = std::move(line);
    Q_EMIT dataChanged(index(row, Line), index(row, Reason));
}

int RejectedEdits::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int RejectedEdits::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant RejectedEdits::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RejectedLine &line = m_lines.at(index.row());
    if (role == Qt::EditRole && index.column() == Text)
        return line.text;
    if (role == Qt::TextAlignmentRole && index.column() == Line)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Text)
        return Html::tip(tr("%1\nEdit it (F2 or double-click): once it can be fetched it joins the others")
                             .arg(shortenedLine(line.text, mostOfLine)));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (index.column() == Line)
        return line.line;
    return index.column() == Text ? shortenedLine(line.text, mostOfLine) : line.reason;
}

bool RejectedEdits::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid() || index.column() != Text)
        return false;
    RejectedLine &line = m_lines[index.row()];
    const QString text = value.toString();
    if (text == line.text)
        return false;
    line.text = text;
    Q_EMIT dataChanged(index, index);
    Q_EMIT edited(index.row());
    return true;
}

QVariant RejectedEdits::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Line)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Line ? tr("Line") : section == Text ? tr("Text") : tr("Why it is not fetched");
}

Qt::ItemFlags RejectedEdits::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Text ? flags | Qt::ItemIsEditable : flags;
}

} // namespace inflight
