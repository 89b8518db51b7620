// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/urlspane.h"

#include "jobs/humantext.h"
#include "ui/behind.h"
#include "ui/models/rejectedlines.h"
#include "ui/panes/urlcheck.h"
#include "ui/panes/urlsbox.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStyledItemDelegate>

#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// "12 URLs · 1 duplicate · 2 rejected".
QString reportText(const UrlListReport &report)
{
    QStringList parts;
    if (!report.accepted.isEmpty())
        parts.append(formatCounted(report.accepted.size(), UrlsPane::tr("1 URL"), UrlsPane::tr("%1 URLs")));
    if (!report.duplicates.isEmpty())
        parts.append(formatCounted(report.duplicates.size(), UrlsPane::tr("1 duplicate"),
                                   UrlsPane::tr("%1 duplicates")));
    if (!report.rejected.isEmpty())
        parts.append(
            formatCounted(report.rejected.size(), UrlsPane::tr("1 rejected"), UrlsPane::tr("%1 rejected")));
    return parts.isEmpty() ? UrlsPane::tr("A missing scheme is taken as https.") : parts.join(u" · "_s);
}

/// What Fetch did; stays to be read, so it is told as something past.
QString outcomeText(const UrlListReport &report, qsizetype fetched, qsizetype underWay)
{
    if (report.accepted.isEmpty())
        return report.rejected.isEmpty() ? UrlsPane::tr("Nothing to fetch: paste URLs first")
                                         : UrlsPane::tr("Nothing to fetch: every line is rejected");
    QStringList parts{
        fetched == 0 ? UrlsPane::tr("Nothing new to fetch")
                     : formatCounted(fetched, UrlsPane::tr("1 job added"), UrlsPane::tr("%1 jobs added"))};
    if (underWay > 0)
        parts.append(formatCounted(underWay, UrlsPane::tr("1 was already under way"),
                                   UrlsPane::tr("%1 were already under way")));
    if (!report.duplicates.isEmpty()) {
        parts.append(formatCounted(report.duplicates.size(), UrlsPane::tr("1 duplicate left out"),
                                   UrlsPane::tr("%1 duplicates left out")));
    }
    return parts.join(u" · "_s);
}

/// A hundred thousand take most of a frame.
constexpr qsizetype mostMadeAtOnce = 20'000;

QList<JobInput> inputsFor(const QList<AcceptedUrl> &urls,
                          const std::shared_ptr<const RequestTemplate> &request)
{
    QList<JobInput> inputs;
    inputs.reserve(urls.size());
    for (const AcceptedUrl &each : urls)
        inputs.append({.url = each.url, .request = request});
    return inputs;
}

/// Lines as wide as their list, shortened rather than scrolled.
class ShortenedLines final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {0, QStyledItemDelegate::sizeHint(option, index).height()};
    }
};

} // namespace

