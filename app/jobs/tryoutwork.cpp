// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/tryoutwork.h"

#include "jobs/stagerun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct TryOutWorkText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::TryOutWork)
};

constexpr qsizetype sampleBytes = 2000;

void describe(TryOutStep &step, const Payload &payload)
{
    const Body current = payload.currentText();
    step.bytes = current.size();
    step.values = payload.values ? payload.valueCount : -1;
    // The last character may be cut in two: what is left of it is not shown.
    step.sample = QString::fromUtf8(current.bytes().first(qMin<qint64>(sampleBytes, current.size())));
    while (step.sample.endsWith(QChar::ReplacementCharacter))
        step.sample.chop(1);
}

} // namespace

TryOutWork::TryOutWork(JobId job, std::shared_ptr<const Pipeline> pipeline, Payload payload, qint64 maxSize)
    : m_job(job)
    , m_pipeline(std::move(pipeline))
    , m_payload(std::move(payload))
    , m_maxSize(maxSize)
{}

TryOut TryOutWork::operator()(std::stop_token stop) const
{
    TryOut result;
    result.job = m_job;
    Payload payload = m_payload;
    bool goesOn = true;
    for (std::size_t i = 0; i < m_pipeline->stages().size(); ++i) {
        TryOutStep step;
        step.stage = m_pipeline->stages()[i]->name();
        step.state = goesOn ? StageState::Done : StageState::Skipped;
        const auto *const stage = dynamic_cast<const CpuStage *>(m_pipeline->stages()[i].get());
        if (goesOn && stage) {
            StageContext context;
            context.stop = stop;
            context.maxSize = m_maxSize;
            context.job = m_job;
            context.onError = m_pipeline->settings(i).onError;
            context.dryRun = true;
            Outcome<StageResult> outcome = runGuarded(*stage, payload, context);
            if (outcome.succeeded()) {
                payload = std::move(outcome.value().payload);
                step.detail = outcome.value().detail;
                goesOn = !outcome.value().fromNext;
            } else {
                step.state = outcome.failed() ? StageState::Failed : StageState::Cancelled;
                step.detail = outcome.failed() ? outcome.fault().message : QString();
                goesOn = outcome.failed() && context.onError == OnError::Keep;
            }
        } else if (goesOn) {
            step.detail = TryOutWorkText::tr("only waits");
        }
        if (step.state == StageState::Done)
            describe(step, payload);
        result.steps.append(step);
    }
    return result;
}

} // namespace inflight
