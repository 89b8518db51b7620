// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/headlessrun.h"

#include "cli/console.h"
#include "cli/inputmessages.h"
#include "cli/resumption.h"
#include "store/history/sessionstoredbodies.h"

#include <algorithm>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

/// Reads as live and costs nothing.
constexpr auto progressInterval = 100ms;
/// Of lines in a log: each interval is twice the one before.
constexpr auto firstLineInterval = 10s;
constexpr auto lastLineInterval = 80s;

/// Jobs that wait: so many are read ahead, and below so few reading goes on.
constexpr int mostAhead = 20'000;
constexpr int leastAhead = 10'000;

/// What stages are run again on: read from the session just before, so that a little would do; but a body
/// that takes more than its share of it would be passed over.
constexpr qint64 keptBodies = 1024LL * 1024 * 1024;

/// Jobs that ended are only asked for by the stage that must know every URL there was.
RunSettings settingsOf(const Options &options)
{
    RunSettings settings = options.settings;
    settings.forgetsEnded = !settings.pipeline->stageNames().contains("follow"_L1);
    settings.earlierNotes = earlierNotes(options);
    if (options.again == RunOpening::Stages)
        settings.keptBodies = keptBodies;
    return settings;
}

/// Records on the same terminal would be written over.
bool sharesTerminal(const QList<OutputTarget> &outputs)
{
    return ::isatty(STDOUT_FILENO) == 1 &&
           std::ranges::any_of(outputs, [](const OutputTarget &output) { return output.path == "-"_L1; });
}

} // namespace

HeadlessRun::HeadlessRun(const Options &options, Console &console, StoredRun earlier)
    : m_options(options)
    , m_console(console)
    , m_log(options)
    , m_progress(options.secrets)
    , m_cutShortAfter(inflight::cutShortAfter(earlier, options))
    , m_earlier(std::move(earlier))
    , m_writer(options.outputs, options.secrets)
{
    connect(&m_signals, &SignalWatcher::interrupted, this, &HeadlessRun::onInterrupted);
    m_writer.setFilter(options.filter);
    m_writer.setGivenUpHandler(
        [this] { QMetaObject::invokeMethod(this, &HeadlessRun::cancelAll, Qt::QueuedConnection); });
}

HeadlessRun::~HeadlessRun() = default;

std::optional<QString> HeadlessRun::openSession()
{
    m_journal = journalFor(m_options);
    if (!m_journal)
        return std::nullopt;
    if (!m_options.session.isEmpty())
        m_journal->keepEmpty();
    if (InputStream::isWanted(m_options) || m_cutShortAfter)
        m_journal->expectInputs();
    m_journal->setTroubleHandler([this](const QString &trouble) {
        QMetaObject::invokeMethod(
            this, [this, trouble] { sayTrouble(trouble); }, Qt::QueuedConnection);
    });
    return m_journal->start();
}

void HeadlessRun::sayTrouble(const QString &trouble)
{
    m_trouble = trouble;
    m_console.printLine(u"inflight: "_s +
                        (trouble.isEmpty() ? tr("The session is written again.") : trouble));
}

std::optional<QString> HeadlessRun::openOutputs()
{
    return m_writer.open();
}

void HeadlessRun::start(const QList<JobInput> &inputs, InputTally tally)
{
    Q_ASSERT(!m_engine);
    QList<RecordSink *> sinks{&m_writer};
    if (m_journal)
        sinks.append(m_journal.get());
    if (m_options.reportStalls) {
        m_stalls = std::make_unique<StallProbe>();
        sinks.append(m_stalls.get());
    }
    m_sinks.emplace(sinks);
    m_engine = std::make_unique<Engine>(settingsOf(m_options), &*m_sinks);
    connectEngine();
    startProgress();
    const bool endsList = m_earlier.info.inputsOpen && !m_cutShortAfter;
    takeUpEarlier();
    submit(inputs);
    m_given = inputs.size();
    if (InputStream::isWanted(m_options))
        startStream(std::move(tally));
    else if (endsList)
        m_engine->endInputs();
}

void HeadlessRun::submit(const QList<JobInput> &inputs)
{
    if (inputs.isEmpty())
        return;
    m_isIdle = false;
    m_unseen += static_cast<int>(inputs.size());
    m_log.append(inputs);
    m_engine->submit(inputs);
}

void HeadlessRun::startStream(InputTally tally)
{
    m_stream = std::make_unique<InputStream>(m_options, std::move(tally));
    connect(m_stream.get(), &InputStream::arrived, this, [this](const GatheredInputs &inputs) {
        m_console.printLines(inputMessages(inputs, m_options));
        m_rejected += static_cast<int>(inputs.rejected.size());
        m_duplicates += inputs.duplicates;
        m_known += inputs.known;
        m_given += inputs.inputs.size();
        submit(inputs.inputs);
        readOn();
    });
    connect(m_stream.get(), &InputStream::ended, this, [this] {
        if (m_duplicates > 0 && !m_options.quiet)
            m_console.printLine(duplicatesMessage(m_duplicates, m_given));
        if (m_known > 0 && !m_options.quiet)
            m_console.printLine(knownMessage(m_known));
        m_engine->endInputs();
        stopWhenDone();
    });
    m_stream->start();
}

