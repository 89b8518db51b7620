// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/details/jobcommands.h"

#include "jobs/requestof.h"
#include "ui/details/bodysaver.h"
#include "ui/details/resendeditor.h"
#include "ui/models/curltext.h"
#include "ui/models/jobmodel.h"
#include "ui/panes/jobsview.h"

#include <QAction>
#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QGuiApplication>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace inflight {

JobCommands::JobCommands(Engine &engine, const JobModel &jobs, const JobsView &view, QWidget &window)
    : QObject(&window)
    , m_engine(engine)
    , m_jobs(jobs)
    , m_view(view)
    , m_window(window)
    , m_saver(new BodySaver(this))
{
    m_copyCurl =
        add(tr("&Copy as cURL"), tr("Copy the request as a curl command, secrets left out"),
            u"copyCurlAction"_s, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &JobCommands::copyRedacted);
    m_copyCurlWithSecrets =
        add(tr("Copy as cURL &with secrets"), tr("Copy the request as a curl command that works as it is"),
            u"copyCurlWithSecretsAction"_s, {}, &JobCommands::copyWithSecrets);
    m_copyBody = add(tr("Copy &body"), tr("Copy the whole body of the answer"), u"copyBodyAction"_s, {},
                     &JobCommands::copyBody);
    m_saveBody = add(tr("&Save body…"), tr("Write the body of the answer into a file"), u"saveBodyAction"_s,
                     QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), &JobCommands::saveBody);
    m_open = add(tr("&Open in browser"), tr("Open the job's URL in the web browser"),
                 u"openInBrowserAction"_s, {}, &JobCommands::openInBrowser);
    m_resend = add(tr("&Resend"), tr("Send the same request again, as a new job"), u"resendAction"_s, {},
                   &JobCommands::resend);
    m_edit = add(tr("&Edit and resend…"), tr("Change the request and send it as a new job"),
                 u"editAndResendAction"_s, QKeySequence(Qt::CTRL | Qt::Key_E), &JobCommands::editAndResend);
    m_saveBody->setIconText(tr("Save…"));
    m_open->setIconText(tr("Browser"));
    m_edit->setIconText(tr("Edit…"));
    connect(m_saver, &BodySaver::said, this, &JobCommands::said);
    connect(&engine, &Engine::lookedInto, this, &JobCommands::take);
    connect(&view, &JobsView::currentJobChanged, this, &JobCommands::update);
    update();
}

QAction *JobCommands::add(const QString &text, const QString &tip, const QString &name,
                          const QKeySequence &shortcut, void (JobCommands::*slot)())
{
    auto *const action = new QAction(text, this);
    action->setStatusTip(tip);
    action->setToolTip(tip);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, slot);
    m_actions.append(action);
    return action;
}

const JobView *JobCommands::currentJob() const
{
    const std::optional<JobId> id = m_view.currentJob();
    return id ? &m_jobs.jobs().view(static_cast<int>(*id)) : nullptr;
}

void JobCommands::update()
{
    const JobView *const job = currentJob();
    const bool hasBody = job && isFinished(job->state) && job->bytes > 0;
    for (QAction *const action : {m_copyBody, m_saveBody})
        action->setEnabled(hasBody);
    for (QAction *const action : {m_copyCurl, m_copyCurlWithSecrets, m_open, m_resend, m_edit})
        action->setEnabled(job);
}

void JobCommands::withContents(bool bodies, Then then)
{
    const std::optional<JobId> current = m_view.currentJob();
    if (!current)
        return;
    m_wanted = *current;
    m_wantsBodies = bodies;
    m_then = std::move(then);
    m_engine.lookInto(m_wanted, bodies);
}

void JobCommands::take(const JobContents &contents)
{
    if (!m_then || contents.id != m_wanted || contents.withBodies != m_wantsBodies)
        return;
    std::exchange(m_then, nullptr)(contents);
}

void JobCommands::copyCurl(Secrets secrets)
{
    withContents(false, [this, secrets](const JobContents &contents) {
        QGuiApplication::clipboard()->setText(curlCommand(requestOf(contents.input), secrets));
        Q_EMIT said(secrets == Secrets::Shown ? tr("The curl command is on the clipboard, secrets included.")
                                              : tr("The curl command is on the clipboard, without secrets."));
    });
}

void JobCommands::copyBody()
{
    withContents(true, [this](const JobContents &contents) {
        if (contents.body)
            m_saver->copy(*contents.body);
        else
            Q_EMIT said(tr("The body of this job is not kept. Fetch it again to have it."));
    });
}

void JobCommands::saveBody()
{
    withContents(true, [this](const JobContents &contents) { askWhereTo(contents); });
}

void JobCommands::askWhereTo(const JobContents &contents)
{
    if (!contents.body) {
        Q_EMIT said(tr("The body of this job is not kept. Fetch it again to have it."));
        return;
    }
    auto *const dialog = new QFileDialog(&m_window, tr("Save the body"));
    dialog->setObjectName(u"saveBodyDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(contents.fileName);
    connect(dialog, &QFileDialog::fileSelected, m_saver,
            [this, body = contents.body->bytes](const QString &path) { m_saver->save(body, path); });
    dialog->open();
}

void JobCommands::openInBrowser()
{
    if (const std::optional<JobId> id = m_view.currentJob())
        QDesktopServices::openUrl(QUrl(m_jobs.jobs().url(static_cast<int>(*id))));
}

void JobCommands::resend()
{
    withContents(false, [this](const JobContents &contents) {
        JobInput input;
        input.url = contents.input.url;
        input.request = contents.input.request;
        input.name = contents.input.name;
        m_engine.submit({input});
        Q_EMIT said(tr("Queued once more, as a new job."));
    });
}

void JobCommands::editAndResend()
{
    withContents(false, [this](const JobContents &contents) {
        if (!m_editor) {
            m_editor = new ResendEditor(&m_window);
            connect(m_editor, &ResendEditor::sendRequested, this, [this](const QList<JobInput> &inputs) {
                m_engine.submit(inputs);
                Q_EMIT said(tr("Queued as a new job."));
            });
        }
        m_editor->edit(contents.input);
    });
}

} // namespace inflight
