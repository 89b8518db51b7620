// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowrun.h"

#include "cli/console.h"
#include "cli/exitcode.h"
#include "cli/inputmessages.h"
#include "cli/signals.h"
#include "store/history/sessionfile.h"
#include "store/history/sessionhistory.h"
#include "store/history/sessionstoredbodies.h"
#include "store/session/sessionplace.h"
#include "store/session/unfinishedsessions.h"
#include "ui/behind.h"
#include "ui/panes/runoffer.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QThreadPool>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Of the bodies of a session, for running stages again.
constexpr qint64 keptBodies = 1024LL * 1024 * 1024;

RunSettings windowSettings(const Options &options)
{
    RunSettings settings = options.settings;
    settings.keptBodies = keptBodies;
    settings.earlierNotes = earlierNotes(options);
    return settings;
}

QList<RecordSink *> sinksOf(ResultWriter &writer, Journal *journal, StallProbe *stalls)
{
    QList<RecordSink *> sinks{&writer};
    if (journal)
        sinks.append(journal);
    if (stalls)
        sinks.append(stalls);
    return sinks;
}

WindowOptions withExport(WindowOptions window, Exporting &exporting)
{
    window.exporting = &exporting;
    return window;
}

int failed(const QString &error, ExitCode code)
{
    qCritical("inflight: %s", qUtf8Printable(error));
    return static_cast<int>(code);
}

/// Blocks: reads the whole session.
std::variant<Resumption, UsageFault> readRun(const QStringList &arguments)
{
    auto parsed = parseOptions(arguments);
    if (const auto *const fault = std::get_if<UsageFault>(&parsed))
        return *fault;
    return resume(std::get<Options>(parsed), arguments);
}

/// Blocks: reads the whole session.
std::variant<Resumption, UsageFault> openSession(const QStringList &arguments, const QString &path)
{
    if (Journal::isInUse(path))
        return UsageFault{Journal::inUseText(path)};
    return readRun(arguments + QStringList{u"--resume"_s, path});
}

QString flagFor(RunOpening how)
{
    switch (how) {
    case RunOpening::All:
        return u"--again=all"_s;
    case RunOpening::Failed:
        return u"--again=failed"_s;
    case RunOpening::Stages:
        return u"--again=stages"_s;
    case RunOpening::Look:
        break;
    }
    return {};
}

/// What the program is to be given to open a run so.
QStringList argumentsToOpen(const QString &path, RunOpening how)
{
    const QString file = QFileInfo(path).absoluteFilePath();
    return how == RunOpening::Look ? QStringList{file} : QStringList{flagFor(how), file};
}

/// Why a run cannot be opened so; blocks.
std::optional<QString> whyNotOpened(const QString &path, RunOpening how)
{
    if (!isSessionFile(path))
        return WindowRun::tr("%1 is not a run of Inflight.").arg(QDir::toNativeSeparators(path));
    if (how != RunOpening::All && Journal::isInUse(path))
        return Journal::inUseText(path);
    return std::nullopt;
}

/// Opens a run for this window, or has another one opened. Blocks.
std::variant<Resumption, UsageFault> openRunFile(const QString &program, const QString &path, RunOpening how,
                                                 bool here)
{
    if (const std::optional<QString> fault = whyNotOpened(path, how))
        return UsageFault{*fault};
    const QStringList arguments = argumentsToOpen(path, how);
    if (here)
        return readRun(QStringList{program} + arguments);
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), arguments))
        return UsageFault{WindowRun::tr("Another window could not be opened.")};
    return Resumption{};
}

} // namespace

WindowRun::WindowRun(const QStringList &arguments, Resumption run, WindowOptions window)
    : m_arguments(arguments)
    , m_options(std::move(run.options))
    , m_earlier(std::move(run.run))
    , m_inputs(std::move(run.inputs))
    , m_readOnly(std::move(run.readOnly))
    , m_writer(m_options.outputs, m_options.secrets)
    , m_journal(journalFor(m_options))
    , m_stalls(m_options.reportStalls ? std::make_unique<StallProbe>() : nullptr)
    , m_sinks(sinksOf(m_writer, m_journal.get(), m_stalls.get()))
    , m_export(m_journal ? m_journal->path() : QString(), &m_writer.requests())
    , m_engine(windowSettings(m_options), &m_sinks)
    , m_window(m_engine, withRuns(withExport(std::move(window), m_export)))
{
    m_writer.setFilter(m_options.filter);
}

