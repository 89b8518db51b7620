// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/headlessrun.h"

#include "cli/console.h"
#include "cli/resumption.h"
#include "jobs/waitingreason.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Reads as live and costs nothing.
constexpr auto progressInterval = 100ms;

} // namespace

HeadlessRun::HeadlessRun(const Options &options, Console &console, StoredRun earlier)
    : m_options(options)
    , m_console(console)
    , m_log(options)
    , m_earlier(std::move(earlier))
    , m_writer(options.outputs, options.secrets)
{
    connect(&m_signals, &SignalWatcher::interrupted, this, &HeadlessRun::onInterrupted);
    connect(&m_progressTimer, &QTimer::timeout, this, &HeadlessRun::showProgress);
    m_writer.setGivenUpHandler(
        [this] { QMetaObject::invokeMethod(this, &HeadlessRun::cancelAll, Qt::QueuedConnection); });
}

HeadlessRun::~HeadlessRun() = default;

std::optional<QString> HeadlessRun::openSession()
{
    m_journal = journalFor(m_options);
    if (!m_journal)
        return std::nullopt;
    m_journal->setTroubleHandler([this](const QString &trouble) {
        QMetaObject::invokeMethod(
            this, [this, trouble] { sayTrouble(trouble); }, Qt::QueuedConnection);
    });
    return m_journal->start();
}

void HeadlessRun::sayTrouble(const QString &trouble)
{
    m_console.printLine(u"inflight: "_s +
                        (trouble.isEmpty() ? tr("The session is written again.") : trouble));
}

std::optional<QString> HeadlessRun::openOutputs()
{
    return m_writer.open();
}

void HeadlessRun::start(const QList<JobInput> &inputs)
{
    Q_ASSERT((!inputs.isEmpty() || !m_earlier.jobs.isEmpty()) && !m_engine);
    QList<RecordSink *> sinks{&m_writer};
    if (m_journal)
        sinks.append(m_journal.get());
    m_sinks.emplace(sinks);
    m_engine = std::make_unique<Engine>(m_options.settings, &*m_sinks);
    connectEngine();
    writeEarlier();
    m_log.append(inputs);
    m_engine->submit(inputs);
    if (m_console.canRewrite() && !m_options.noProgress && !m_options.quiet)
        m_progressTimer.start(progressInterval);
}

/// Outputs have every job, those that ended earlier first.
void HeadlessRun::writeEarlier()
{
    if (m_earlier.jobs.isEmpty())
        return;
    QList<JobInput> inputs;
    for (const RestoredJob &job : std::as_const(m_earlier.jobs))
        inputs.append(job.input);
    inflight::writeEarlier(m_earlier, m_options.resume, m_writer);
    m_log.append(inputs);
    m_engine->restore(std::exchange(m_earlier, {}).jobs);
}

void HeadlessRun::connectEngine()
{
    connect(m_engine.get(), &Engine::updated, this, &HeadlessRun::onUpdated);
    connect(m_engine.get(), &Engine::allFinished, m_engine.get(), &Engine::stop);
    connect(m_engine.get(), &Engine::notWritten, this,
            [this](const QString &message) { m_notWritten.append(message); });
    connect(m_engine.get(), &Engine::stopped, this, [this] {
        m_progressTimer.stop();
        m_console.clearStatus();
        Q_EMIT ended();
    });
}

std::optional<QString> HeadlessRun::finishOutputs()
{
    QStringList problems = m_notWritten;
    if (const std::optional<QString> error = m_writer.finish())
        problems.append(*error);
    // A session that nobody asked for is none of the results.
    const std::optional<QString> unkept = m_journal ? m_journal->finish() : std::nullopt;
    if (unkept && m_options.namesSession())
        problems.append(*unkept);
    return problems.isEmpty() ? std::nullopt : std::optional(problems.join(u'\n'));
}

void HeadlessRun::onUpdated(const ChangeBatch &batch)
{
    m_totals = batch.totals;
    for (const OriginStatus &origin : batch.origins) {
        if (origin.queued > 0)
            m_waiting.insert(origin.index, origin);
        else
            m_waiting.remove(origin.index);
    }
    m_console.printLines(m_log.take(batch, steadyNowMs()));
}

void HeadlessRun::onInterrupted()
{
    m_interrupted = true;
    if (!m_options.quiet)
        m_console.printLine(tr("interrupted: cancelling what is in flight (once more to quit at once)"));
    // Not a cancelling by the person: what is in flight is fetched when the run is gone on with.
    if (m_engine)
        m_engine->stop();
}

void HeadlessRun::cancelAll()
{
    if (m_engine)
        m_engine->cancelAll();
}

void HeadlessRun::showProgress()
{
    const qint64 nowMs = steadyNowMs();
    m_throughput.feed(m_totals, nowMs);
    m_console.setStatus(progressText(m_totals, m_throughput, Console::columns() - 1, standstill(nowMs)));
}

QString HeadlessRun::standstill(qint64 nowMs) const
{
    if (m_totals.running > 0 || m_waiting.isEmpty())
        return {};
    // Of several origins, the one that goes on first.
    const auto next = std::ranges::min_element(m_waiting, {}, [](const OriginStatus &origin) {
        return std::max(origin.heldUntilMs, origin.nextStartMs);
    });
    return queueReason(m_totals, &*next, nowMs);
}

} // namespace inflight
