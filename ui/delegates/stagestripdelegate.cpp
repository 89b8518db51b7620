// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/stagestripdelegate.h"

#include "ui/delegates/cellground.h"
#include "ui/delegates/stagestrip.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobtext.h"
#include "ui/theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace inflight {

namespace {

QRect stripIn(const QStyleOptionViewItem &option)
{
    const QRect &cell = option.rect;
    const int height = option.fontMetrics.height();
    constexpr int margin = 4;
    return {cell.left() + margin, cell.top() + (cell.height() - height) / 2, cell.width() - 2 * margin,
            height};
}

} // namespace

void StageStripDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    paintCellGround(*painter, option);
    const QRect strip = stripIn(option);
    // The colours are made for Base: on a selected row the strip brings its own ground.
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(strip.adjusted(-2, -2, 2, 2), Theme::of(option.palette).base());
    const auto job = index.data(JobModel::ViewRole).value<JobView>();
    const auto count = static_cast<int>(index.data(JobModel::StageNamesRole).toStringList().size());
    paintStageStrip(*painter, strip, job.stages, count, option.palette, steadyNowMs(), option.direction);
}

bool StageStripDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                   const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QStringList names = index.data(JobModel::StageNamesRole).toStringList();
    const QRect strip = stripIn(option);
    const auto count = static_cast<int>(names.size());
    const int stage = stageAt(strip, event->pos().x(), count, option.direction);
    if (stage < 0) {
        QToolTip::hideText();
        return true;
    }
    const auto job = index.data(JobModel::ViewRole).value<JobView>();
    QToolTip::showText(event->globalPos(), stageText(job, stage, names, steadyNowMs()), view->viewport(),
                       stageSegment(strip, stage, count, option.direction));
    return true;
}

} // namespace inflight
