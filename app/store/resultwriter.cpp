// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/resultwriter.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <csignal>

using namespace std::chrono_literals;

namespace inflight {

namespace {

struct ResultWriterText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ResultWriter)
};

using Clock = std::chrono::steady_clock;

constexpr auto flushInterval = 250ms;
/// To wake the writer for each record costs more than to write it.
constexpr auto gatherTime = 10ms;

/// A reader that went away is an error of write() here, not the end of the process.
void blockBrokenPipeSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

qint64 inMemory(const Body &body)
{
    return body.onDisk() ? 0 : body.size();
}

} // namespace

struct ResultWriter::Output
{
    std::unique_ptr<Exporter> exporter;
    std::optional<QString> error; ///< the first one; nothing is written after it
};

ResultWriter::ResultWriter(QList<OutputTarget> targets, Secrets secrets)
    : m_targets(std::move(targets))
    , m_context{secrets, &m_requests}
{}

ResultWriter::~ResultWriter()
{
    end(State::Abandoned);
}

std::optional<QString> ResultWriter::open()
{
    Q_ASSERT(m_outputs.empty());
    for (const OutputTarget &target : m_targets) {
        auto output = std::make_unique<Output>(Output{Exporter::make(target, m_context), std::nullopt});
        if (auto error = output->exporter->open()) {
            for (const auto &opened : m_outputs)
                opened->exporter->discard();
            m_outputs.clear();
            return error;
        }
        m_bodiesWanted = m_bodiesWanted || output->exporter->wantsBodies();
        m_outputs.push_back(std::move(output));
    }
    if (m_outputs.empty())
        return std::nullopt;
    {
        const std::lock_guard lock(m_mutex);
        m_state = State::Open;
    }
    m_thread = std::thread([this] { run(); });
    return std::nullopt;
}

void ResultWriter::take(const FinishedJob &job)
{
    bool wakes = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != State::Open)
            return;
        wakes = m_mail.empty();
        if (!m_bodiesWanted)
            m_mail.push_back({job.record, {}, {}});
        else if (const qint64 bytes = inMemory(job.body); m_waitingBytes + bytes > mostWaiting) {
            m_mail.push_back({job.record, {}, job.contentEncoding});
            ++m_leftOut;
        } else {
            m_mail.push_back(job);
            m_waitingBytes += bytes;
            wakes = wakes || isUrgent();
        }
    }
    if (wakes)
        m_arrival.notify_one();
}

std::optional<QString> ResultWriter::finish()
{
    end(State::Finishing);
    QStringList errors;
    for (const auto &output : m_outputs) {
        if (output->error)
            errors.append(*output->error);
    }
    if (m_leftOut > 0) {
        errors.append(ResultWriterText::tr("%n body(s) were left out: the disk is slower than the network",
                                           nullptr, static_cast<int>(m_leftOut)));
    }
    return errors.isEmpty() ? std::nullopt : std::optional(errors.join(u'\n'));
}

void ResultWriter::end(State state)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_state == State::Open)
            m_state = state;
    }
    m_arrival.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void ResultWriter::run()
{
    blockBrokenPipeSignal();
    std::vector<FinishedJob> mail;
    while (awaitMail(mail)) {
        write(mail);
        mail.clear();
        flushDue();
    }
    if (isFinishing())
        commit();
}

bool ResultWriter::isFinishing()
{
    const std::lock_guard lock(m_mutex);
    return m_state == State::Finishing;
}

/// Whether what waits is not to become more.
bool ResultWriter::isUrgent() const
{
    return m_state != State::Open || m_waitingBytes > mostWaiting / 4;
}

/// Waits for records or for the moment to flush; false when there is nothing more to come.
bool ResultWriter::awaitMail(std::vector<FinishedJob> &mail)
{
    std::unique_lock lock(m_mutex);
    const auto hasNews = [this] { return !m_mail.empty() || m_state != State::Open; };
    if (m_flushAt)
        m_arrival.wait_until(lock, *m_flushAt, hasNews);
    else
        m_arrival.wait(lock, hasNews);
    if (!m_mail.empty())
        m_arrival.wait_for(lock, gatherTime, [this] { return isUrgent(); });
    mail.swap(m_mail);
    return !mail.empty() || m_state == State::Open;
}

void ResultWriter::write(const std::vector<FinishedJob> &mail)
{
    qint64 written = 0;
    for (const FinishedJob &job : mail) {
        written += inMemory(job.body);
        if (!m_filter.matches(job.record, m_requests.isFound(job.record->id)))
            continue;
        for (const auto &output : m_outputs) {
            if (!output->error)
                check(*output, output->exporter->write(job));
        }
    }
    if (written > 0) {
        const std::lock_guard lock(m_mutex);
        m_waitingBytes -= written;
    }
    if (!mail.empty() && !m_flushAt)
        m_flushAt = Clock::now() + flushInterval;
}

void ResultWriter::flushDue()
{
    const bool due = m_flushAt && Clock::now() >= *m_flushAt;
    for (const auto &output : m_outputs) {
        if (!output->error && (due || output->exporter->isDirect()))
            check(*output, output->exporter->flush());
    }
    if (due)
        m_flushAt.reset();
}

void ResultWriter::commit()
{
    for (const auto &output : m_outputs) {
        if (!output->error)
            check(*output, output->exporter->commit());
    }
}

void ResultWriter::check(Output &output, const std::optional<QString> &error)
{
    if (!error)
        return;
    output.error = error;
    const bool anyLeft = std::ranges::any_of(m_outputs, [](const auto &each) { return !each->error; });
    if (!anyLeft && m_givenUp)
        m_givenUp();
}

} // namespace inflight
