// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/enginerun.h"

#include <QMutexLocker>
#include <QSignalSpy>
#include <QTest>

namespace inflight {

EngineRun::EngineRun(RunSettings settings)
    : m_engine(std::make_unique<Engine>(std::move(settings), this))
{
    connect(m_engine.get(), &Engine::updated, this, &EngineRun::apply);
    connect(m_engine.get(), &Engine::allFinished, this, [this] { ++m_timesFinished; });
}

EngineRun::~EngineRun()
{
    // The engine hands records to this object until it is gone.
    m_engine.reset();
}

RunSettings EngineRun::defaults()
{
    RunSettings settings;
    settings.pipeline =
        std::get<std::shared_ptr<const Pipeline>>(builtInPipeline(builtInPipelineNames().first(), {}));
    settings.retry.baseDelay = milliseconds(10);
    settings.retry.maxDelay = milliseconds(50);
    return settings;
}

RunSettings EngineRun::withPipeline(const QByteArray &json)
{
    RunSettings settings = defaults();
    settings.pipeline = std::get<std::shared_ptr<const Pipeline>>(parsePipeline(json, {}));
    return settings;
}

JobId EngineRun::submit(const QStringList &urls, std::shared_ptr<const RequestTemplate> request)
{
    QList<JobInput> inputs;
    for (const QString &url : urls)
        inputs.append({url, request});
    const auto first = static_cast<JobId>(m_table.size());
    m_table.append(inputs);
    m_engine->submit(inputs);
    return first;
}

bool EngineRun::finish(int timeoutMs)
{
    return QTest::qWaitFor([this] { return m_table.totals().unfinished() == 0; }, timeoutMs);
}

JobRecordPtr EngineRun::record(JobId id) const
{
    const QMutexLocker lock(&m_mutex);
    for (auto each = m_records.rbegin(); each != m_records.rend(); ++each) {
        if ((*each)->id == id)
            return *each;
    }
    return nullptr;
}

std::vector<JobRecordPtr> EngineRun::records() const
{
    const QMutexLocker lock(&m_mutex);
    return m_records;
}

bool EngineRun::stop(int timeoutMs)
{
    QSignalSpy stopped(m_engine.get(), &Engine::stopped);
    m_engine->stop();
    return stopped.wait(timeoutMs);
}

QList<bool> EngineRun::timesAgain() const
{
    const QMutexLocker lock(&m_mutex);
    return m_timesAgain;
}

void EngineRun::stagesAgain(bool begin)
{
    const QMutexLocker lock(&m_mutex);
    m_timesAgain.append(begin);
}

void EngineRun::take(const FinishedJob &job)
{
    const QMutexLocker lock(&m_mutex);
    m_records.push_back(job.record);
}

void EngineRun::apply(const ChangeBatch &batch)
{
    ++m_batches;
    m_table.apply(batch);
    for (const JobView &job : batch.jobs) {
        QList<JobState> &seen = m_states[job.id];
        if (seen.isEmpty() || seen.last() != job.state)
            seen.append(job.state);
    }
}

} // namespace inflight
