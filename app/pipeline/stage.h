// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/outcome.h"
#include "pipeline/payload.h"

#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace inflight {

/// What is done when a stage fails (`on_error` in pipeline files).
enum class OnError : quint8 {
    Fail, ///< the job fails
    Skip, ///< what failed is left out: one value where a stage goes from value to value, else all that
          ///< follows
    Keep  ///< it goes on as it came
};

/// What a stage's run knows beside the payload. Lives on the thread that runs the stage.
struct StageContext
{
    std::stop_token stop; ///< poll it at least every few milliseconds of work; when stopped give Cancelled
    qint64 maxSize = 0;   ///< most bytes of a decoded body (--max-size); 0: no limit
    /// Report real progress: units done of units in all (total <= 0: unknown). Cheap; may be called often.
    std::function<void(qint64 done, qint64 total)> progress;
    quint32 job = 0; ///< the job's id: orders what jobs have in common
    /// For stages that go from value to value: what to do with one that fails. A fault that such a stage
    /// returns is of the whole; the engine applies `on_error` to it.
    OnError onError = OnError::Fail;
    /// A try-out: nothing outside the payload may change; the stage says what it would do.
    bool dryRun = false;
    /// Nobody reads the body once this stage is over: it may be given away.
    bool isLastReader = false;
};

/// A stage's good end: the payload for the next stage and, for a person, what was found ("object, 4 keys").
struct StageResult
{
    Payload payload;
    QString detail = {};
    QStringList found = {}; ///< URLs that become jobs of the run (stage follow), as absolute text
    int mostFound = 0;      ///< most jobs that the run may get by this stage
    bool fromNext = false;  ///< those jobs begin with the stage after this one, and this job ends here
};

/// One step that a payload goes through. Stages are immutable after construction, shared by all jobs of a run
/// and called from many threads at once: no mutable members without a lock.
class Stage
{
public:
    Stage() = default;
    virtual ~Stage() = default;
    Q_DISABLE_COPY_MOVE(Stage)

    /// The name in pipeline files, records and the window.
    [[nodiscard]] virtual QLatin1StringView name() const = 0;
};

/// Where a stage writes down what the run must know of it when it is gone on with.
struct StageNotes
{
    QString file;    ///< for the stage alone; empty: nothing is written down
    QString earlier; ///< the same of the process that the run is gone on with from; empty: this is a new run
};

/// A stage that computes or writes: run on the CPU pool, never on an event loop.
class CpuStage : public Stage
{
public:
    /// Called on a pool thread. Expected failures are Faults (their stage is filled in by the caller); the
    /// payload is consumed. Must return promptly once `context.stop` is stopped.
    [[nodiscard]] virtual Outcome<StageResult> run(Payload payload, const StageContext &context) const = 0;

    /// Whether run() mostly waits for something else than the CPU (another process): such stages get threads
    /// of their own.
    [[nodiscard]] virtual bool blocks() const { return false; }
    /// The folder in which what comes is made a file, where it is: large bodies are received there when no
    /// stage comes after it. Empty: nowhere.
    [[nodiscard]] virtual QString fileFolder() const { return {}; }
    /// Workers unless the pipeline says otherwise; 0: as many as the CPU has, shared with the other stages.
    [[nodiscard]] virtual int defaultWorkers() const { return 0; }
    /// What the engine is to fetch into Payload::beside before run(); an empty URL for nothing.
    [[nodiscard]] virtual QUrl beside(const Payload &) const { return {}; }
    /// Whether `file` is what this stage wrote down in an earlier process (StageNotes::earlier). Reads its
    /// beginning.
    [[nodiscard]] virtual bool ownsNotes(const QString & /*file*/) const { return false; }
    /// Told before any job comes. Whether the stage writes anything down. No disk here.
    [[nodiscard]] virtual bool keepNotes(const StageNotes &) const { return false; }
    /// A job has ended, whatever its state, and brings nothing more unless it is run again. Engine's thread:
    /// no disk here.
    virtual void jobEnded(quint32) const {}
    /// A job that had ended is on its way once more. Engine's thread: no disk here.
    virtual void jobAgain(quint32) const {}
    /// No job was under way when this was asked for: what waits for nobody is written now, and what was
    /// written is brought to the disk. Jobs may have begun since. On a pool thread.
    [[nodiscard]] virtual Outcome<Done> settle() const { return Done{}; }
};

/// A stage that only waits: it holds no thread, the engine waits for it on its deadline queue.
class WaitStage : public Stage
{
public:
    [[nodiscard]] virtual std::chrono::milliseconds duration() const = 0;
};

} // namespace inflight
