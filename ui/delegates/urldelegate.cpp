// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/urldelegate.h"

#include "ui/models/jobmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

void UrlDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const int depth = std::min(index.data(JobModel::DepthRole).toInt(), deepestShown);
    if (depth > 0)
        option->text.prepend(QString(qsizetype{3} * (depth - 1), QChar::Nbsp) + u"↳ "_s);
}

} // namespace inflight
