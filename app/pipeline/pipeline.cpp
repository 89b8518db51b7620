// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/pipeline.h"

#include <algorithm>
#include <array>

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct PipelineWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Pipeline)
};

struct BuiltIn
{
    const char *name;
    const char *stages; ///< as in a pipeline file
};

constexpr std::array builtIns{
    BuiltIn{"inspect",
            R"([{"stage": "decode", "archive": "keep"}, {"stage": "parse"}, {"stage": "digest"}])"},
    BuiltIn{"download",
            R"([{"stage": "decode", "archive": "keep"}, {"stage": "digest"}, {"stage": "save"}])"},
    BuiltIn{"api-to-csv", R"([{"stage": "decode"}, {"stage": "json"},
        {"stage": "jq", "filter": "if type == \"array\" then .[] else . end"},
        {"stage": "append", "path": "results.csv", "order": "input"}])"},
    BuiltIn{"links", R"([{"stage": "decode"}, {"stage": "html", "links": true, "of": "pages"}])"},
    BuiltIn{"check-links", R"([{"stage": "decode"}, {"stage": "html", "links": true, "of": "all"},
        {"stage": "follow", "then": "rest", "origin": "any", "limit": 100000}])"},
    BuiltIn{"images", R"([{"stage": "decode"}, {"stage": "image", "max_width": 256, "max_height": 256},
        {"stage": "save"}])"},
};

QByteArray fileOf(const BuiltIn &builtIn)
{
    return QByteArray(R"({"inflight": 1, "name": ")") + builtIn.name + R"(", "stages": )" + builtIn.stages +
           '}';
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
    QStringList names;
    for (const BuiltIn &each : builtIns)
        names.append(QString::fromLatin1(each.name));
    return names;
}

PipelineOrFault builtInPipeline(const QString &name, const PipelineOptions &options)
{
    const auto *const found = std::ranges::find_if(
        builtIns, [&name](const BuiltIn &each) { return name == QLatin1StringView(each.name); });
    if (found == builtIns.end())
        return PipelineFault{u"$"_s, PipelineWords::tr("There is no built-in pipeline “%1”; there are: %2.")
                                         .arg(name, builtInPipelineNames().join(u", "_s))};
    auto description = std::get<PipelineDescription>(readPipeline(fileOf(*found)));
    if (found == builtIns.begin() && !options.saveDir.isEmpty())
        description.stages.append({u"save"_s, {}});
    return buildPipeline(description, options);
}

PipelineOrFault parsePipeline(const QByteArray &json, const PipelineOptions &options)
{
    const std::variant<PipelineDescription, PipelineFault> read = readPipeline(json);
    if (const auto *const fault = std::get_if<PipelineFault>(&read))
        return *fault;
    return buildPipeline(std::get<PipelineDescription>(read), options);
}

} // namespace inflight
