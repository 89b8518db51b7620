// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/activejob.h"
#include "jobs/bodycollector.h"
#include "jobs/jobservices.h"
#include "net/digestfields.h"

namespace inflight {

/// One way to a job's answer: its request, the redirects from there, and the check of what came. Goes on with
/// a partial body where there is one and the server gives just its rest; else begins from the start. Lives on
/// the engine's thread, for one run.
class RequestChain
{
    Q_DISABLE_COPY_MOVE(RequestChain)

public:
    enum class Role : quint8 {
        First, ///< the job's own: shows its progress, waits for slots
        Hedge, ///< beside it: goes unseen, and gives up rather than wait for a slot
    };

    /// Everything must outlive it. `slot` is one of the job's origin; redirects exchange it.
    RequestChain(const RunSettings &settings, const JobServices &services, ActiveJob &job, Answer &answer,
                 Slot &slot, Role role);

    /// Succeeds with a whole answer of a status that --accept names, in `answer`.
    QCoro::Task<Outcome<Done>> run(std::stop_token stop);

private:
    /// What is to be done after a request.
    enum class Next : quint8 { Nothing, Send };

    QCoro::Task<Outcome<Next>> send(std::stop_token stop);
    QCoro::Task<Outcome<Next>> checkDigest(GivenDigest given, std::stop_token stop);
    QCoro::Task<bool> takeTurn(std::stop_token stop);

    [[nodiscard]] std::optional<GivenDigest> digestToCheck() const;
    [[nodiscard]] Outcome<Next> follow();
    [[nodiscard]] Outcome<Next> take(BodyCollector &body);
    [[nodiscard]] Outcome<Next> complete();
    void keep(BodyCollector &body);
    [[nodiscard]] PartPlace partPlace() const;
    [[nodiscard]] QString fileFolder() const;
    void notePart(BodyCollector &body);
    void describePayload(const ResponseHead &head);
    void noteRequest(OriginGovernor::TimePoint startedAt, const Outcome<Response> &sent) const;

    const RunSettings &m_settings;
    const JobServices &m_services;
    ActiveJob &m_job;
    Answer &m_answer;
    Slot &m_slot;
    Role m_role;
    Request m_request;
    quint32 m_origin;
    PhaseTimes m_sum; ///< of all requests
    int m_redirects = 0;
    qint64 m_notePartAt = 0; ///< the size of the body at which its part is told of
};

/// Waits for a slot at `origin`, and the job shows that it does; false when stopped.
QCoro::Task<bool> waitForSlot(const JobServices *services, ActiveJob *job, Slot *slot, quint32 origin,
                              std::stop_token stop);

} // namespace inflight
