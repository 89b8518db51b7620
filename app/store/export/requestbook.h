// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <memory>
#include <mutex>
#include <vector>

namespace inflight {

/// Remembers what records do not tell: which jobs send a body, and which, and those that were found. A list
/// of many jobs with the same body takes no more room than one of them. Any thread.
class RequestBook
{
public:
    void note(const AcceptedJobs &jobs);
    /// Null for a job that sends no body.
    [[nodiscard]] std::shared_ptr<const RequestTemplate> find(JobId id) const;
    /// Whether it was found in the output of another job.
    [[nodiscard]] bool isFound(JobId id) const;

private:
    struct Entry
    {
        JobId first = 0;
        JobId last = 0; ///< included
        std::shared_ptr<const RequestTemplate> request;
    };

    mutable std::mutex m_mutex;
    std::vector<Entry> m_entries; ///< ascending
    std::vector<JobId> m_found;   ///< ascending
};

} // namespace inflight
