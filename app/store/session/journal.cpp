// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/journal.h"

#include "store/session/sessionplace.h"

#include <chrono>
#include <iterator>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JournalWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Session)
};

/// Gathered before they are written: a commit costs the same for one and for a thousand.
constexpr auto commitGatherTime = 100ms;
/// While jobs wait for it before they start.
constexpr auto urgentGatherTime = 2ms;
constexpr auto retryTime = 2s;
/// At the end, while another program has the file locked; each takes a fifth of a second.
constexpr int lastTries = 25;

/// Adds `from` behind `to`.
void append(SessionBatch &to, SessionBatch &&from)
{
    std::ranges::move(from.accepted, std::back_inserter(to.accepted));
    std::ranges::move(from.finished, std::back_inserter(to.finished));
    std::ranges::move(from.parts, std::back_inserter(to.parts));
    to.inputsEnded |= from.inputsEnded;
    if (from.stagesAgain)
        to.stagesAgain = from.stagesAgain;
    if (from.settings)
        to.settings = std::move(from.settings);
    from = {};
}

/// False when another process has it. Whoever is killed just after it made the file leaves it empty, and the
/// number of a process may be another one's by now: Qt takes both for held. What the kernel knows of it tells
/// the truth; the wait is for a process that has made the file and not locked it yet.
bool takeLock(QLockFile &lock)
{
    constexpr int waitMs = 100;
    if (lock.tryLock() || lock.error() != QLockFile::LockFailedError)
        return true;
    if (lock.tryLock(waitMs))
        return true;
    return lock.removeStaleLockFile() && lock.tryLock();
}

qint64 bodyBytes(const SessionBatch &batch)
{
    qint64 bytes = 0;
    for (const FinishedJob &job : batch.finished)
        bytes += job.body.size();
    return bytes;
}

} // namespace

Journal::Journal(QString path, SessionInfo info)
    : m_path(std::move(path))
    , m_partsFolder(SessionBodies(m_path).partsFolder())
    , m_lock(sessionLockPath(m_path))
    , m_arguments(info.arguments)
    , m_writer(m_path, std::move(info))
{
    m_lock.setStaleLockTime(0); // a process that lives has it, however long
}

Journal::~Journal()
{
    end(State::Abandoned);
}

std::optional<QString> Journal::start()
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    if (!takeLock(m_lock))
        return inUseText(m_path);
    m_state = State::Open;
    m_thread = std::thread([this] { run(); });
    return std::nullopt;
}

bool Journal::isInUse(const QString &path)
{
    // Most have none, and making one for a look would fail where nothing may be written.
    if (!QFileInfo::exists(sessionLockPath(path)))
        return false;
    QLockFile lock(sessionLockPath(path));
    lock.setStaleLockTime(0);
    if (lock.tryLock() || lock.error() != QLockFile::LockFailedError)
        return false;
    // As in takeLock(), but nothing is waited for: a file that names nobody was left behind.
    qint64 process = 0;
    QString host;
    QString program;
    return lock.getLockInfo(&process, &host, &program);
}

QString Journal::inUseText(const QString &path)
{
    return JournalWords::tr("The session %1 is in use by another Inflight.")
        .arg(QDir::toNativeSeparators(path));
}

/// Puts something into the mail.
template <typename Put>
void Journal::post(Put put)
{
    bool first = false; // waking the thread for each job would cost more than to write it
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != State::Open)
            return;
        first = m_mail.isEmpty();
        put();
    }
    if (first)
        m_arrival.notify_one();
}

void Journal::accept(const AcceptedJobs &jobs)
{
    post([&] { m_mail.accepted.push_back(jobs); });
}

bool Journal::whenKept(std::function<void()> kept)
{
    if (m_isClosing)
        return false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_state != State::Open || m_isInTrouble)
            return false;
        m_waiters.push_back(std::move(kept));
    }
    m_arrival.notify_one();
    return true;
}

/// With the lock, so that nobody is told who is gone by then (closing()).
void Journal::tellKept()
{
    const std::lock_guard lock(m_mutex);
    m_isInTrouble = m_fault.has_value();
    for (const auto &kept : std::exchange(m_nextTold, {}))
        kept();
}

