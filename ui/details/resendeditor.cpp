// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/resendeditor.h"

#include "input/urlline.h"
#include "jobs/humantext.h"
#include "jobs/requestgiven.h"
#include "ui/fixedfont.h"
#include "ui/panes/notice.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// A method or a header's name (RFC 9110, section 5.6.2).
bool isToken(const QString &text)
{
    static const QRegularExpression token(u"\\A[!#$%&'*+.^_`|~0-9A-Za-z-]+\\z"_s);
    return token.match(text).hasMatch();
}

QPlainTextEdit *makeEdit(const QString &name, const QString &title, int lines)
{
    auto *const edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setAccessibleName(title);
    edit->setFont(fixedFont());
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setMinimumHeight(lines * edit->fontMetrics().lineSpacing());
    return edit;
}

QString headerLines(const HeaderList &headers)
{
    QStringList lines;
    for (const Header &header : headers)
        lines.append(QString::fromUtf8(header.name) + u": "_s + QString::fromUtf8(header.value));
    return lines.join(u'\n');
}

} // namespace

ResendEditor::ResendEditor(QWidget *parent)
    : QDialog(parent)
    , m_method(new QComboBox)
    , m_url(new QLineEdit)
    , m_headers(makeEdit(u"resendHeaders"_s, tr("Headers"), 5))
    , m_body(makeEdit(u"resendBody"_s, tr("Body"), 6))
    , m_send(new QPushButton(tr("&Send")))
    , m_complaint(new Notice(Tone::Bad, Glyph::Alert))
    , m_bodyNote(new Notice(Tone::Neutral, Glyph::Dots))
{
    setObjectName(u"resendEditor"_s);
    setWindowTitle(tr("Edit and resend"));
    setModal(false);
    m_method->setObjectName(u"resendMethod"_s);
    m_method->setAccessibleName(tr("Method"));
    m_method->setEditable(true);
    m_method->addItems({u"GET"_s, u"HEAD"_s, u"POST"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s, u"OPTIONS"_s});
    m_url->setObjectName(u"resendUrl"_s);
    m_url->setAccessibleName(tr("URL"));
    m_headers->setPlaceholderText(tr("Name: value, one a line"));
    m_send->setObjectName(u"resendSend"_s);
    m_send->setDefault(true);
    m_send->setToolTip(tr("As a new job of this run (Ctrl+Enter)"));
    m_complaint->setObjectName(u"resendComplaint"_s);
    layOut();
    connect(m_send, &QPushButton::clicked, this, &ResendEditor::send);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(Qt::CTRL | key), this), &QShortcut::activated, this,
                &ResendEditor::send);
}

void ResendEditor::layOut()
{
    auto *const form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("&Method"), m_method);
    form->addRow(tr("&URL"), m_url);
    form->addRow(tr("&Headers"), m_headers);
    form->addRow(tr("&Body"), m_body);
    auto *const close = new QPushButton(tr("&Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto *const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(m_send);
    auto *const layout = new QVBoxLayout(this);
    layout->addLayout(form, 1);
    layout->addWidget(m_bodyNote);
    layout->addWidget(m_complaint);
    layout->addLayout(buttons);
    resize(80 * fontMetrics().averageCharWidth(), 26 * fontMetrics().lineSpacing());
}

void ResendEditor::edit(const JobInput &input)
{
    const RequestTemplate request = input.request ? *input.request : RequestTemplate{};
    m_name = input.name;
    m_method->setEditText(QString::fromLatin1(request.method));
    m_url->setText(input.url);
    m_headers->setPlainText(headerLines(request.headers));
    const bool isText = QByteArrayView(request.body).isValidUtf8() && !request.body.contains('\0');
    m_binaryBody = isText ? QByteArray() : request.body;
    m_body->setPlainText(isText ? QString::fromUtf8(request.body) : QString());
    m_body->setEnabled(isText);
    m_bodyNote->say(
        isText
            ? QString()
            : tr("The body is no text: its %1 are sent as they are.").arg(formatBytes(request.body.size())));
    m_complaint->say({});
    show();
    raise();
    activateWindow();
    m_url->setFocus();
    m_url->setCursorPosition(0);
}

bool ResendEditor::refuse(const QString &reason, QWidget *where)
{
    m_complaint->say(reason);
    where->setFocus();
    return false;
}

std::optional<HeaderList> ResendEditor::headers()
{
    HeaderList headers;
    const QStringList lines = m_headers->toPlainText().split(u'\n');
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(u':');
        const QString name = line.left(std::max<qsizetype>(colon, 0)).trimmed();
        if (!isToken(name)) {
            refuse(tr("“%1” is no header: write a name, a colon and a value.").arg(line.trimmed().left(40)),
                   m_headers);
            return std::nullopt;
        }
        const QByteArray value = line.sliced(colon + 1).trimmed().toUtf8();
        if (auto header = headerToSend({name.toUtf8(), value.isEmpty() ? QByteArray() : value}))
            headers.append(*std::move(header));
    }
    return headers;
}

void ResendEditor::send()
{
    RequestTemplate request;
    const QString method = m_method->currentText().trimmed();
    if (!isToken(method)) {
        refuse(tr("“%1” is no method, such as GET.").arg(method.left(40)), m_method);
        return;
    }
    const auto read = readUrl(trimmedUrlText(m_url->text()));
    if (const auto *const refusal = std::get_if<UrlRefusal>(&read)) {
        refuse(tr("This URL cannot be fetched: %1.").arg(refusal->reason), m_url);
        return;
    }
    const std::optional<HeaderList> given = headers();
    if (!given)
        return;
    request.method = method.toLatin1();
    request.headers = *given;
    request.body = m_binaryBody.isEmpty() ? m_body->toPlainText().toUtf8() : m_binaryBody;
    m_complaint->say({});
    JobInput input;
    input.url = std::get<FetchableUrl>(read).url;
    input.request = std::make_shared<const RequestTemplate>(std::move(request));
    input.name = m_name;
    Q_EMIT sendRequested({input});
}

} // namespace inflight