/// As fast as jobs end: a list of any length takes the same memory.
void HeadlessRun::readOn()
{
    if (!m_stream)
        return;
    const int ahead = totals().unfinished() + m_unseen;
    if (ahead >= mostAhead)
        m_stream->setReading(false);
    else if (ahead <= leastAhead)
        m_stream->setReading(true);
}

void HeadlessRun::stopWhenDone()
{
    if (m_engine && m_isIdle && (!m_stream || m_stream->isAtEnd()))
        m_engine->stop();
}

void HeadlessRun::takeUpEarlier()
{
    if (m_earlier.jobs.isEmpty())
        return;
    QList<JobInput> inputs;
    for (const RestoredJob &job : std::as_const(m_earlier.jobs))
        inputs.append(job.input);
    StagesAgain again;
    if (m_options.again == RunOpening::Stages) {
        if (const QString nothing = noBodiesText(m_earlier); !nothing.isEmpty())
            m_console.printLine(u"inflight: "_s + nothing);
        again = beginStages(m_earlier);
    }
    m_unfetched = again.unfetched;
    writeEarlier();
    m_isIdle = false;
    m_log.append(inputs);
    m_progress.append(inputs);
    std::shared_ptr<StoredBodies> bodies;
    if (!again.jobs.isEmpty())
        bodies = std::make_shared<SessionStoredBodies>(m_options.resume);
    m_engine->restore(std::exchange(m_earlier, {}).jobs, bodies, again.jobs);
}

/// Outputs have every job, those that ended earlier first; so has a session that is not the earlier run's.
void HeadlessRun::writeEarlier()
{
    QList<RecordSink *> sinks{&m_writer};
    // The engine, whose thread the journal belongs to, has no order yet.
    if (m_journal && m_journal->path() != m_options.resume)
        sinks.append(m_journal.get());
    else if (m_journal)
        noteChanges(m_earlier, m_options.settings, *m_journal);
    RecordSinks all(sinks);
    inflight::writeEarlier(m_earlier, m_options.resume, all);
}

void HeadlessRun::connectEngine()
{
    connect(m_engine.get(), &Engine::updated, this, &HeadlessRun::onUpdated);
    connect(m_engine.get(), &Engine::allFinished, this, [this] {
        m_isIdle = true;
        stopWhenDone();
    });
    connect(m_engine.get(), &Engine::notWritten, this,
            [this](const QString &message) { m_notWritten.append(message); });
    connect(m_engine.get(), &Engine::stopped, this, [this] {
        m_progressTimer.stop();
        if (m_stalls)
            m_stalls->stop();
        m_console.clearStatus();
        Q_EMIT ended();
    });
}

std::optional<QString> HeadlessRun::finishOutputs()
{
    QStringList problems = m_notWritten;
    if (m_journal)
        m_journal->beginFinish();
    if (const std::optional<QString> error = m_writer.finish())
        problems.append(*error);
    // A session that nobody asked for is none of the results.
    const std::optional<QString> unkept = m_journal ? m_journal->finish() : std::nullopt;
    if (unkept && m_options.namesSession())
        problems.append(*unkept);
    else if (unkept && !m_trouble.startsWith(*unkept))
        m_console.printLine(u"inflight: "_s + *unkept);
    return problems.isEmpty() ? std::nullopt : std::optional(problems.join(u'\n'));
}

void HeadlessRun::onUpdated(const ChangeBatch &batch)
{
    m_progress.take(batch);
    for (const AcceptedJobs &accepted : batch.accepted)
        m_unseen -= static_cast<int>(
            std::ranges::count_if(accepted.inputs, [](const JobInput &input) { return !input.parent; }));
    readOn();
    m_console.printLines(m_log.take(batch, steadyNowMs()));
}

void HeadlessRun::onInterrupted()
{
    m_interrupted = true;
    if (!m_options.quiet)
        m_console.printLine(tr("interrupted: cancelling what is in flight (once more to quit at once)"));
    if (m_stream)
        m_stream->close();
    // Not a cancelling by the person: what is in flight is fetched when the run is gone on with.
    if (m_engine)
        m_engine->stop();
}

void HeadlessRun::cancelAll()
{
    if (m_stream)
        m_stream->close();
    if (m_engine)
        m_engine->cancelAll();
    stopWhenDone();
}

void HeadlessRun::startProgress()
{
    if (m_options.noProgress || m_options.quiet || sharesTerminal(m_options.outputs))
        return;
    const bool live = m_console.canRewrite();
    if (live)
        m_progress.nameJobs();
    connect(&m_progressTimer, &QTimer::timeout, this,
            live ? &HeadlessRun::showProgress : &HeadlessRun::sayProgress);
    m_progressTimer.start(live ? std::chrono::milliseconds(progressInterval) : firstLineInterval);
}

void HeadlessRun::showProgress()
{
    const auto [columns, rows] = Console::size();
    m_console.setStatus(m_progress.block(m_log.faults(), steadyNowMs(), columns - 1, rows - 1));
}

void HeadlessRun::sayProgress()
{
    m_console.printLine(m_progress.line(steadyNowMs()));
    m_progressTimer.start(
        std::min<std::chrono::milliseconds>(m_progressTimer.intervalAsDuration() * 2, lastLineInterval));
}

} // namespace inflight
