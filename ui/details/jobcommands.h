// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "net/redaction.h"

#include <QObject>

#include <functional>

class QAction;
class QWidget;

namespace inflight {

class BodySaver;
class JobModel;
class JobsView;
class ResendEditor;

/// What can be done with the current job's request and body: copied, saved, opened, sent again. UI thread.
class JobCommands final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobCommands)

public:
    /// All of them must outlive this; dialogs are children of `window`.
    JobCommands(Engine &engine, const JobModel &jobs, const JobsView &view, QWidget &window);

    /// In the order of a menu, separators included.
    [[nodiscard]] const QList<QAction *> &actions() const { return m_actions; }
    [[nodiscard]] QList<QAction *> copies() const { return {m_copyCurl, m_copyCurlWithSecrets, m_copyBody}; }
    [[nodiscard]] QAction *saveBodyAction() const { return m_saveBody; }
    [[nodiscard]] QAction *openAction() const { return m_open; }
    [[nodiscard]] QAction *resendAction() const { return m_resend; }
    [[nodiscard]] QAction *editAction() const { return m_edit; }

    /// After a job became current or ended.
    void update();

Q_SIGNALS:
    /// How a command ended: a translated sentence.
    void said(const QString &message);

private:
    using Then = std::function<void(const JobContents &)>;

    QAction *add(const QString &text, const QString &tip, const QString &name, const QKeySequence &shortcut,
                 void (JobCommands::*slot)());
    void withContents(bool bodies, Then then);
    void take(const JobContents &contents);
    void copyCurl(Secrets secrets);
    void copyRedacted() { copyCurl(Secrets::Redacted); }
    void copyWithSecrets() { copyCurl(Secrets::Shown); }
    void copyBody();
    void saveBody();
    void askWhereTo(const JobContents &contents);
    void openInBrowser();
    void resend();
    void editAndResend();
    [[nodiscard]] const JobView *currentJob() const;

    Engine &m_engine;
    const JobModel &m_jobs;
    const JobsView &m_view;
    QWidget &m_window;
    BodySaver *m_saver;
    ResendEditor *m_editor = nullptr; ///< made when it is first wanted
    QList<QAction *> m_actions;
    QAction *m_copyCurl;
    QAction *m_copyCurlWithSecrets;
    QAction *m_copyBody;
    QAction *m_saveBody;
    QAction *m_open;
    QAction *m_resend;
    QAction *m_edit;
    JobId m_wanted = 0; ///< whose contents `m_then` waits for
    bool m_wantsBodies = false;
    Then m_then;
};

} // namespace inflight
