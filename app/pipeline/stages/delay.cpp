// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/delay.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct DelayWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Delay)
};

constexpr qint64 longestDelay = 600'000;

} // namespace

StageKind delayKind()
{
    StageKind kind;
    kind.name = DelayStage::stageName;
    kind.description = DelayWords::tr("waits: for demonstrations and tests");
    kind.options = {
        StageOption::whole("ms"_L1, DelayWords::tr("milliseconds to wait"), 0, longestDelay).must()};
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const DelayStage>(std::chrono::milliseconds(values.whole("ms"_L1)));
    };
    return kind;
}

} // namespace inflight
