// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runsdock.h"

#include "jobs/humantext.h"
#include "ui/panes/notice.h"
#include "ui/panes/questionbar.h"
#include "ui/panes/runactions.h"
#include "ui/panes/runlimitsform.h"
#include "ui/panes/runsview.h"
#include "ui/runcomparer.h"
#include "ui/runlimitsettings.h"
#include "ui/saverundialog.h"

#include <QAction>
#include <QBoxLayout>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMainWindow>
#include <QSignalBlocker>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// More than the journal takes to write what has happened.
constexpr std::chrono::milliseconds lookAgainAfter{1000};

QStringList pathsOf(const QList<PastRun> &runs)
{
    QStringList paths;
    for (const PastRun &run : runs)
        paths.append(run.path);
    return paths;
}

} // namespace

RunsDock::RunsDock(QMainWindow &window, RunsSource source)
    : QDockWidget(tr("Runs"), &window)
    , m_thread(std::move(source.history))
    , m_openRun(std::move(source.open))
    , m_comparer(new RunComparer(m_thread, this))
    , m_view(new RunsView(m_runs))
    , m_actions(new RunActions(*m_view))
    , m_limits(new RunLimitsForm(loadRunLimits()))
    , m_complaint(new Notice(Tone::Bad, Glyph::Alert))
    , m_question(new QuestionBar)
{
    setObjectName(u"runs"_s);
    setAccessibleName(tr("Runs"));
    m_complaint->setObjectName(u"runsMessage"_s);
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(lookAgainAfter);
    connect(&m_lookAgain, &QTimer::timeout, this, &RunsDock::refresh);
    // Another window or a terminal may have made runs, or changed some.
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            runChanged();
    });
    layOut(window);
    connectActions();
    refresh(); // for the limits, also where nobody looks
}

void RunsDock::layOut(QMainWindow &window)
{
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 2, 4, 0);
    buttons->setSpacing(4);
    m_actions->addButtons(*buttons);
    auto *limits = new QToolButton;
    limits->setObjectName(u"showLimits"_s);
    limits->setText(tr("&Limits"));
    limits->setToolTip(tr("How long and how many runs are kept"));
    limits->setCheckable(true);
    limits->setFocusPolicy(Qt::StrongFocus);
    connect(limits, &QToolButton::toggled, m_limits, &QWidget::setVisible);
    buttons->addWidget(limits);
    m_limits->hide();

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(buttons);
    layout->addWidget(m_limits);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_question);
    layout->addWidget(m_complaint);
    setWidget(content);
    window.addDockWidget(Qt::BottomDockWidgetArea, this);
    hide();
    connect(toggleViewAction(), &QAction::triggered, this, [this](bool on) {
        if (on)
            open();
    });
}

void RunsDock::connectActions()
{
    connect(m_actions, &RunActions::openRequested, this, [this](const QString &path, RunOpening how) {
        m_complaint->say({});
        m_openRun(path, how);
    });
    connect(m_actions, &RunActions::compareRequested, this,
            [this](const QString &before, const QString &after) {
                m_comparer->compare(before, after, window());
            });
    connect(m_comparer, &RunComparer::compared, this, [this] { complain({}); });
    connect(m_comparer, &RunComparer::failed, this, &RunsDock::complain);
    connect(m_actions, &RunActions::removeRequested, this, &RunsDock::askToDelete);
    connect(m_actions, &RunActions::copyRequested, this,
            [this](const PastRun &run) { askToSave(run.path, run.title()); });
    connect(m_actions, &RunActions::openFileRequested, this, &RunsDock::askForFile);
    addAction(m_actions->refresh());
    connect(m_actions, &RunActions::refreshRequested, this, &RunsDock::refresh);
    connect(&m_runs, &RunModel::renamed, this, &RunsDock::rename);
    connect(m_question, &QuestionBar::answered, this, &RunsDock::takeFocus);
    connect(m_view, &RunsView::selectionMoved, this, &RunsDock::withdrawQuestion);
    connect(m_limits, &RunLimitsForm::edited, this, [this](const RunLimits &limits) {
        saveRunLimits(limits);
        showExcess();
    });
    connect(m_limits, &RunLimitsForm::applyRequested, this, &RunsDock::applyLimits);
}

/// With room for more than a few runs.
void RunsDock::open()
{
    const int wanted = 18 * fontMetrics().lineSpacing();
    auto *const parent = qobject_cast<QMainWindow *>(parentWidget());
    if (parent && !isFloating() && height() < wanted)
        parent->resizeDocks({this}, {wanted}, Qt::Vertical);
    takeFocus();
}

void RunsDock::takeFocus()
{
    raise();
    m_view->setFocus(Qt::ShortcutFocusReason);
}

const QList<QAction *> &RunsDock::menu() const
{
    return m_actions->menu();
}

void RunsDock::showEvent(QShowEvent *event)
{
    QDockWidget::showEvent(event);
    refresh();
}

void RunsDock::runChanged()
{
    if (isVisible() && !m_lookAgain.isActive())
        m_lookAgain.start();
}

void RunsDock::refresh()
{
    m_thread.call(
        this, [](RunHistory &history) { return history.list(); },
        [this](const QList<PastRun> &runs) { take(runs); });
}

