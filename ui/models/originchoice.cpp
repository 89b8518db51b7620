// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/originchoice.h"

#include <algorithm>

namespace inflight {

OriginChoice::OriginChoice(QObject *parent)
    : QAbstractListModel(parent)
{}

void OriginChoice::apply(const ChangeBatch &batch)
{
    qsizetype count = m_texts.size();
    for (const OriginStatus &origin : batch.origins)
        count = std::max(count, static_cast<qsizetype>(origin.index) + 1);
    if (count == m_texts.size())
        return;
    beginInsertRows({}, rowCount(), static_cast<int>(count));
    m_texts.resize(count);
    for (const OriginStatus &origin : batch.origins)
        m_texts[static_cast<qsizetype>(origin.index)] = origin.text;
    endInsertRows();
}

std::optional<quint32> OriginChoice::origin(int row)
{
    return row > 0 ? std::optional(static_cast<quint32>(row - 1)) : std::nullopt;
}

int OriginChoice::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_texts.size()) + 1;
}

QVariant OriginChoice::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return index.row() == 0 ? tr("All origins") : m_texts.at(index.row() - 1);
}

} // namespace inflight
