// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/rejectedlines.h"

#include "ui/panes/html.h"

namespace inflight {

QString shortenedLine(const QString &text, qsizetype most)
{
    const QString plain = text.left(4 * most).simplified();
    return plain.size() <= most ? plain : plain.left(most - 1) + u'…';
}

void RejectedLines::setLines(QList<RejectedLine> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    endResetModel();
}

int RejectedLines::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

QVariant RejectedLines::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const RejectedLine &line = m_lines.at(index.row());
    const QString text = tr("Line %1: %2 – %3").arg(line.line).arg(line.reason, shortenedLine(line.text, 80));
    return role == Qt::ToolTipRole ? Html::tip(tr("%1\nDouble-click to go to the line").arg(text)) : text;
}

} // namespace inflight