WindowOptions WindowRun::withRuns(WindowOptions window)
{
    const QString current = m_journal ? QFileInfo(m_journal->path()).absoluteFilePath() : QString();
    if (!m_options.resume.isEmpty())
        window.runTitle = m_earlier.info.name.isEmpty() ? QFileInfo(m_options.resume).completeBaseName()
                                                        : m_earlier.info.name;
    window.settings = {valueFault, [this] { takeSettings(); }};
    window.runs = {std::make_shared<SessionHistory>(sessionsFolder(), current),
                   [this](const QString &path, RunOpening how) { openRun(path, how); }};
    return window;
}

WindowRun::~WindowRun() = default;

int WindowRun::exec()
{
    if (const std::optional<int> status = begin())
        return *status;
    SignalWatcher signalWatcher;
    connect(&signalWatcher, &SignalWatcher::interrupted, &m_window, &MainWindow::closeUnasked);
    connect(&m_window, &MainWindow::closed, qApp, &QCoreApplication::quit);
    RunOffer &offer = m_window.runOffer();
    connect(&offer, &RunOffer::resumeRequested, this, &WindowRun::open);
    connect(&offer, &RunOffer::forgetRequested, this, &WindowRun::forget);
    m_window.show();
    lookForUnfinished();
    QApplication::exec();
    if (m_stalls) {
        m_stalls->stop();
        Console().printLines(m_stalls->lines());
    }
    return finish();
}

std::optional<int> WindowRun::begin()
{
    if (const std::optional<QString> error = m_writer.open())
        return failed(*error, ExitCode::NotWritten);
    if (m_journal) {
        m_journal->setTroubleHandler([this](const QString &trouble) {
            QMetaObject::invokeMethod(
                this, [this, trouble] { sayTrouble(trouble); }, Qt::QueuedConnection);
        });
        if (const std::optional<QString> error = m_journal->start())
            return failed(*error, ExitCode::Usage);
    }
    if (!m_readOnly.isEmpty())
        m_window.sayTrouble(tr("%1: what is done here is not kept.").arg(m_readOnly));
    else if (const QStringList remarks = remarksOn(m_earlier, m_options.resume); !remarks.isEmpty())
        m_window.sayTrouble(remarks.join(u' '));
    else if (const auto known = cutShortAfter(m_earlier, m_options))
        m_window.sayTrouble(cutShortMessage(*known));
    takeUp();
    return std::nullopt;
}

/// What there is to begin with.
void WindowRun::takeUp()
{
    const bool fetches = m_options.start || !(m_options.opened || m_options.again == RunOpening::Stages);
    const bool isLeftOver =
        std::ranges::any_of(m_earlier.jobs, [](const RestoredJob &job) { return !job.record; });
    if (!fetches && isLeftOver)
        m_window.pause(); // to be looked at, or run without fetching, until somebody says so
    if (!m_earlier.jobs.isEmpty()) {
        if (!m_options.outputs.isEmpty())
            inflight::writeEarlier(m_earlier, m_options.resume, m_writer);
        const StoredRun earlier = std::exchange(m_earlier, {});
        if (m_journal && m_journal->path() == m_options.resume)
            noteChanges(earlier, m_options.settings, *m_journal);
        m_engine.restore(earlier.jobs, std::make_shared<SessionStoredBodies>(m_options.resume));
        if (m_options.again == RunOpening::Failed)
            m_engine.retryFailed();
        else if (m_options.again == RunOpening::Stages)
            m_engine.runAgain(earlier.ended, 0);
        if (const QString nothing = noBodiesText(earlier);
            m_options.again == RunOpening::Stages && !nothing.isEmpty())
            m_window.sayTrouble(nothing);
    }
    if (!m_inputs.isEmpty())
        m_engine.submit(std::exchange(m_inputs, {}));
}