void RunsDock::take(QList<PastRun> runs)
{
    // What a person is just writing must not be taken away; it is looked again when they have.
    if (!m_view->isEditing() && (runs != m_listed || m_isFirstLook))
        showRuns(std::move(runs));
    if (std::exchange(m_isFirstLook, false) && m_limits->limits().automatic)
        applyLimits();
}

void RunsDock::showRuns(QList<PastRun> runs)
{
    const QStringList selected = pathsOf(m_view->selected());
    m_listed = std::move(runs);
    {
        // The selection goes and comes back.
        const QSignalBlocker quiet(m_view);
        m_runs.setRuns(m_listed, m_thread.current());
        m_view->select(selected);
    }
    m_actions->update();
    withdrawQuestion();
    showExcess();
}

void RunsDock::showExcess()
{
    QList<PastRun> runs = m_runs.runs();
    // While a window opens it is not yet marked as being in use.
    for (PastRun &run : runs)
        run.inUse = run.inUse || run.path == m_thread.current();
    m_excess = runsOverLimits(runs, m_limits->limits(), QDateTime::currentDateTimeUtc());
    m_runs.setExcess(m_excess);
    m_limits->showExcess(m_excess);
}

void RunsDock::applyLimits()
{
    QStringList paths;
    qint64 bytes = 0;
    for (const ExcessRun &run : std::as_const(m_excess)) {
        paths.append(run.path);
        bytes += run.diskBytes;
    }
    if (!paths.isEmpty())
        deleteRuns(paths, bytes);
}

void RunsDock::askToDelete(const QList<PastRun> &runs)
{
    QStringList paths;
    QString title; // of the last one
    qint64 bytes = 0;
    for (const PastRun &run : runs) {
        if (run.inUse)
            continue;
        paths.append(run.path);
        title = run.title();
        bytes += run.diskBytes;
    }
    const QString question =
        paths.size() == 1 ? tr("Delete \u201C%1\u201D with its bodies (%2)? It cannot be brought back.")
                                .arg(title, formatBytes(bytes))
                          : tr("Delete %1 runs with their bodies (%2)? They cannot be brought back.")
                                .arg(formatCount(paths.size()), formatBytes(bytes));
    m_asked = pathsOf(m_view->selected());
    m_question->ask(question, tr("&Delete"), [this, paths, bytes] { deleteRuns(paths, bytes); });
}

/// It is about what was selected when it was asked.
void RunsDock::withdrawQuestion()
{
    if (m_question->isVisible() && pathsOf(m_view->selected()) != m_asked)
        m_question->withdraw();
}

void RunsDock::deleteRuns(const QStringList &paths, qint64 bytes)
{
    const QString done =
        paths.size() == 1
            ? tr("1 run deleted, %1 freed.").arg(formatBytes(bytes))
            : tr("%1 runs deleted, %2 freed.").arg(formatCount(paths.size()), formatBytes(bytes));
    m_thread.call(
        this,
        [paths](RunHistory &history) {
            QStringList faults;
            for (const QString &path : paths) {
                if (const std::optional<QString> fault = history.remove(path))
                    faults.append(*fault);
            }
            return faults.isEmpty() ? std::nullopt : std::optional(faults.join(u'\n'));
        },
        [this, done](const std::optional<QString> &fault) {
            finish(fault, done);
            refresh();
        });
}

void RunsDock::rename(const QString &path, const QString &name)
{
    m_thread.call(
        this, [path, name](RunHistory &history) { return history.rename(path, name); },
        [this](const std::optional<QString> &fault) {
            finish(fault, {});
            refresh();
        });
}

void RunsDock::setUnkept(bool on)
{
    m_isUnkept = on;
    runChanged();
}

void RunsDock::saveCurrent()
{
    const QString path = m_thread.current();
    if (m_isUnkept) {
        askToSave(path, {});
        return;
    }
    if (path.isEmpty() || !QFileInfo::exists(path)) {
        complain(tr("There is no run in this window yet that could be saved."));
        show();
        raise();
        return;
    }
    askToSave(path, QFileInfo(path).completeBaseName());
}

void RunsDock::askToSave(const QString &path, const QString &title)
{
    if (m_isUnkept && path == m_thread.current()) {
        complain(
            tr("Some results of this run are in memory alone: a copy of its session would lack them. Export "
               "(Ctrl+S) writes all of them."));
        show();
        raise();
        return;
    }
    auto *dialog = new SaveRunDialog(title, window());
    connect(dialog, &SaveRunDialog::saveRequested, this,
            [this, path](const QString &file, const RunCopy &how) {
                m_thread.call(
                    this, [path, file, how](RunHistory &history) { return history.copy(path, file, how); },
                    [this, file](const std::optional<QString> &fault) {
                        finish(fault, tr("The run is saved in %1.").arg(file));
                    });
            });
    dialog->open();
}

void RunsDock::askForFile()
{
    auto *dialog = new QFileDialog(window(), tr("Open a run"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Runs (*.inflight)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::filesSelected, this,
            [this](const QStringList &names) { m_openRun(names.constFirst(), RunOpening::Look); });
    dialog->open();
}

void RunsDock::complain(const QString &fault)
{
    m_complaint->say(fault);
}

void RunsDock::finish(const std::optional<QString> &fault, const QString &done)
{
    complain(fault.value_or(QString()));
    if (fault) {
        show();
        raise();
    } else if (!done.isEmpty()) {
        Q_EMIT said(done);
    }
}

} // namespace inflight
