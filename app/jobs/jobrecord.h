// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"
#include "jobs/jobview.h"
#include "net/phasetimes.h"

#include <QDateTime>
#include <QString>

#include <algorithm>
#include <optional>

namespace inflight {

enum class AttemptState : quint8 { Running, Succeeded, Failed, Cancelled };

/// Whom an attempt lost to that ran beside another one (--hedge).
enum class LostTo : quint8 { Nobody, Hedge, First };

/// One try at a job's request.
struct AttemptRecord
{
    AttemptState state = AttemptState::Running;
    QDateTime started; ///< UTC
    int status = 0;    ///< 0: no answer
    std::optional<Fault> fault;
    PhaseTimes timings;
    qint32 durationMs = 0;
    qint32 startMs = 0;     ///< after the job's start
    qint32 backOffMs = 0;   ///< waited before this attempt; 0 for the first
    qint64 resumedFrom = 0; ///< where in the body it went on; 0: it began at the start
    bool hedge = false;     ///< it began beside another attempt
    bool sent = false;      ///< of a running one: its request has gone out
    LostTo lostTo = LostTo::Nobody;

    /// The other attempt was quicker: whatever became of this one, nobody wants it.
    void lose()
    {
        state = AttemptState::Cancelled;
        fault.reset();
        lostTo = hedge ? LostTo::First : LostTo::Hedge;
    }
};

/// How many times a job was tried: what ran beside an attempt is not counted.
inline int countAttempts(const QList<AttemptRecord> &attempts)
{
    return static_cast<int>(std::ranges::count(attempts, false, &AttemptRecord::hedge));
}

/// One stage of a job in the record.
struct StageRecord
{
    QString name;
    StageState state = StageState::Pending;
    std::optional<double> startedMs; ///< after the job's start; negative: in an earlier run of the job
    std::optional<double> durationMs;
    QString detail; ///< what was found, such as "PNG 640 × 480"
};

/// The whole story of one job. Immutable once finished; shared between threads by shared_ptr<const>.
/// Holds secrets as they are: whoever shows or writes it redacts (net/redaction.h).
struct JobRecord
{
    JobId id = 0;
    QString url;
    QString name; ///< what a person calls it; empty: nothing
    QString finalUrl;
    JobState state = JobState::Queued;
    std::optional<Fault> fault;
    int status = 0;      ///< 0: none
    QString statusText;  ///< reason phrase, such as "Not Found"
    QString httpVersion; ///< "1.1", "2"; empty: no answer
    QByteArray method;
    HeaderList requestHeaders; ///< as sent with the last attempt
    HeaderList headers;        ///< of the answer
    QString contentType;
    qint64 bytes = 0;     ///< of the decoded body
    qint64 wireBytes = 0; ///< of the body as received
    QByteArray sha256;    ///< of the decoded body, hex; empty: not known
    QDateTime started;    ///< UTC
    double durationMs = 0;
    QList<AttemptRecord> attempts;
    QList<StageRecord> stages;
    QByteArray
        output; ///< JSON: the value that the pipeline gave, or the list of them; empty: none, or too long
    QString savedTo;
    QByteArray snippet;    ///< first characters of the body, when it is text; UTF-8
    QStringList redirects; ///< URLs between the first and the final one
    bool insecure = false; ///< a request of it went out by TLS that was not verified (--insecure)
    bool slow = false;     ///< a stage of it was found to take unusually long
};

/// Whether the whole answer came, whatever became of it afterwards.
inline bool isFetched(const JobRecord &record)
{
    return !record.stages.isEmpty() && record.stages.constFirst().state == StageState::Done;
}

using JobRecordPtr = std::shared_ptr<const JobRecord>;

} // namespace inflight
