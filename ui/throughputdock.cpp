// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/throughputdock.h"

#include "jobs/engine.h"
#include "ui/panes/throughputchart.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QMainWindow>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

enum Span { Recent, Whole };

/// Less would make a short run a few wide steps.
constexpr qsizetype leastPlaces = 60;

} // namespace

ThroughputDock::ThroughputDock(QMainWindow &window, Engine &engine)
    : QDockWidget(tr("Throughput"), &window)
    , m_span(new QComboBox)
    , m_chart(new ThroughputChart)
    , m_figures(new QLabel)
{
    setObjectName(u"throughput"_s);
    setAccessibleName(tr("Throughput"));
    m_span->setObjectName(u"throughputSpan"_s);
    m_span->setAccessibleName(tr("Time shown"));
    m_span->addItems({tr("Last 5 minutes"), tr("Whole run")});
    m_figures->setObjectName(u"throughputFigures"_s);
    m_figures->setTextFormat(Qt::PlainText);
    m_figures->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *const line = new QHBoxLayout;
    line->addWidget(m_span);
    line->addWidget(m_figures, 1);
    auto *const content = new QWidget;
    auto *const layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_chart, 1);
    setWidget(content);
    window.addDockWidget(Qt::BottomDockWidgetArea, this);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &ThroughputDock::sample);
    connect(&engine, &Engine::updated, this, &ThroughputDock::follow);
    connect(m_span, &QComboBox::currentIndexChanged, this, &ThroughputDock::showSamples);
    connect(m_chart, &ThroughputChart::figuresChanged, m_figures, &QLabel::setText);
    showSamples();
}

void ThroughputDock::takeFocus()
{
    raise();
    m_chart->setFocus(Qt::ShortcutFocusReason);
}

void ThroughputDock::follow(const ChangeBatch &batch)
{
    // What is already in the first batch of a run is not from before it: the sums before are those of its
    // begin.
    if (!m_second.isActive())
        m_meter.begin(steadyNowMs());
    m_meter.follow(batch);
    // A run may be over before anybody hears of it.
    const bool isNews = m_meter.isRunning() || m_meter.hasMoved();
    if (isNews && !m_second.isActive())
        m_second.start();
}

void ThroughputDock::sample()
{
    m_history.add(m_meter.take(steadyNowMs()));
    showSamples();
    if (!m_meter.isRunning())
        m_second.stop();
}

void ThroughputDock::showSamples()
{
    if (m_span->currentIndex() == Recent) {
        const auto shown = std::max(m_history.recent().size(), leastPlaces);
        m_chart->setSamples(m_history.recent(), 1, shown);
    } else {
        const QList<ThroughputSample> whole = m_history.whole();
        m_chart->setSamples(whole, m_history.secondsPerPiece(), std::max(whole.size(), leastPlaces));
    }
}

} // namespace inflight
