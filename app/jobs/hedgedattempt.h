// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/scope.h"
#include "async/stopcause.h"
#include "jobs/requestchain.h"

namespace inflight {

/// An attempt that gets a second one beside it when its first byte does not come: the first whole answer
/// wins, the other is stopped. Both are joined before it ends. The second takes a slot only where one is free
/// that nobody waits for. Lives on the engine's thread, for one run.
class HedgedAttempt
{
    Q_DISABLE_COPY_MOVE(HedgedAttempt)

public:
    /// For `job`, in its `slot`, which afterwards is the winner's.
    HedgedAttempt(const RunSettings &settings, const JobServices &services, ActiveJob &job, Slot &slot);

    /// Whether such an attempt is wanted for `job`: sending its request twice must do no harm.
    [[nodiscard]] static bool isWanted(const RunSettings &settings, const ActiveJob &job);
    /// Ends as the winner did, and the job's answer is the winner's; where both failed, as the first did.
    /// Writes both into the job's attempts.
    QCoro::Task<Outcome<Done>> run();

private:
    struct Side
    {
        explicit Side(std::stop_token parent)
            : stop(std::move(parent))
        {}
        StopCause stop;
        std::optional<Outcome<Done>> outcome; ///< once it has ended
        AttemptRecord record;
    };

    QCoro::Task<> contend(Side *side, RequestChain::Role role);
    void look();
    void lookAfter(milliseconds time);
    [[nodiscard]] std::optional<milliseconds> threshold() const;
    void settle();

    const RunSettings &m_settings;
    const JobServices &m_services;
    ActiveJob &m_job;
    Slot &m_slot;
    Answer m_hedgeAnswer;
    Slot m_hedgeSlot;
    Side m_first;
    std::optional<Side> m_hedge;
    Side *m_winner = nullptr;
    QElapsedTimer m_clock;
    DeadlineQueue::Deadline m_nextLook;
    Scope m_scope;
};

} // namespace inflight
