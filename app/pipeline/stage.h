// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/outcome.h"
#include "pipeline/payload.h"

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace inflight {

/// What a stage's run knows beside the payload. Lives on the thread that runs the stage.
struct StageContext
{
    std::stop_token stop; ///< poll it at least every few milliseconds of work; when stopped give Cancelled
    qint64 maxSize = 0;   ///< most bytes of a decoded body (--max-size); 0: no limit
    /// Report real progress: units done of units in all (total <= 0: unknown). Cheap; may be called often.
    std::function<void(qint64 done, qint64 total)> progress;
};

/// A stage's good end: the payload for the next stage and, for a person, what was found ("object, 4 keys").
struct StageResult
{
    Payload payload;
    QString detail;
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

/// A stage that computes or writes: run on the CPU pool, never on an event loop.
class CpuStage : public Stage
{
public:
    /// Called on a pool thread. Expected failures are Faults (their stage is filled in by the caller); the
    /// payload is consumed. Must return promptly once `context.stop` is stopped.
    [[nodiscard]] virtual Outcome<StageResult> run(Payload payload, const StageContext &context) const = 0;
};

/// A stage that only waits: it holds no thread, the engine waits for it on its deadline queue.
class WaitStage : public Stage
{
public:
    [[nodiscard]] virtual std::chrono::milliseconds duration() const = 0;
};

} // namespace inflight
