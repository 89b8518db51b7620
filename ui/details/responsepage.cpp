// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/responsepage.h"

#include "net/redaction.h"
#include "ui/details/headerstable.h"
#include "ui/panes/html.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString statusLine(const JobStory &story)
{
    const JobRecord *const record = story.record.get();
    if (record && record->status > 0) {
        const QString version = record->httpVersion.isEmpty() ? u"1.1"_s : record->httpVersion;
        return Html::plain(
            u"HTTP/%1 %2 %3"_s.arg(version).arg(record->status).arg(record->statusText).trimmed());
    }
    return isFinished(story.view.state) ? ResponsePage::tr("No answer.") : ResponsePage::tr("No answer yet.");
}

} // namespace

ResponsePage::ResponsePage()
    : m_line(new QLabel)
    , m_headers(new HeadersTable(tr("Response headers"), u"responseHeaders"_s))
    , m_secrets(new QCheckBox(tr("Show secrets")))
{
    m_line->setObjectName(u"responseLine"_s);
    m_line->setWordWrap(true);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_secrets->setObjectName(u"responseSecrets"_s);
    m_secrets->setToolTip(tr("Cookies and tokens as they came"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_line);
    layout->addWidget(m_headers, 1);
    layout->addWidget(m_secrets);
    connect(m_secrets, &QCheckBox::toggled, this, [this] { showStory(m_story, true); });
}

void ResponsePage::showStory(const JobStory &story, bool isSameJob)
{
    if (!isSameJob)
        m_secrets->setChecked(false); // asked for one job, shown for one job
    m_story = story;
    const QString line = statusLine(story);
    if (m_line->text() != line)
        m_line->setText(line);
    const Secrets secrets = m_secrets->isChecked() ? Secrets::Shown : Secrets::Redacted;
    m_headers->setHeaders(displayHeaders(story.record ? story.record->headers : HeaderList(), secrets));
}

void ResponsePage::clear()
{
    m_line->clear();
    m_headers->setHeaders({});
}

QWidget *ResponsePage::keyboardTarget()
{
    return m_headers->table();
}

} // namespace inflight
