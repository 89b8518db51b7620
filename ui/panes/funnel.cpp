// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/funnel.h"

#include "jobs/humantext.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

#include <algorithm>

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString timeText(qint64 us)
{
    return us < 0 ? u"–"_s : formatLatency(std::chrono::microseconds(us));
}

QString countsText(const StageStatus &stage)
{
    return Funnel::tr("%1 waiting · %2 active").arg(formatCount(stage.waiting), formatCount(stage.active));
}

QString endsText(const StageStatus &stage)
{
    return Funnel::tr("%1 done · %2 failed")
        .arg(QLocale().toString(stage.done), QLocale().toString(stage.failed));
}

QString speedText(const StageStatus &stage)
{
    return Funnel::tr("%1/s · %2 · p95 %3")
        .arg(QLocale().toString(stage.perSecond, 'f', stage.perSecond < 10 ? 1 : 0), timeText(stage.medianUs),
             timeText(stage.p95Us));
}

bool same(const StageStatus &a, const StageStatus &b)
{
    return a.name == b.name && a.waiting == b.waiting && a.active == b.active && a.done == b.done &&
           a.failed == b.failed && a.bottleneck == b.bottleneck && a.reason == b.reason &&
           speedText(a) == speedText(b);
}

} // namespace

Funnel::Funnel(const QStringList &names, QWidget *parent)
    : QWidget(parent)
    , m_area(new QScrollArea)
    , m_reason(new QLabel)
    , m_row(new QWidget)
    , m_layout(new QHBoxLayout(m_row))
{
    setObjectName(u"funnel"_s);
    setAccessibleName(tr("Funnel"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // its cells have it
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidgetResizable(true);
    m_reason->setObjectName(u"bottleneck"_s);
    m_reason->setTextFormat(Qt::PlainText);
    // As wide as there is room, whatever it says: the window is not to be widened by it.
    m_reason->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_area->setWidget(m_row);
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_area);
    layout->addWidget(m_reason);
    setStageNames(names);
}

void Funnel::setStageNames(const QStringList &names)
{
    qDeleteAll(m_cells);
    m_cells.clear();
    m_stages.clear();
    for (const QString &name : names) {
        auto *const cell = new QToolButton(m_row);
        cell->setObjectName(u"funnelStage%1"_s.arg(m_cells.size()));
        cell->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        cell->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        cell->setFocusPolicy(m_cells.isEmpty() ? Qt::StrongFocus : Qt::ClickFocus);
        cell->installEventFilter(this);
        connect(cell, &QToolButton::clicked, this, [this, name] { Q_EMIT stageChosen(name); });
        m_layout->addWidget(cell);
        cell->show(); // the layout would show it later, and until then leave it out of its size
        m_cells.append(cell);
        StageStatus nothing;
        nothing.name = name;
        m_stages.append(nothing);
        fill(*cell, nothing);
    }
    m_area->setFixedHeight(m_row->sizeHint().height() + m_area->horizontalScrollBar()->sizeHint().height());
    sayWhy();
}

void Funnel::follow(const ChangeBatch &batch)
{
    if (batch.stages.size() != m_cells.size())
        return; // of the pipeline before, or nothing changed
    for (qsizetype i = 0; i < m_cells.size(); ++i) {
        if (same(batch.stages.at(i), m_stages.at(i)) || batch.stages.at(i).name != m_stages.at(i).name)
            continue;
        m_stages[i] = batch.stages.at(i);
        fill(*m_cells.at(i), m_stages.at(i));
    }
    sayWhy();
}

/// The cell itself may be out of sight, and has no room for the reason.
void Funnel::sayWhy()
{
    const auto found = std::ranges::find_if(m_stages, &StageStatus::bottleneck);
    const QString text =
        found == m_stages.end() ? QString() : tr("Bottleneck: %1, %2").arg(found->name, found->reason);
    if (text == m_reason->text())
        return;
    m_reason->setText(text);
    m_reason->setToolTip(text.isEmpty() ? QString() : tr("What comes before waits for %1.").arg(found->name));
}

void Funnel::fill(QToolButton &cell, const StageStatus &status)
{
    const QString title = status.bottleneck ? tr("%1 – bottleneck").arg(status.name) : status.name;
    cell.setText(title + u'\n' + countsText(status) + u'\n' + endsText(status) + u'\n' + speedText(status));
    const int side = fontMetrics().height();
    // One that shows nothing keeps the words of all cells in line.
    QPixmap mark(QSize(side, side));
    mark.fill(Qt::transparent);
    if (status.bottleneck)
        mark = glyphPixmap(Glyph::Alert, Theme::of(palette()).text(Tone::Caution), side, devicePixelRatioF());
    cell.setIcon(mark);
    const QString hint =
        tr("Jobs a second, the median and the 95th percentile of the time in %1. Click to show the "
           "jobs in it.")
            .arg(status.name);
    cell.setToolTip(status.bottleneck
                        ? tr("The stages before wait for %1: %2.").arg(status.name, status.reason) + u'\n' +
                              hint
                        : hint);
    cell.setAccessibleName(tr("Stage %1: %2, %3").arg(status.name, countsText(status), endsText(status)));
    cell.setAccessibleDescription(status.bottleneck ? tr("bottleneck: %1").arg(status.reason)
                                                    : speedText(status));
}

bool Funnel::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const qsizetype present = m_cells.indexOf(static_cast<QToolButton *>(object));
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        m_cells.at(present)->click();
        return true;
    }
    if (key != Qt::Key_Left && key != Qt::Key_Right)
        return QWidget::eventFilter(object, event);
    const auto onwards = layoutDirection() == Qt::RightToLeft ? Qt::Key_Left : Qt::Key_Right;
    const qsizetype next = present + (key == onwards ? 1 : -1);
    if (next >= 0 && next < m_cells.size()) {
        m_cells.at(next)->setFocus(Qt::OtherFocusReason);
        m_area->ensureWidgetVisible(m_cells.at(next));
    }
    return true;
}

void Funnel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (qsizetype i = 0; i < m_cells.size(); ++i)
        fill(*m_cells.at(i), m_stages.at(i));
}

} // namespace inflight
