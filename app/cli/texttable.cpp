// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/texttable.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QList<qsizetype> widthsOf(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    return widths;
}

QString alignedRow(const QStringList &row, const QList<qsizetype> &widths)
{
    QString line;
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (widths[i] == 0)
            continue;
        if (i == 0)
            line = row[i].leftJustified(widths[i]);
        else
            line += "  "_L1 + row[i].rightJustified(widths[i]);
    }
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

} // namespace

QStringList alignedRows(const QList<QStringList> &rows)
{
    const QList<qsizetype> widths = widthsOf(rows);
    QStringList lines;
    for (const QStringList &row : rows)
        lines.append(alignedRow(row, widths));
    return lines;
}

} // namespace inflight