UrlsPane::UrlsPane(UnderWay underWay, std::shared_ptr<const RequestTemplate> request, QWidget *parent)
    : QWidget(parent)
    , m_underWay(std::move(underWay))
    , m_request(std::move(request))
    , m_box(new UrlsBox)
    , m_check(new UrlCheck(*m_box, this))
    , m_rejected(new RejectedLines(this))
    , m_message(new QLabel)
    , m_summary(new QLabel)
    , m_rejectedView(new QListView)
    , m_fetch(new QPushButton(tr("Fet&ch")))
{
    m_fetch->setObjectName(u"fetch"_s);
    m_fetch->setAccessibleName(tr("Fetch"));
    m_fetch->setToolTip(tr("Fetch the URLs in the box (Ctrl+Enter)"));
    m_fetch->setDefault(true); // Drawn as the button that one looks for.
    m_fetch->setEnabled(false);
    m_message->setObjectName(u"fetchMessage"_s);
    m_summary->setObjectName(u"urlsReport"_s);
    for (QLabel *label : {m_message, m_summary}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_rejectedView->setObjectName(u"rejectedLines"_s);
    m_rejectedView->setAccessibleName(tr("Rejected lines"));
    m_rejectedView->setModel(m_rejected);
    m_rejectedView->setUniformItemSizes(true);
    m_rejectedView->setItemDelegate(new ShortenedLines(this));
    m_rejectedView->setSelectionMode(QAbstractItemView::ExtendedSelection);
    layOut();

    connect(m_box, &UrlsBox::edited, this, &UrlsPane::noteEdit);
    connect(m_check, &UrlCheck::checked, this, &UrlsPane::showReport);
    connect(m_fetch, &QPushButton::clicked, this, &UrlsPane::fetch);
    connect(m_rejectedView, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { showRejectedLine(index.row()); });
    setFocusProxy(m_box);
    showReport();
}

void UrlsPane::layOut()
{
    auto *words = new QVBoxLayout;
    words->addWidget(m_message);
    words->addWidget(m_summary);
    words->addStretch();
    auto *top = new QHBoxLayout;
    top->addLayout(words, 1);
    top->addWidget(m_fetch, 0, Qt::AlignTop);
    auto *side = new QVBoxLayout;
    side->addLayout(top);
    side->addWidget(m_rejectedView, 1);
    side->addStretch();

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box, 3);
    layout->addLayout(side, 2);
    m_fetch->setMinimumWidth(14 * fontMetrics().averageCharWidth());
    setMinimumHeight(3 * fontMetrics().lineSpacing());
}

void UrlsPane::noteEdit()
{
    m_fetch->setEnabled(!m_box->document()->isEmpty());
    if (!m_submitting)
        say({});
}

void UrlsPane::say(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
    m_summary->setVisible(message.isEmpty() || !m_box->document()->isEmpty());
}

void UrlsPane::showReport()
{
    const UrlListReport &report = m_check->report();
    m_summary->setText(reportText(report));
    QList<int> lines;
    for (const RejectedLine &line : report.rejected)
        lines.append(line.line);
    m_box->markLines(lines);
    m_rejected->setLines(report.rejected);
    m_rejectedView->setVisible(!report.rejected.isEmpty());

    if (!std::exchange(m_fetchWhenChecked, false))
        return;
    submit();
    m_box->holdPaste(false);
}

void UrlsPane::fetch()
{
    m_fetchWhenChecked = true;
    m_box->holdPaste(true);
    if (m_check->isCurrent())
        showReport();
    else
        m_check->checkNow();
}

void UrlsPane::submit()
{
    const UrlListReport report = m_check->report();
    const QSet<QString> underWay = m_underWay(report.accepted);
    QList<AcceptedUrl> urls = report.accepted;
    if (!underWay.isEmpty())
        urls.removeIf([&underWay](const AcceptedUrl &each) { return underWay.contains(each.url); });
    if (!report.accepted.isEmpty())
        keepRejected(report);
    say(outcomeText(report, urls.size(), underWay.size()));
    if (!urls.isEmpty())
        request(urls);
}

void UrlsPane::request(const QList<AcceptedUrl> &urls)
{
    const auto make = [urls, common = m_request] { return inputsFor(urls, common); };
    const auto ask = [this](const QList<JobInput> &inputs) { Q_EMIT fetchRequested(inputs); };
    if (urls.size() <= mostMadeAtOnce)
        ask(make());
    else
        workBehind(QThreadPool::globalInstance(), this, make, ask);
}

void UrlsPane::keepRejected(const UrlListReport &report)
{
    QStringList rest;
    for (const RejectedLine &line : report.rejected)
        rest.append(line.text);
    m_submitting = true;
    m_box->replaceText(rest.join(u'\n'));
    m_check->checkNow();
    m_submitting = false;
}

void UrlsPane::showRejectedLine(int row)
{
    m_box->showLine(m_rejected->lines().at(row).line);
}

} // namespace inflight
