// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/summarybar.h"

#include "jobs/humantext.h"
#include "ui/glyphs.h"
#include "ui/models/jobwords.h"
#include "ui/panes/linklabel.h"
#include "ui/panes/runprogress.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

constexpr std::array stateOrder{JobState::Queued,    JobState::Running, JobState::BackingOff,
                                JobState::Succeeded, JobState::Failed,  JobState::Cancelled};

std::size_t place(JobState state)
{
    return static_cast<std::size_t>(state);
}

int countOf(const RunTotals &totals, JobState state)
{
    switch (state) {
    case JobState::Queued:
        return totals.queued;
    case JobState::BackingOff:
        return totals.backingOff;
    case JobState::Running:
        return totals.running;
    case JobState::Succeeded:
        return totals.succeeded;
    case JobState::Failed:
        return totals.failed;
    case JobState::Cancelled:
        return totals.cancelled;
    }
    Q_UNREACHABLE();
}

QString countText(JobState state, int count)
{
    const QString number = formatCount(count);
    switch (state) {
    case JobState::Queued:
        return SummaryBar::tr("%1 queued").arg(number);
    case JobState::BackingOff:
        return SummaryBar::tr("%1 waiting").arg(number);
    case JobState::Running:
        return SummaryBar::tr("%1 running").arg(number);
    case JobState::Succeeded:
        return SummaryBar::tr("%1 succeeded").arg(number);
    case JobState::Failed:
        return SummaryBar::tr("%1 failed").arg(number);
    case JobState::Cancelled:
        return SummaryBar::tr("%1 cancelled").arg(number);
    }
    Q_UNREACHABLE();
}

QString objectNameOf(JobState state)
{
    static const QStringList names{u"queuedCount"_s,    u"waitingCount"_s, u"runningCount"_s,
                                   u"succeededCount"_s, u"failedCount"_s,  u"cancelledCount"_s};
    return names.at(static_cast<qsizetype>(state));
}

} // namespace

SummaryBar::SummaryBar(QWidget *parent)
    : QWidget(parent)
    , m_progress(new RunProgress)
{
    setObjectName(u"summary"_s);
    setAccessibleName(tr("Summary"));
    auto *counters = new QHBoxLayout;
    counters->setSpacing(4);
    for (const JobState state : stateOrder)
        addCounter(*counters, state);
    counters->addStretch(1);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(16);
    figures->addStretch(1);
    m_bytes = addFigure(*figures, u"bytesReceived"_s, tr("Received over all attempts"), u"999.9 MB"_s);
    m_rate =
        addFigure(*figures, u"byteRate"_s, tr("Received a second, over the last 3 seconds"), u"99.9 MB/s"_s);
    m_elapsed = addFigure(*figures, u"elapsed"_s, tr("Since the first job started"), u"59 min 59 s"_s);
    m_left = addFigure(*figures, u"timeLeft"_s, tr("Estimated from the pace of the last 15 seconds"),
                       tr("time left unknown"));
    m_line = new QHBoxLayout;
    m_line->addLayout(counters);
    m_line->addLayout(figures, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(m_line);
    layout->addWidget(m_progress);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_lineWidth = m_line->minimumSize().width();

    m_ticker.setInterval(500ms);
    connect(&m_ticker, &QTimer::timeout, this, &SummaryBar::tick);
    paintGlyphs();
    showCounts();
    showFigures();
}

void SummaryBar::addCounter(QBoxLayout &row, JobState state)
{
    Counter &counter = m_counters[place(state)];
    counter.glyph = new QLabel;
    counter.glyph->setFixedWidth(glyphSide(fontMetrics()));
    counter.text = new LinkLabel;
    counter.text->setToolTip(tr("Click to show these jobs, or all of them again"));
    counter.text->setAccessibleDescription(counter.text->toolTip());
    connect(counter.text, &LinkLabel::clicked, this,
            [this, state] { Q_EMIT jobsRequested(stateFilterWord(static_cast<int>(state))); });
    counter.text->setObjectName(objectNameOf(state));
    // Room for a few digits more, so that what stands to the right does not jump about.
    counter.text->setMinimumWidth(fontMetrics().horizontalAdvance(countText(state, 888)));
    row.addWidget(counter.glyph);
    row.addWidget(counter.text);
    row.addSpacing(6);
}

QLabel *SummaryBar::addFigure(QBoxLayout &row, const QString &name, const QString &toolTip,
                              const QString &widest)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setToolTip(toolTip);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setMinimumWidth(fontMetrics().horizontalAdvance(widest));
    row.addWidget(label);
    return label;
}

void SummaryBar::follow(const RunTotals &totals)
{
    m_totals = totals;
    m_throughput.feed(totals, steadyNowMs());
    showCounts();
    showFigures();
    m_progress->follow(totals);
    if (totals.unfinished() > 0 && !m_ticker.isActive())
        m_ticker.start();
}

void SummaryBar::tick()
{
    m_throughput.feed(m_totals, steadyNowMs());
    showFigures();
    if (m_totals.unfinished() == 0 && m_throughput.bytesPerSecond() <= 0)
        m_ticker.stop();
}

void SummaryBar::showCounts()
{
    for (const JobState state : stateOrder)
        m_counters[place(state)].text->setText(countText(state, countOf(m_totals, state)));
}

void SummaryBar::showFigures()
{
    const bool hasBegun = m_totals.all() > 0;
    m_bytes->setText(hasBegun ? formatBytes(m_totals.bytes) : QString());
    m_rate->setText(hasBegun ? formatRate(m_throughput.bytesPerSecond()) : QString());
    const bool isOver = m_totals.unfinished() == 0;
    m_elapsed->setText(elapsedText());
    const auto left = m_throughput.msLeft();
    if (isOver)
        m_left->setText(hasBegun ? tr("done") : QString());
    else if (m_totals.paused)
        m_left->setText(tr("paused"));
    else
        m_left->setText(left ? tr("%1 left").arg(formatSeconds(*left)) : tr("time left unknown"));
}

/// Of the present burst; of an earlier run until one begins.
QString SummaryBar::elapsedText() const
{
    const bool isOver = m_totals.unfinished() == 0;
    if (m_totals.firstStartMs >= 0)
        return formatSeconds((isOver ? m_totals.lastEndMs : steadyNowMs()) - m_totals.firstStartMs);
    return isOver && m_totals.earlierMs >= 0 ? formatSeconds(m_totals.earlierMs) : QString();
}

void SummaryBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_line->setDirection(width() < m_lineWidth ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void SummaryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintGlyphs();
}

void SummaryBar::paintGlyphs()
{
    const Theme theme = Theme::of(palette());
    for (const JobState state : stateOrder) {
        JobView sample;
        sample.state = state;
        m_counters[place(state)].glyph->setPixmap(glyphPixmap(glyphOf(sample), theme.text(toneOf(sample)),
                                                              glyphSide(fontMetrics()), devicePixelRatioF()));
    }
}

} // namespace inflight
