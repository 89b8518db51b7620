// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "store/session/sessioninfo.h"
#include "store/session/sessionwriter.h"

#include <QLockFile>
#include <QString>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace inflight {

/// Keeps a run in its session file, on a thread of its own: every input, and what became of it with its body,
/// at most 250 ms after it happened. What cannot be written stays in memory and is tried again every two
/// seconds; nothing that runs waits for it.
///
/// start() and finish() belong to the creator's thread, the rest to the engine's.
class Journal final : public RecordSink
{
public:
    /// Bodies that wait to be written take at most so much memory; of those that come then only the records
    /// are kept.
    static constexpr qint64 mostWaiting = 512LL * 1024 * 1024;

    /// For a new session at `path`, or one that is gone on with.
    Journal(QString path, SessionInfo info);
    /// Without finish() before it, what waits is lost.
    ~Journal() override;

    /// Called on the journal's thread when writing fails, with a translated sentence, and with an empty one
    /// once it works again. To be set before start().
    void setTroubleHandler(std::function<void(const QString &)> handler) { m_trouble = std::move(handler); }
    /// The file is made in any case, also for a run without a job: somebody named it and looks for it. To be
    /// called before start().
    void keepEmpty() { m_keepsEmpty = true; }
    /// Further inputs come after those of the start: until RecordSink::inputsEnded() the session says that
    /// its list is not whole. To be called before start().
    void expectInputs() { m_writer.expectInputs(); }
    /// Puts settings into the flags of before (SessionInfo::arguments).
    using ArgumentsWith = std::function<QStringList(QStringList arguments, const RunSettings &settings)>;
    /// Without it, changed settings are kept as far as the pipeline alone. To be called before start().
    void setArgumentsWith(ArgumentsWith argumentsWith) { m_argumentsWith = std::move(argumentsWith); }
    /// Takes the session for this process alone; a translated sentence when another one has it.
    [[nodiscard]] std::optional<QString> start();
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Whether a process that lives has the session at `path`.
    [[nodiscard]] static bool isInUse(const QString &path);
    /// That it is in use, as a translated sentence.
    [[nodiscard]] static QString inUseText(const QString &path);

    void accept(const AcceptedJobs &jobs) override;
    bool whenKept(std::function<void()> kept) override;
    /// By itself it makes no file. May be called before there is an engine.
    void settingsChanged(const RunSettings &settings) override;
    void stagesAgain(bool begin) override;
    void take(const FinishedJob &job) override;
    [[nodiscard]] QString partsFolder() const override { return m_partsFolder; }
    [[nodiscard]] QString notesFolder() const override { return SessionBodies(m_path).notesFolder(); }
    void part(const BodyPart &part) override;
    void inputsEnded() override;
    /// Jobs that are cancelled from now on are unfinished: the run is gone on with from there.
    void closing() override;

    /// Nothing more comes: it writes what is left, while others do the same with theirs.
    void beginFinish();
    /// Waits until all is written. What is not, as a translated sentence.
    [[nodiscard]] std::optional<QString> finish();

private:
    using Clock = std::chrono::steady_clock;
    enum class State : quint8 { Closed, Open, Finishing, Abandoned };

    void run();
    template <typename Put>
    void post(Put put);
    [[nodiscard]] bool awaitMail(SessionBatch &batch);
    void write(SessionBatch &batch);
    void tell(const std::optional<QString> &fault);
    void tellKept();
    void setState(State state);
    void end(State state);
    [[nodiscard]] bool isEnding();

    const QString m_path;
    const QString m_partsFolder;
    QLockFile m_lock;
    std::function<void(const QString &)> m_trouble;
    bool m_keepsEmpty = false;

    std::mutex m_mutex;
    std::condition_variable m_arrival;
    SessionBatch m_mail;           ///< guarded by m_mutex
    qint64 m_waitingBytes = 0;     ///< of bodies not yet written; guarded by m_mutex
    State m_state = State::Closed; ///< guarded by m_mutex
    /// Who waits until the mail is written, and until what was taken from it is; guarded by m_mutex.
    std::vector<std::function<void()>> m_waiters, m_nextTold;
    bool m_isInTrouble = false; ///< the last try failed; guarded by m_mutex
    bool m_isClosing = false;   ///< the engine's thread
    QStringList m_arguments;    ///< the engine's thread
    ArgumentsWith m_argumentsWith;

    // The journal's thread alone, from start() to the join.
    SessionWriter m_writer;
    std::optional<QString> m_fault;         ///< of the last try
    std::optional<Clock::time_point> m_due; ///< when what came is written, whether or not anybody waits
    std::thread m_thread;
};

} // namespace inflight
