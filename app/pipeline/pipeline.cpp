// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/pipeline.h"

#include <algorithm>

#include <QCoreApplication>

#include "pipeline/registry.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Pipeline)
};

QStringList stagesOf(const QString &name, const PipelineOptions &options)
{
    if (name == "download"_L1)
        return {u"decode"_s, u"digest"_s, u"save"_s};
    QStringList stages{u"decode"_s, u"parse"_s, u"digest"_s};
    if (!options.saveDir.isEmpty())
        stages.append(u"save"_s);
    return stages;
}

} // namespace

Pipeline::Pipeline(QString name, std::vector<std::unique_ptr<const Stage>> stages)
    : m_name(std::move(name))
    , m_stages(std::move(stages))
{
    Q_ASSERT(std::ranges::none_of(m_stages, [](const auto &stage) { return stage == nullptr; }));
}

QStringList Pipeline::stageNames() const
{
    QStringList names{u"fetch"_s};
    for (const auto &stage : m_stages)
        names.append(stage->name());
    return names;
}

QStringList builtInPipelineNames()
{
    return {u"inspect"_s, u"download"_s};
}

PipelineOrFault builtInPipeline(const QString &name, const PipelineOptions &options)
{
    if (!builtInPipelineNames().contains(name))
        return PipelineFault{u"$"_s, Words::tr("There is no built-in pipeline “%1”; there are: %2.")
                                         .arg(name, builtInPipelineNames().join(u", "_s))};
    std::vector<std::unique_ptr<const Stage>> stages;
    for (const QString &each : stagesOf(name, options))
        stages.push_back(stageKind(each)->make({}, options));
    return std::make_shared<const Pipeline>(name, std::move(stages));
}

} // namespace inflight
