// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/requestbook.h"

#include <algorithm>

namespace inflight {

void RequestBook::note(const AcceptedJobs &jobs)
{
    const std::lock_guard lock(m_mutex);
    JobId id = jobs.first;
    for (const JobInput &input : jobs.inputs) {
        const JobId own = id++;
        if (input.parent)
            m_found.push_back(own);
        if (!input.request || input.request->body.isEmpty())
            continue;
        const bool goesOn = !m_entries.empty() && m_entries.back().last + 1 == own &&
                            m_entries.back().request == input.request;
        if (goesOn)
            m_entries.back().last = own;
        else
            m_entries.push_back({own, own, input.request});
    }
}

std::shared_ptr<const RequestTemplate> RequestBook::find(JobId id) const
{
    const std::lock_guard lock(m_mutex);
    const auto entry = std::ranges::lower_bound(m_entries, id, {}, &Entry::last);
    return entry != m_entries.end() && entry->first <= id ? entry->request : nullptr;
}

bool RequestBook::isFound(JobId id) const
{
    const std::lock_guard lock(m_mutex);
    return std::ranges::binary_search(m_found, id);
}

} // namespace inflight
