// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pipelinecheck.h"

#include <QtConcurrentRun>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace inflight {

namespace {

PipelineVerdict verdictOf(const PipelineDescription &description, const PipelineOptions &options)
{
    PipelineVerdict verdict{description, pipelineFaults(description), nullptr};
    if (!verdict.faults.isEmpty())
        return verdict;
    PipelineOrFault built = buildPipeline(description, options);
    if (const auto *fault = std::get_if<PipelineFault>(&built))
        verdict.faults.append(*fault);
    else
        verdict.pipeline = std::get<std::shared_ptr<const Pipeline>>(std::move(built));
    return verdict;
}

} // namespace

PipelineCheck::PipelineCheck(PipelineOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(100ms);
    connect(&m_pause, &QTimer::timeout, this, &PipelineCheck::start);
    connect(&m_checking, &QFutureWatcherBase::finished, this, &PipelineCheck::finish);
}

PipelineCheck::~PipelineCheck()
{
    m_checking.waitForFinished();
}

void PipelineCheck::check(const PipelineDescription &description)
{
    m_wanted = description;
    m_pause.start();
}

void PipelineCheck::start()
{
    if (m_wanted && !m_checking.isRunning())
        m_checking.setFuture(QtConcurrent::run(verdictOf, *std::exchange(m_wanted, std::nullopt), m_options));
}

void PipelineCheck::finish()
{
    const PipelineVerdict verdict = m_checking.result();
    if (!m_wanted)
        Q_EMIT checked(verdict);
    else if (!m_pause.isActive())
        start();
}

} // namespace inflight
