// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/changemailbox.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace inflight {

/// Gathers what changed and posts it as one batch, at most 30 times a second; after the last change a last
/// batch always follows. Lives on the engine's thread.
class Publisher
{
    Q_DISABLE_COPY_MOVE(Publisher)

public:
    using Fill = std::function<void(ChangeBatch &batch, const std::vector<JobId> &changed)>;

    /// `fill` completes a batch for the jobs that changed.
    Publisher(std::shared_ptr<ChangeMailbox> mailbox, Fill fill);

    void jobChanged(JobId id);
    void accepted(AcceptedJobs jobs);
    /// Something that belongs to no job: totals, limits, an origin.
    void changed();
    /// No job is left: that is told in the next turn of the event loop.
    void allEnded();
    /// Posts what there is now.
    void flush();

private:
    std::shared_ptr<ChangeMailbox> m_mailbox;
    Fill m_fill;
    QTimer m_timer;
    std::vector<JobId> m_changed;
    std::vector<bool> m_isChanged; ///< by job
    QList<AcceptedJobs> m_accepted;
};

} // namespace inflight
