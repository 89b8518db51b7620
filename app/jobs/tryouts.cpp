// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/tryouts.h"

#include "async/poolcall.h"

#include <QCoreApplication>

namespace inflight {

QCoro::Task<> TryOuts::run(JobId id, std::shared_ptr<const Pipeline> pipeline)
{
    stop();
    m_stop = {};
    const std::stop_token token = m_stop.get_token();
    std::optional<Permit> cpu = co_await m_cpu.acquire(token);
    if (!cpu)
        co_return;
    TryOut result;
    result.job = id;
    if (const KeptJob *const kept = m_jobs.kept(id)) {
        TryOutWork work(id, std::move(pipeline), kept->fetched(), m_maxSize);
        TryOut tried = co_await callInPool(&m_pool, &m_executor, work, token);
        result = std::move(tried);
    } else {
        result.missing = QCoreApplication::translate(
            "inflight::TryOuts", "The body of this job is not kept. Fetch it again to try stages on it.");
    }
    cpu.reset();
    if (!token.stop_requested())
        m_done(result);
}

} // namespace inflight