int WindowRun::finish()
{
    if (m_journal)
        m_journal->beginFinish();
    std::optional<QString> lost = m_writer.finish();
    const std::optional<QString> unkept = m_journal ? m_journal->finish() : std::nullopt;
    if (unkept && m_options.namesSession())
        lost = lost ? *lost + u'\n' + *unkept : *unkept;
    if (lost)
        return failed(*lost, ExitCode::NotWritten);
    if (unkept)
        std::ignore = failed(*unkept, ExitCode::Success);
    return static_cast<int>(ExitCode::Success);
}

/// In the window, and where it stays.
void WindowRun::sayTrouble(const QString &trouble)
{
    m_window.sayTrouble(trouble);
    m_window.setUnkept(!trouble.isEmpty());
    Console().printLine(u"inflight: "_s +
                        (trouble.isEmpty() ? tr("The session is written again.") : trouble));
}

void WindowRun::lookForUnfinished()
{
    if (m_options.namesSession() || m_options.noSession)
        return;
    workBehind(
        QThreadPool::globalInstance(), this, [folder = sessionsFolder()] { return unfinishedRuns(folder); },
        [this](const QList<UnfinishedRun> &runs) { m_window.runOffer().offer(runs); });
}

void WindowRun::forget(const QString &path)
{
    workBehind(
        QThreadPool::globalInstance(), this, [path] { return forgetUnfinished(path); },
        [this](const std::optional<QString> &fault) {
            if (fault)
                m_window.runOffer().complain(*fault);
        });
}

void WindowRun::open(const QString &path)
{
    if (m_window.isUsed()) {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--resume"_s, path});
        m_window.runOffer().drop(path);
        return;
    }
    workBehind(
        QThreadPool::globalInstance(), this,
        [arguments = m_arguments, path] { return openSession(arguments, path); },
        [this](const std::variant<Resumption, UsageFault> &opened) {
            show(opened, [this](const QString &fault) { m_window.runOffer().complain(fault); });
        });
}

void WindowRun::openRun(const QString &path, RunOpening how)
{
    const bool here = !m_window.isUsed();
    workBehind(
        QThreadPool::globalInstance(), this,
        [program = m_arguments.constFirst(), path, how, here] {
            return openRunFile(program, path, how, here);
        },
        [this, here](const std::variant<Resumption, UsageFault> &opened) {
            if (here || std::holds_alternative<UsageFault>(opened))
                show(opened, [this](const QString &fault) { m_window.runs()->complain(fault); });
        });
}

/// A run that has not begun begins anew with them; one that has is as it was begun.
void WindowRun::takeSettings()
{
    if (m_window.isUsed() || m_options.namesSession())
        return;
    auto parsed = parseOptions(m_arguments);
    if (const auto *const options = std::get_if<Options>(&parsed))
        show(Resumption{.options = *options, .run = {}, .inputs = {}, .readOnly = {}},
             [](const QString &) {});
}

/// In place of this window.
void WindowRun::show(const std::variant<Resumption, UsageFault> &opened,
                     const std::function<void(const QString &)> &complain)
{
    if (const auto *const fault = std::get_if<UsageFault>(&opened)) {
        complain(fault->message);
        return;
    }
    m_next = std::get<Resumption>(opened);
    m_window.close();
}

int runWindows(const QStringList &arguments, Resumption run, WindowOptions window)
{
    std::optional<Resumption> next = std::move(run);
    for (;;) {
        WindowRun shown(arguments, *std::move(next), std::move(window));
        const int status = shown.exec();
        next = shown.takeNext();
        if (!next || status != static_cast<int>(ExitCode::Success))
            return status;
        window = {};
        window.initialText = shown.text();
        window.request = next->options.request;
        window.pipeline = {next->options.saveDir};
        window.runFlags = commandFlags(next->options);
    }
}

} // namespace inflight
