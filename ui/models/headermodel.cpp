// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/headermodel.h"

#include "ui/panes/html.h"

namespace inflight {

HeaderModel::HeaderModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void HeaderModel::setHeaders(const HeaderList &headers)
{
    if (headers == m_headers)
        return;
    beginResetModel();
    m_headers = headers;
    choose();
    endResetModel();
}

void HeaderModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    beginResetModel();
    m_search = text;
    choose();
    endResetModel();
}

void HeaderModel::choose()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_headers.size(); ++i) {
        const Header &header = m_headers.at(i);
        if (headerText(header.name).contains(m_search, Qt::CaseInsensitive) ||
            headerText(header.value).contains(m_search, Qt::CaseInsensitive))
            m_shown.append(i);
    }
}

QString HeaderModel::line(int row) const
{
    const Header &header = m_headers.at(m_shown.at(row));
    return headerText(header.name) + QStringLiteral(": ") + headerText(header.value);
}

int HeaderModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int HeaderModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HeaderModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role == Qt::AccessibleTextRole)
        return line(index.row());
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Header &header = m_headers.at(m_shown.at(index.row()));
    const QString text = Html::plain(headerText(index.column() == Name ? header.name : header.value));
    return role == Qt::ToolTipRole ? Html::tip(text) : text;
}

QVariant HeaderModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Name ? tr("Name") : tr("Value");
}

} // namespace inflight
