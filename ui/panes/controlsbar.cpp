// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/controlsbar.h"

#include "jobs/runsettings.h"
#include "ui/panes/filterbox.h"
#include "ui/panes/notice.h"
#include "ui/panes/rateedit.h"
#include "ui/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int mostAtOnce = 4096;

} // namespace

ControlsBar::ControlsBar(const RunSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_rate(new RateEdit(settings.rate))
    , m_filter(new FilterBox)
    , m_complaint(new QLabel)
    , m_notice(new Notice(Tone::Caution, Glyph::OpenLock))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    m_pause = addButton(*row, tr("&Pause"), u"pause"_s,
                        tr("Start nothing new; what is in flight goes on (Ctrl+P)"));
    m_pause->setAccessibleName(tr("Pause"));
    m_pause->setCheckable(true);
    m_cancelAll =
        addButton(*row, tr("Cancel &all"), u"cancelAll"_s, tr("Cancel every job that is not finished"));
    m_cancelAll->setAccessibleName(tr("Cancel all"));
    m_cancelSlow = addButton(*row, tr("Cancel s&low"), u"cancelSlow"_s,
                             tr("Cancel the running jobs that are marked slow"));
    m_cancelSlow->setAccessibleName(tr("Cancel slow"));
    m_retryFailed = addButton(*row, tr("&Retry failed"), u"retryFailed"_s,
                              tr("Queue every failed job again (Ctrl+Shift+R)"));
    m_retryFailed->setAccessibleName(tr("Retry failed"));
    row->addSpacing(12);
    m_concurrency = addNumber(*row, tr("&Concurrency"), u"concurrency"_s, settings.concurrency,
                              tr("Most jobs in flight at once; acts at once"));
    m_concurrency->setAccessibleName(tr("Concurrency"));
    m_perHost = addNumber(*row, tr("Per &host"), u"perHost"_s, settings.perHost,
                          tr("Most requests in flight to one host at once; acts at once"));
    m_perHost->setAccessibleName(tr("Per host"));
    addCaption(*row, tr("Ra&te"), m_rate);
    row->addWidget(m_rate);
    m_rate->setObjectName(u"rate"_s);
    m_rate->setAccessibleName(tr("Rate"));
    m_rate->setToolTip(tr("Most requests started to one host, such as 5/s, 100/m or 5/15s; empty: no limit"));
    m_rate->setFixedWidth(fontMetrics().horizontalAdvance(u"1000/60s"_s) + 14);
    row->addSpacing(12);
    row->addWidget(m_filter, 1);
    m_filter->setMinimumWidth(20 * fontMetrics().averageCharWidth());

    m_complaint->setObjectName(u"filterMessage"_s);
    m_complaint->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_complaint->setWordWrap(true);
    m_complaint->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(row);
    layout->addWidget(m_complaint);
    layout->addWidget(m_notice);
    m_notice->setObjectName(u"insecureNotice"_s);
    if (settings.transport.insecure) {
        m_notice->say(tr("TLS certificates are not verified (--insecure): somebody on the way could read or "
                         "change what is fetched by https."));
    }
    setFocusProxy(m_pause);
    connectAll();
    follow({});
}

QPushButton *ControlsBar::addButton(QBoxLayout &row, const QString &text, const QString &name,
                                    const QString &toolTip)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    row.addWidget(button);
    return button;
}

QSpinBox *ControlsBar::addNumber(QBoxLayout &row, const QString &label, const QString &name, int value,
                                 const QString &toolTip)
{
    auto *number = new QSpinBox;
    number->setObjectName(name);
    number->setRange(1, mostAtOnce);
    number->setValue(std::clamp(value, 1, mostAtOnce));
    number->setToolTip(toolTip);
    addCaption(row, label, number);
    row.addWidget(number);
    return number;
}

void ControlsBar::addCaption(QBoxLayout &row, const QString &text, QWidget *buddy)
{
    auto *caption = new QLabel(text);
    caption->setBuddy(buddy);
    row.addWidget(caption);
}

void ControlsBar::connectAll()
{
    connect(m_pause, &QPushButton::toggled, this, &ControlsBar::showPaused);
    connect(m_pause, &QPushButton::toggled, this, &ControlsBar::pauseRequested);
    connect(m_cancelAll, &QPushButton::clicked, this, &ControlsBar::cancelAllRequested);
    connect(m_cancelSlow, &QPushButton::clicked, this, &ControlsBar::cancelSlowRequested);
    connect(m_retryFailed, &QPushButton::clicked, this, &ControlsBar::retryFailedRequested);
    connect(m_concurrency, &QSpinBox::valueChanged, this, &ControlsBar::concurrencyChanged);
    connect(m_perHost, &QSpinBox::valueChanged, this, &ControlsBar::perHostChanged);
    connect(m_rate, &RateEdit::rateChanged, this, &ControlsBar::rateChanged);
    connect(m_rate, &RateEdit::complained, this, [this](const QString &message) {
        m_rateComplaint = message;
        showComplaints();
    });
    connect(m_filter, &FilterBox::complained, this, [this](const QString &message) {
        m_filterComplaint = message;
        showComplaints();
    });
}

void ControlsBar::follow(const RunTotals &totals)
{
    m_cancelAll->setEnabled(totals.unfinished() > 0);
    m_cancelSlow->setEnabled(totals.slow > 0);
    m_retryFailed->setEnabled(totals.failed > 0);
}

void ControlsBar::showPaused(bool paused)
{
    m_pause->setText(paused ? tr("&Resume") : tr("&Pause"));
    m_pause->setToolTip(paused ? tr("Start new jobs again (Ctrl+P)")
                               : tr("Start nothing new; what is in flight goes on (Ctrl+P)"));
}

void ControlsBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showComplaints();
}

void ControlsBar::showComplaints()
{
    QStringList complaints{m_rateComplaint, m_filterComplaint};
    complaints.removeAll(QString());
    const QString message = complaints.join(u'\n');
    QPalette words = palette();
    words.setColor(QPalette::WindowText, Theme::of(palette()).text(Tone::Bad));
    m_complaint->setPalette(words);
    m_complaint->setText(message);
    m_complaint->setVisible(!message.isEmpty());
}

} // namespace inflight
