// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStyledItemDelegate>

namespace inflight {

/// The URL cell: jobs that were found in the output of another one are indented below it.
class UrlDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UrlDelegate)

public:
    /// Deeper jobs are indented no further: the URL needs the room.
    static constexpr int deepestShown = 6;

    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace inflight
