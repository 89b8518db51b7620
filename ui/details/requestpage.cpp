// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/requestpage.h"

#include "jobs/humantext.h"
#include "jobs/requestof.h"
#include "ui/details/headerstable.h"
#include "ui/fixedfont.h"
#include "ui/models/curltext.h"
#include "ui/panes/html.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr qsizetype mostOfBody = 256 * 1024;

QString bodyText(const QByteArray &body)
{
    if (!QByteArrayView(body).isValidUtf8() || body.contains('\0'))
        return RequestPage::tr("%1 that are no text").arg(formatBytes(body.size()));
    return Html::plain(QString::fromUtf8(body.first(std::min(body.size(), mostOfBody))));
}

} // namespace

RequestPage::RequestPage()
    : m_line(new QLabel)
    , m_headers(new HeadersTable(tr("Request headers"), u"requestHeaders"_s))
    , m_bodyTitle(new QLabel)
    , m_body(new QPlainTextEdit)
    , m_secrets(new QCheckBox(tr("Show secrets")))
{
    m_line->setObjectName(u"requestLine"_s);
    m_line->setWordWrap(true);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_body->setObjectName(u"requestBody"_s);
    m_body->setAccessibleName(tr("Request body"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setFont(fixedFont());
    m_bodyTitle->setObjectName(u"requestBodyTitle"_s);
    m_secrets->setObjectName(u"requestSecrets"_s);
    m_secrets->setToolTip(tr("Keys, tokens, cookies and passwords as they are sent"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_line);
    layout->addWidget(m_headers, 2);
    layout->addWidget(m_bodyTitle);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_secrets);
    connect(m_secrets, &QCheckBox::toggled, this, [this] { showStory(m_story, true); });
}

void RequestPage::showStory(const JobStory &story, bool isSameJob)
{
    if (!isSameJob)
        m_secrets->setChecked(false); // asked for one job, shown for one job
    m_story = story;
    const Secrets secrets = m_secrets->isChecked() ? Secrets::Shown : Secrets::Redacted;
    const JobRecord *const record = story.record.get();
    Request request;
    if (story.contents)
        request = requestOf(story.contents->input);
    // What was sent last says more than what is to be sent.
    if (record && !record->requestHeaders.isEmpty())
        request.headers = record->requestHeaders;
    if (record && !record->method.isEmpty())
        request.method = record->method;
    const QString line = QString::fromLatin1(request.method) + u' ' + displayUrl(story.url, secrets);
    if (m_line->text() != line)
        m_line->setText(line);
    m_headers->setHeaders(displayHeaders(request.headers, secrets));
    const QString body = bodyText(displayBody(request, secrets));
    const bool hasBody = !request.body.isEmpty();
    m_bodyTitle->setVisible(hasBody);
    m_body->setVisible(hasBody);
    m_bodyTitle->setText(tr("Body, %1").arg(formatBytes(request.body.size())));
    if (body != std::exchange(m_shownBody, body))
        m_body->setPlainText(body);
}

void RequestPage::clear()
{
    m_line->clear();
    m_headers->setHeaders({});
}

QWidget *RequestPage::keyboardTarget()
{
    return m_headers->table();
}

} // namespace inflight
