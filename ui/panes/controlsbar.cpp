// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/controlsbar.h"

#include "jobs/runsettings.h"
#include "ui/panes/filterbox.h"
#include "ui/panes/floatingmessage.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/notice.h"
#include "ui/panes/rateedit.h"
#include "ui/panes/savedfiltersbutton.h"

#include <QBoxLayout>
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
    , m_complaint(new FloatingMessage(*m_filter))
    , m_notice(new Notice(Tone::Caution, Glyph::OpenLock))
{
    auto *const groups = new FlowLayout(6);
    QBoxLayout *row = addGroup(*groups);
    m_pause = addButton(*row, tr("&Pause"), u"pause"_s,
                        tr("Start nothing new; what is in flight goes on (Ctrl+P)"));
    m_pause->setAccessibleName(tr("Pause"));
    m_pause->setCheckable(true);
    m_cancelAll =
        addButton(*row, tr("Ca&ncel all"), u"cancelAll"_s, tr("Cancel every job that is not finished"));
    m_cancelAll->setAccessibleName(tr("Cancel all"));
    m_cancelSlow = addButton(*row, tr("Cancel s&low"), u"cancelSlow"_s,
                             tr("Cancel the running jobs that are marked slow"));
    m_cancelSlow->setAccessibleName(tr("Cancel slow"));
    m_retryFailed = addButton(*row, tr("Retry faile&d"), u"retryFailed"_s,
                              tr("Queue every failed job again (Ctrl+Shift+R)"));
    m_retryFailed->setAccessibleName(tr("Retry failed"));
    row = addGroup(*groups);
    m_concurrency = addNumber(*row, tr("Conc&urrency"), u"concurrency"_s, settings.concurrency,
                              tr("Most jobs in flight at once; acts at once"));
    m_concurrency->setAccessibleName(tr("Concurrency"));
    m_perHost = addNumber(*row, tr("Per hos&t"), u"perHost"_s, settings.perHost,
                          tr("Most requests in flight to one host at once; acts at once"));
    m_perHost->setAccessibleName(tr("Per host"));
    addCaption(*row, tr("R&ate"), m_rate);
    row->addWidget(m_rate);
    m_rate->setObjectName(u"rate"_s);
    m_rate->setAccessibleName(tr("Rate"));
    m_rate->setToolTip(tr("Most requests started to one host, such as 5/s, 100/m or 5/15s; empty: no limit"));
    m_rate->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_rate->setFixedWidth(fontMetrics().horizontalAdvance(u"1000/60s"_s) + 14);
    row = addGroup(*groups);
    row->addWidget(m_filter, 1);
    m_filter->setMinimumWidth(20 * fontMetrics().averageCharWidth());

    row->addWidget(new SavedFiltersButton(*m_filter));
    m_complaint->setObjectName(u"filterMessage"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(groups);
    layout->addWidget(m_notice);
    m_notice->setObjectName(u"insecureNotice"_s);
    if (settings.transport.insecure) {
        m_notice->say(tr("TLS certificates are not verified (--insecure): somebody on the way could read or "
                         "change what is fetched by https."));
    }
    keepWidth(*m_cancelAll, tr("Ca&ncel shown"));
    keepWidth(*m_retryFailed, tr("Retry sho&wn"));
    setFocusProxy(m_pause);
    connectAll();
    follow({});
}

/// What stays side by side when the bar is too narrow for all of it.
QBoxLayout *ControlsBar::addGroup(QLayout &groups)
{
    auto *const group = new QWidget;
    auto *const row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    groups.addWidget(group);
    return row;
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

void ControlsBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // A splitter does not ask how high its parts must be for their width.
    setMinimumHeight(layout()->heightForWidth(width()));
}

/// The button's words may change; nothing beside it is to move then.
void ControlsBar::keepWidth(QPushButton &button, const QString &otherText)
{
    const QString text = button.text();
    const int width = button.sizeHint().width();
    button.setText(otherText);
    button.setMinimumWidth(std::max(width, button.sizeHint().width()));
    button.setText(text);
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

void ControlsBar::setFiltered(bool isFiltered)
{
    m_isFiltered = isFiltered;
    m_cancelAll->setText(isFiltered ? tr("Ca&ncel shown") : tr("Ca&ncel all"));
    m_cancelAll->setToolTip(isFiltered ? tr("Cancel every job that is shown and not finished")
                                       : tr("Cancel every job that is not finished"));
    m_cancelSlow->setToolTip(isFiltered ? tr("Cancel the running jobs that are shown and marked slow")
                                        : tr("Cancel the running jobs that are marked slow"));
    for (QPushButton *const button : {m_cancelAll, m_cancelSlow})
        button->setAccessibleDescription(button->toolTip());
}

void ControlsBar::setPartial(bool isPartial)
{
    m_isPartial = isPartial;
    m_retryFailed->setText(isPartial ? tr("Retry sho&wn") : tr("Retry faile&d"));
    m_retryFailed->setToolTip(isPartial ? tr("Queue every failed job that is shown again (Ctrl+Shift+R)")
                                        : tr("Queue every failed job again (Ctrl+Shift+R)"));
    m_retryFailed->setAccessibleDescription(m_retryFailed->toolTip());
}

void ControlsBar::setPaused(bool paused)
{
    m_pause->setChecked(paused);
}

void ControlsBar::showPaused(bool paused)
{
    m_pause->setText(paused ? tr("Resu&me") : tr("&Pause"));
    m_pause->setToolTip(paused ? tr("Start new jobs again (Ctrl+P)")
                               : tr("Start nothing new; what is in flight goes on (Ctrl+P)"));
}

void ControlsBar::showComplaints()
{
    QStringList complaints{m_rateComplaint, m_filterComplaint};
    complaints.removeAll(QString());
    m_complaint->say(complaints.join(u'\n'));
}

} // namespace inflight
