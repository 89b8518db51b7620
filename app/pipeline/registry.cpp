// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/registry.h"

#include <algorithm>

#include <QCoreApplication>

#include "pipeline/stages/decode.h"
#include "pipeline/stages/delay.h"
#include "pipeline/stages/digest.h"
#include "pipeline/stages/parse.h"
#include "pipeline/stages/save.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inflight::StageKind)
};

constexpr qint64 longestDelay = 600'000;

/// The factory of a stage without options.
template <typename T>
std::unique_ptr<const Stage> make(const StageOptionValues &, const PipelineOptions &)
{
    return std::make_unique<const T>();
}

std::unique_ptr<const Stage> makeSave(const StageOptionValues &, const PipelineOptions &options)
{
    return std::make_unique<const SaveStage>(options.saveDir.isEmpty() ? u"."_s : options.saveDir);
}

std::unique_ptr<const Stage> makeDelay(const StageOptionValues &values, const PipelineOptions &)
{
    return std::make_unique<const DelayStage>(std::chrono::milliseconds(values.value(u"ms"_s)));
}

} // namespace

QList<StageKind> stageKinds()
{
    return {
        {DecodeStage::stageName,
         Words::tr("removes the content coding, and turns text into UTF-8"),
         {},
         &make<DecodeStage>},
        {ParseStage::stageName,
         Words::tr("recognises what a body is, checks it and says what is in it"),
         {},
         &make<ParseStage>},
        {DigestStage::stageName, Words::tr("computes the SHA-256 of the body"), {}, &make<DigestStage>},
        {SaveStage::stageName,
         Words::tr("writes the body to a file under the folder for saving"),
         {},
         &makeSave},
        {DelayStage::stageName,
         Words::tr("waits: for demonstrations and tests"),
         {{"ms"_L1, Words::tr("milliseconds to wait"), 0, longestDelay, std::nullopt}},
         &makeDelay},
    };
}

std::optional<StageKind> stageKind(QAnyStringView name)
{
    const QList<StageKind> kinds = stageKinds();
    const auto found = std::ranges::find_if(
        kinds, [name](const StageKind &kind) { return QAnyStringView(kind.name) == name; });
    if (found == kinds.end())
        return std::nullopt;
    return *found;
}

} // namespace inflight
