// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/resultwriter.h"

#include "store/outputfile.h"
#include "store/recordjson.h"

#include <algorithm>
#include <chrono>
#include <csignal>

using namespace std::chrono_literals;

namespace inflight {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto flushInterval = 250ms;

/// A reader that went away is an error of write() here, not the end of the process.
void blockBrokenPipeSignal()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

} // namespace

struct ResultWriter::Output
{
    explicit Output(const OutputTarget &target)
        : file(target.path)
    {}

    OutputFile file;
    std::optional<QString> error; ///< the first one; nothing is written after it
};

ResultWriter::ResultWriter(QList<OutputTarget> targets, Secrets secrets)
    : m_targets(std::move(targets))
    , m_secrets(secrets)
{}

ResultWriter::~ResultWriter()
{
    end(State::Abandoned);
}

std::optional<QString> ResultWriter::open()
{
    Q_ASSERT(m_outputs.empty());
    for (const OutputTarget &target : m_targets) {
        auto output = std::make_unique<Output>(target);
        if (auto error = output->file.open()) {
            m_outputs.clear();
            return error;
        }
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
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != State::Open)
            return;
        first = m_mail.empty();
        m_mail.push_back(job.record);
    }
    if (first)
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
    std::vector<JobRecordPtr> mail;
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

/// Waits for records or for the moment to flush; false when there is nothing more to come.
bool ResultWriter::awaitMail(std::vector<JobRecordPtr> &mail)
{
    std::unique_lock lock(m_mutex);
    const auto hasNews = [this] { return !m_mail.empty() || m_state != State::Open; };
    if (m_flushAt)
        m_arrival.wait_until(lock, *m_flushAt, hasNews);
    else
        m_arrival.wait(lock, hasNews);
    mail.swap(m_mail);
    return !mail.empty() || m_state == State::Open;
}

void ResultWriter::write(const std::vector<JobRecordPtr> &mail)
{
    for (const JobRecordPtr &record : mail) {
        const QByteArray line = recordToJsonLine(*record, m_secrets);
        for (const auto &output : m_outputs) {
            if (!output->error)
                check(*output, output->file.write(line));
        }
    }
    if (!mail.empty() && !m_flushAt)
        m_flushAt = Clock::now() + flushInterval;
}

void ResultWriter::flushDue()
{
    const bool due = m_flushAt && Clock::now() >= *m_flushAt;
    for (const auto &output : m_outputs) {
        if (!output->error && (due || output->file.isDirect()))
            check(*output, output->file.flush());
    }
    if (due)
        m_flushAt.reset();
}

void ResultWriter::commit()
{
    for (const auto &output : m_outputs) {
        if (!output->error)
            check(*output, output->file.commit());
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
