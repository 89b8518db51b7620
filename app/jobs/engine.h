// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/bodypart.h"
#include "jobs/jobcontents.h"
#include "jobs/jobrecord.h"
#include "jobs/jobview.h"
#include "jobs/restoredjob.h"
#include "jobs/runsettings.h"
#include "net/tlsbook.h"
#include "pipeline/body.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace inflight {

class EngineCore;
class ChangeMailbox;
class Distributions;
class StoredBodies;

/// A job that has ended, and what was received for it.
struct FinishedJob
{
    JobRecordPtr record;
    Body body; ///< decoded, unless `contentEncoding` says otherwise; empty: none came. May be its beginning
               ///< alone where no sink wants bodies
    QByteArray contentEncoding; ///< codings still applied to `body`
};

/// Receives what becomes of a run's jobs, on the engine's thread. Must not block: hand it to a thread of your
/// own.
class RecordSink
{
public:
    RecordSink() = default;
    virtual ~RecordSink() = default;
    Q_DISABLE_COPY_MOVE(RecordSink)
    /// The engine took these in; none of them has ended yet.
    virtual void accept(const AcceptedJobs &) {}
    /// Calls `kept`, on any thread, once what was accepted so far is where a crash leaves it, or cannot be
    /// brought there; never after closing(). False: it does not, nothing is to be waited for.
    [[nodiscard]] virtual bool whenKept(std::function<void()> /*kept*/) { return false; }
    /// What jobs go by from now on is another pipeline, concurrency, rate or number for a host, or adaptive
    /// or not.
    virtual void settingsChanged(const RunSettings &) {}
    /// Jobs that had ended are about to go through stages again, or all of them have: until then some results
    /// may be those of before.
    virtual void stagesAgain(bool /*begin*/) {}
    /// Every job that ends, in that order, once each time that it ends.
    virtual void take(const FinishedJob &job) = 0;
    /// Whether FinishedJob::body is of use to it. Settled before the engine is there.
    [[nodiscard]] virtual bool wantsBodies() const { return true; }
    /// The folder for bodies that are to outlive the process while they are not whole; empty: there is none.
    [[nodiscard]] virtual QString partsFolder() const { return {}; }
    /// The folder for what stages must find again when the run is gone on with; empty: there is none.
    [[nodiscard]] virtual QString notesFolder() const { return {}; }
    /// So much of a large body was written to its file in partsFolder(); from here on the file is the sink's
    /// to remove. Tells of the same one again as it grows.
    virtual void part(const BodyPart &) {}
    /// Every input was accepted; only stages find more.
    virtual void inputsEnded() {}
    /// The engine is stopped: what it cancels from now on, nobody asked to be cancelled.
    virtual void closing() {}
};

/// The one face of the engine: whoever has a window or a terminal talks to this and to nothing behind it.
/// Lives on its creator's thread, which needs an event loop; the work is done on threads of its own. No call
/// blocks. Changes arrive by updated(), at most 30 times a second, the last change never lost.
class Engine final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Engine)

