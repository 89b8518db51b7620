// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/rowscopy.h"

#include <QAbstractItemModel>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace inflight {

QString rowsAsTsv(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns)
{
    QString text;
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells.append(model.index(row, column).data().toString().simplified());
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

} // namespace inflight
