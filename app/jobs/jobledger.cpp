// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobledger.h"

#include <utility>

namespace inflight {

JobLedger::JobLedger(std::shared_ptr<Distributions> distributions)
    : m_distributions(std::move(distributions))
{}

void JobLedger::append(const QList<JobInput> &inputs, const QList<quint32> &origins)
{
    Q_ASSERT(inputs.size() == origins.size());
    if (m_totals.unfinished() == 0)
        beginBurst();
    for (const JobInput &input : inputs) {
        m_inputs.append(input);
        m_records.append(KeptRecord());
    }
    m_origins.insert(m_origins.end(), origins.begin(), origins.end());
    m_states.resize(m_inputs.size(), JobState::Queued);
    m_totals.queued += static_cast<int>(inputs.size());
}

void JobLedger::setState(JobId id, JobState state)
{
    Q_ASSERT(!isFinished(state));
    if (state == m_states[id])
        return;
    if (m_totals.unfinished() == 0)
        beginBurst();
    if (m_distributions && isFinished(m_states[id]) && m_records[id])
        m_distributions->remove(*m_records[id].get(), m_origins[id]);
    move(id, state);
    if (state == JobState::Running && m_totals.firstStartMs < 0)
        m_totals.firstStartMs = steadyNowMs();
}

void JobLedger::finish(JobRecordPtr record)
{
    Q_ASSERT(isFinished(record->state));
    const JobId id = record->id;
    Q_ASSERT_X(!isFinished(m_states[id]), "JobLedger", "a job ended twice");
    move(id, record->state);
    if (m_distributions)
        m_distributions->add(*record, m_origins[id]);
    m_records.set(id, std::move(record));
    m_totals.lastEndMs = steadyNowMs();
    ++m_totals.ended;
}

void JobLedger::restore(JobRecordPtr record)
{
    m_totals.bytes += record->wireBytes;
    m_totals.bytesBefore += record->wireBytes;
    finish(std::move(record));
    ++m_totals.endedBefore;
}

void JobLedger::beginBurst()
{
    m_totals.firstStartMs = -1;
    m_totals.endedBefore = m_totals.ended;
}

void JobLedger::pack(JobId id)
{
    Q_ASSERT(isFinished(m_states[id]));
    if (!m_records[id].isPacked())
        m_records.set(id, m_packer.pack(*m_records[id].get()));
}

void JobLedger::forget(JobId id)
{
    Q_ASSERT(isFinished(m_states[id]));
    m_inputs.forget(id);
    m_records.forget(id);
}

int &JobLedger::counter(JobState state)
{
    switch (state) {
    case JobState::Queued:
        return m_totals.queued;
    case JobState::BackingOff:
        return m_totals.backingOff;
    case JobState::Running:
        return m_totals.running;
    case JobState::Succeeded:
        return m_totals.succeeded;
    case JobState::Failed:
        return m_totals.failed;
    case JobState::Cancelled:
        break;
    }
    return m_totals.cancelled;
}

void JobLedger::move(JobId id, JobState state)
{
    --counter(m_states[id]);
    ++counter(state);
    m_states[id] = state;
}

} // namespace inflight
