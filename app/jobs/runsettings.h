// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"
#include "jobs/jobinput.h"
#include "jobs/originlimits.h"
#include "net/statusset.h"
#include "net/transport.h"
#include "pipeline/pipeline.h"

#include <QString>

#include <chrono>
#include <memory>
#include <optional>

namespace inflight {

/// Further attempts and the back-off between them: exponential with full jitter
/// (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
struct RetrySettings
{
    int retries = 2; ///< attempts after the first
    milliseconds baseDelay{500};
    milliseconds maxDelay{30'000};       ///< cap of one back-off
    std::optional<milliseconds> maxTime; ///< no further attempt later than this after the job's start
};

/// When an attempt gets a second one beside it (--hedge).
struct HedgeSettings
{
    std::optional<milliseconds> after; ///< without a first byte; nothing: the origin's 95th percentile
};

/// Everything a run is started with. A value.
struct RunSettings
{
    int concurrency = 64; ///< 1 to 4096
    int perHost = 8;      ///< 1 to 4096
    RateLimit rate;       ///< most requests started, for each origin
    bool adaptive = true; ///< ease off an origin that answers 429 or 503 or times out
    Deadlines deadlines;
    RetrySettings retry;
    std::optional<HedgeSettings> hedge; ///< nothing: never
    TransportSettings transport;
    StatusSet accept;
    qint64 maxSize = 1024LL * 1024 * 1024;
    std::optional<milliseconds> slowAfter;       ///< --slow; nothing: adaptive
    std::optional<milliseconds> cancelSlowAfter; ///< --cancel-slow
    std::shared_ptr<const Pipeline> pipeline;    ///< never null
    /// Nothing is kept of jobs that ended: they can be neither retried nor asked for. For runs without end.
    bool forgetsEnded = false;
    /// RecordSink::notesFolder() of the run that is gone on with; empty: its stages begin anew.
    QString earlierNotes = {};
    qint64 keptBodies = 0; ///< most bytes of bodies kept for running stages again; 0: none are kept
};

} // namespace inflight
