// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/pipeline.h"

#include <algorithm>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Pipeline)
};

PipelineDescription descriptionOf(const QString &name, const PipelineOptions &options)
{
    if (name == "download"_L1)
        return {name, {{u"decode"_s, {}}, {u"digest"_s, {}}, {u"save"_s, {}}}};
    PipelineDescription inspect{name, {{u"decode"_s, {}}, {u"parse"_s, {}}, {u"digest"_s, {}}}};
    if (!options.saveDir.isEmpty())
        inspect.stages.append({u"save"_s, {}});
    return inspect;
}

} // namespace

QByteArray PipelineDescription::toJson() const
{
    // Written line by line: Qt's object sorts its keys, and a stage belongs before its options.
    const auto textOf = [](const QJsonValue &value) {
        const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        return list.sliced(1, list.size() - 2);
    };
    QByteArray json = "{\"inflight\": 1, \"name\": " + textOf(name) + ", \"stages\": [";
    const char *separator = "\n";
    for (const StageDescription &stage : stages) {
        json += separator + ("  {\"stage\": " + textOf(stage.stage));
        for (auto option = stage.options.begin(); option != stage.options.end(); ++option)
            json += ", " + textOf(option.key()) + ": " + textOf(option.value());
        json += '}';
        separator = ",\n";
    }
    return json + "\n]}\n";
}

Pipeline::Pipeline(PipelineDescription description, std::vector<std::unique_ptr<const Stage>> stages,
                   std::vector<StageSettings> settings)
    : m_description(std::move(description))
    , m_stages(std::move(stages))
    , m_settings(std::move(settings))
    , m_stageNames{u"fetch"_s}
{
    Q_ASSERT(std::ranges::none_of(m_stages, [](const auto &stage) { return stage == nullptr; }));
    Q_ASSERT(m_settings.size() == m_stages.size());
    for (const auto &stage : m_stages)
        m_stageNames.append(stage->name());
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
    return buildPipeline(descriptionOf(name, options), options);
}

PipelineOrFault parsePipeline(const QByteArray &json, const PipelineOptions &options)
{
    const std::variant<PipelineDescription, PipelineFault> read = readPipeline(json);
    if (const auto *const fault = std::get_if<PipelineFault>(&read))
        return *fault;
    return buildPipeline(std::get<PipelineDescription>(read), options);
}

} // namespace inflight