public:
    /// `sink` may be null and must outlive the engine.
    explicit Engine(RunSettings settings, RecordSink *sink = nullptr, QObject *parent = nullptr);
    /// Cancels what runs, joins and quits its threads. Call stop() first and wait for stopped() where a
    /// blocked event loop would be seen.
    ~Engine() override;

    /// Queues jobs; they get the next ids, in order: ChangeBatch::accepted tells.
    void submit(QList<JobInput> inputs);
    /// All that a person gave is submitted: sinks are told once they have it (RecordSink::inputsEnded()).
    void endInputs();
    /// The jobs of an earlier run, before any other: those that ended are as they were, the others are
    /// queued. They are not accepted anew, nor do records go to the sink once more. `bodies` may be null.
    /// `again`: those that runAgain() takes through all stages, before anybody sees the run as finished.
    void restore(QList<RestoredJob> jobs, std::shared_ptr<StoredBodies> bodies = nullptr,
                 QList<JobId> again = {});
    /// Cancels those of `ids` that are not finished. Finished, unknown and repeated ids are passed over.
    void cancel(QList<JobId> ids);
    /// Cancels everything that is not finished.
    void cancelAll();
    /// Cancels the running jobs that are marked slow at the moment the engine gets to it.
    void cancelSlow();
    /// Cancels everything of `origin` (index of OriginStatus) that is not finished.
    void cancelOrigin(quint32 origin);
    /// Cancels the running jobs whose present stage is this one (0: fetch) when the engine gets to it; with a
    /// name those alone in whose pipeline it has that name.
    void cancelInStage(int stage, const QString &name = {});
    /// Queues finished jobs again (attempt history kept); others are passed over.
    void retry(QList<JobId> ids);
    /// Queues every failed job again; cancelled ones stay.
    void retryFailed();
    /// Queues the failed jobs of `origin` again.
    void retryOrigin(quint32 origin);

    /// Nothing new starts while paused; what is in flight goes on.
    void setPaused(bool paused);
    /// Most jobs in flight, 1 to 4096; acts at once, lowering lets what runs finish.
    void setConcurrency(int jobs);
    /// Most requests in flight to one origin, 1 to 4096; acts at once, on all origins.
    void setPerHost(int requests);
    /// Most requests started per origin; acts at once, on all origins, those with limits of their own too.
    void setRate(RateLimit rate);
    /// Whether an origin that answers 429 or 503 or times out gets fewer requests at once until it recovers.
    void setAdaptive(bool on);
    /// What `origin` alone is allowed from now on, until all origins are told otherwise.
    void setOriginLimits(quint32 origin, OriginLimits limits);
    /// The pipeline of the jobs that start from now on. Those that run keep theirs.
    void setPipeline(std::shared_ptr<const Pipeline> pipeline);
    /// Takes finished jobs through the present pipeline again from stage `stage` on (0: the first after the
    /// fetch), on the bodies that were kept: without the network. Jobs whose body is not kept are passed over
    /// (JobView::stored).
    void runAgain(QList<JobId> ids, int stage);
    /// Takes the kept body of `id` through `pipeline` without leaving a trace; triedOut() follows. A newer
    /// try-out stops the one before.
    void tryOut(JobId id, std::shared_ptr<const Pipeline> pipeline);
    /// Tells what `id` was asked to do and, with `bodies`, what is kept of what came of it; lookedInto()
    /// follows, unless the newest job whose bodies are wanted is another one by then.
    void lookInto(JobId id, bool bodies);
    /// The job whose record is wanted while it runs; nothing for none.
    void watch(std::optional<JobId> id);
    /// The same for the jobs that a person sees beside it, in place of those of before.
    void watchAll(QList<JobId> ids);

    [[nodiscard]] const RunSettings &settings() const { return m_settings; }
    /// How long the jobs took that have ended, those that were restored among them. May be asked on any
    /// thread.
    [[nodiscard]] const std::shared_ptr<const Distributions> &distributions() const
    {
        return m_distributions;
    }
    /// What the newest TLS handshake with the origin of `url` found; nothing where there was none, and where
    /// there were so many others since that it was forgotten. May be asked on any thread.
    [[nodiscard]] std::optional<TlsFacts> tlsOf(const QString &url) const;
    /// How many jobs were submitted here; stages find more of them (ChangeBatch::accepted).
    [[nodiscard]] JobId submitted() const { return m_submitted; }

    /// Cancels everything and ends the threads in the background; stopped() follows, within a second.
    void stop();

Q_SIGNALS:
    void updated(const inflight::ChangeBatch &batch);
    /// Something that stages held back until the end could not be written: a translated sentence.
    void notWritten(const QString &message);
    void triedOut(const inflight::TryOut &result);
    void lookedInto(const inflight::JobContents &contents);
    /// Every submitted job is finished; the batch that says so was delivered before.
    void allFinished();
    /// After stop(): all joined, every record delivered.
    void stopped();

private:
    template <typename Order>
    void order(Order what);
    void deliver();
    void deliverSoon();

    RunSettings m_settings;
    JobId m_submitted = 0;
    JobId m_found = 0; ///< jobs that stages found, as far as batches told of them
    bool m_stopping = false;
    quint64 m_announced = 0; ///< RunTotals::ended when allFinished() was last emitted
    std::shared_ptr<ChangeMailbox> m_mailbox;
    std::shared_ptr<const Distributions> m_distributions;
    std::shared_ptr<TlsBook> m_tls;
    QThread m_thread;
    EngineCore *m_core = nullptr; ///< lives on m_thread and deletes itself there once closed
};

} // namespace inflight