void Journal::settingsChanged(const RunSettings &settings)
{
    if (m_argumentsWith)
        m_arguments = m_argumentsWith(m_arguments, settings);
    const SessionSettings now{m_arguments, settings.pipeline->description().toJson()};
    const std::lock_guard lock(m_mutex);
    if (m_state == State::Open)
        m_mail.settings = now; // waits for what else there is to write
}

void Journal::stagesAgain(bool begin)
{
    post([&] { m_mail.stagesAgain = begin; });
}

void Journal::take(const FinishedJob &job)
{
    if (m_isClosing && job.record->state == JobState::Cancelled)
        return;
    post([&] {
        m_mail.finished.push_back(job);
        m_waitingBytes += job.body.size();
        if (m_waitingBytes > mostWaiting && !job.body.onDisk()) {
            m_waitingBytes -= job.body.size();
            m_mail.finished.back().body = Body();
        }
    });
}

void Journal::part(const BodyPart &part)
{
    post([&] { m_mail.parts.push_back(part); });
}

void Journal::inputsEnded()
{
    post([&] { m_mail.inputsEnded = true; });
}

void Journal::closing()
{
    m_isClosing = true;
    const std::lock_guard lock(m_mutex);
    m_waiters.clear();
    m_nextTold.clear();
}

std::optional<QString> Journal::finish()
{
    end(State::Finishing);
    return m_fault;
}

void Journal::beginFinish()
{
    setState(State::Finishing);
}

void Journal::setState(State state)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_state == State::Open)
            m_state = state;
    }
    m_arrival.notify_one();
}

void Journal::end(State state)
{
    setState(state);
    if (m_thread.joinable())
        m_thread.join();
}

bool Journal::isEnding()
{
    const std::lock_guard lock(m_mutex);
    return m_state != State::Open;
}

void Journal::run()
{
    // The file is made with the first that there is to write: a window that fetches nothing leaves none.
    SessionBatch batch;
    while (awaitMail(batch)) {
        if (!batch.isEmpty())
            write(batch);
        tellKept();
    }
    if (m_keepsEmpty && !m_writer.isOpen() && !m_fault)
        write(batch);
    if (!m_fault)
        tell(m_writer.close());
}

/// Waits for what is to be written, and a little for more of it; false when nothing more comes.
bool Journal::awaitMail(SessionBatch &batch)
{
    std::unique_lock lock(m_mutex);
    const auto ending = [this] { return m_state != State::Open; };
    const auto urgent = [&] { return !m_waiters.empty() || ending(); };
    if (!batch.isEmpty()) // it could not be written
        m_arrival.wait_for(lock, retryTime, ending);
    else
        m_arrival.wait(lock, [&] { return !m_mail.isEmpty() || urgent(); });
    if (!m_due)
        m_due = Clock::now() + commitGatherTime;
    bool isWhole = true;
    if (m_writer.isOpen()) { // the first inputs are there at once
        m_arrival.wait_until(lock, *m_due, urgent);
        m_arrival.wait_for(lock, urgentGatherTime, ending);
        isWhole = Clock::now() >= *m_due || ending();
    }
    if (m_state == State::Abandoned)
        return false;
    if (isWhole) {
        append(batch, std::exchange(m_mail, {}));
        m_due.reset();
    } else { // jobs wait for it: without results, whose bodies may take their time
        std::ranges::move(std::exchange(m_mail.accepted, {}), std::back_inserter(batch.accepted));
    }
    m_nextTold = std::exchange(m_waiters, {});
    return !batch.isEmpty() || !m_nextTold.empty();
}

void Journal::write(SessionBatch &batch)
{
    const bool last = isEnding();
    std::optional<QString> fault = m_writer.write(batch);
    // Whoever has it locked may be about to let it go.
    for (int tries = 0; last && fault && m_writer.isBusy() && tries < lastTries; ++tries)
        fault = m_writer.write(batch);
    tell(fault);
    if (fault && !last)
        return;
    const std::lock_guard lock(m_mutex);
    m_waitingBytes -= bodyBytes(batch);
    batch = {};
}

void Journal::tell(const std::optional<QString> &fault)
{
    const bool changed = fault.has_value() != m_fault.has_value();
    m_fault = fault;
    if (!changed || !m_trouble)
        return;
    m_trouble(fault
                  ? JournalWords::tr("%1 The run goes on; what it gives is kept in memory until that works.")
                        .arg(*fault)
                  : QString());
}

} // namespace inflight
