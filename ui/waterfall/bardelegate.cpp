// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/waterfall/bardelegate.h"

#include "ui/delegates/cellground.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobtext.h"
#include "ui/waterfall/barpainter.h"
#include "ui/waterfall/barwords.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace inflight {

namespace {

JobBar layOut(const QModelIndex &index, const JobView &job, const WallClock &clock)
{
    return layOutBar({.job = job,
                      .queuedSinceMs = index.data(JobModel::QueuedSinceRole).toLongLong(),
                      .nowMs = clock.nowMs(),
                      .steadyZeroMs = clock.steadyZeroMs()});
}

/// What stands beside what is open: that it is slow, or why it waits.
QString captionOf(const QModelIndex &index, const JobView &job, const QStringList &stageNames)
{
    if (job.slow)
        return slowText(job, stageNames, steadyNowMs());
    return isFinished(job.state) ? QString() : index.data(JobModel::DetailRole).toString();
}

} // namespace

BarDelegate::BarDelegate(const TimeScale &scale, const WallClock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_scale(scale)
    , m_clock(clock)
{}

JobBar BarDelegate::barOf(const QModelIndex &index) const
{
    const auto job = index.data(JobModel::ViewRole).value<JobView>();
    return layOut(index, job, m_clock);
}

QString BarDelegate::describe(const QModelIndex &index, const QPalette &palette) const
{
    const auto job = index.data(JobModel::ViewRole).value<JobView>();
    const QStringList names = index.data(JobModel::StageNamesRole).toStringList();
    QStringList reasons{stateWord(job.state), index.data(JobModel::DetailRole).toString()};
    reasons.removeAll(QString());
    return barTable(layOut(index, job, m_clock), reasons.join(QStringLiteral(" · ")), names,
                    Theme::of(palette));
}

void BarDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    ++m_painted;
    paintCellGround(*painter, option);
    const Theme theme = Theme::of(option.palette);
    // The colours are made for Base: on a selected row the bar brings its own ground.
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect.adjusted(0, 2, 0, -2), theme.base());
    painter->save();
    painter->setClipRect(option.rect);
    painter->setFont(option.font);
    paintLines(*painter, option.rect, option.palette);
    const auto job = index.data(JobModel::ViewRole).value<JobView>();
    BarLook look{theme, theme.mutedText(), {}, job.slow, index.data(JobModel::StageNamesRole).toStringList()};
    look.caption = captionOf(index, job, look.stageNames);
    paintBar(*painter, option.rect, layOut(index, job, m_clock), m_scale, look);
    painter->restore();
}

void BarDelegate::paintLines(QPainter &painter, const QRect &cell, const QPalette &palette) const
{
    const Theme theme = Theme::of(palette);
    QColor line = theme.outline();
    line.setAlphaF(0.35F);
    for (const AxisTick &tick : m_ticks)
        painter.fillRect(cell.left() + static_cast<int>(std::lround(m_scale.xOf(tick.ms))), cell.top(), 1,
                         cell.height(), line);
    const double now = m_scale.xOf(m_clock.nowMs());
    if (now >= 0 && now <= cell.width())
        painter.fillRect(cell.left() + static_cast<int>(std::lround(now)), cell.top(), 1, cell.height(),
                         theme.fill(Tone::Active));
}

bool BarDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                            const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), describe(index, QToolTip::palette()), view->viewport(),
                       option.rect);
    return true;
}

} // namespace inflight
