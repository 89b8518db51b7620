// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobsagain.h"

#include "jobs/stageplan.h"

#include <algorithm>
#include <utility>

namespace inflight {

namespace {

/// The first stage in which two pipelines differ; what comes before gives the same payloads.
int firstDifference(const Pipeline &left, const Pipeline &right)
{
    const auto &stages = left.description().stages;
    const auto differ = std::ranges::mismatch(stages, right.description().stages);
    return static_cast<int>(differ.in1 - stages.begin());
}

/// Where its body came from.
QString fetchedUrl(const ActiveJob &job)
{
    if (!job.again)
        return job.answer.finalUrl;
    return job.again->finalUrl.isEmpty() ? job.again->url : job.again->finalUrl;
}

} // namespace

QList<JobId> JobsAgain::keep(ActiveJob &job)
{
    if (!job.plan || !m_kept.keepsAnything())
        return {};
    KeptJob now{job.plan->sharedPipeline(), job.firstStage, {}, false, false};
    now.whole = job.state == JobState::Succeeded;
    if (now.whole && !job.trail.isEmpty()) {
        now.payloads = std::exchange(job.trail, {});
        return m_kept.put(job.id, std::move(now));
    }
    QList<Payload> payloads;
    const KeptJob *const before = job.again ? m_kept.find(job.id) : nullptr;
    if (before) {
        now.firstStage = before->firstStage;
        payloads = before->payloads.payloads();
        payloads.resize(static_cast<qsizetype>(job.firstStage - before->firstStage));
    }
    payloads.append(std::exchange(job.before, {}));
    if (!job.trail.isEmpty()) // it was stopped after its last stage
        payloads.append(job.trail.payloads().first(job.trail.size() - 1));
    // A page that says why a fetch failed is worth a look, but takes no body's place that stages can use.
    now.seenOnly = !now.whole && payloads.isEmpty() && job.payload.body.size() > 0 && !kept(job.id);
    if (now.seenOnly || (now.whole && payloads.isEmpty()))
        payloads.append(job.payload);
    if (now.whole)
        payloads.append(job.payload);
    now.payloads = PayloadTrail(payloads, fetchedUrl(job));
    return payloads.isEmpty() ? QList<JobId>() : m_kept.put(job.id, std::move(now));
}

void JobsAgain::want(JobId id, int stage)
{
    if (m_wanted.insert_or_assign(id, stage).second)
        m_order.push_back(id);
}

const KeptJob *JobsAgain::kept(JobId id) const
{
    const KeptJob *const found = m_kept.find(id);
    return found && !found->seenOnly ? found : nullptr;
}

std::optional<JobsAgain::Turn> JobsAgain::next()
{
    while (m_active < m_most && !m_order.empty()) {
        const JobId id = m_order.front();
        m_order.pop_front();
        const auto wanted = m_wanted.find(id);
        if (wanted == m_wanted.end())
            continue;
        const Turn turn{id, wanted->second};
        m_wanted.erase(wanted);
        ++m_active;
        return turn;
    }
    return std::nullopt;
}

bool JobsAgain::prepare(ActiveJob &job, JobRecordPtr record, int stage) const
{
    const KeptJob *const before = kept(job.id);
    if (!before)
        return false;
    const int first = static_cast<int>(before->firstStage);
    const int last = first + static_cast<int>(before->stagesBegun()) - 1;
    const int same = firstDifference(*before->pipeline, job.plan->pipeline());
    const int from = std::clamp(std::min(stage, same), first, last);
    const auto earlierMs = static_cast<double>(record->started.msecsTo(job.started));
    job.again = std::move(record);
    job.firstStage = static_cast<std::size_t>(from);
    job.payload = before->payloads.at(from - first);
    for (int place = 0; place <= from && place < job.again->stages.size(); ++place) {
        StageRecord told = job.again->stages.at(place);
        if (told.startedMs)
            *told.startedMs -= earlierMs;
        job.board->restore(static_cast<std::size_t>(place), told);
    }
    return true;
}

} // namespace inflight
