// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <algorithm>

#include <QCoreApplication>

#include "pipeline/jsonpath.h"
#include "pipeline/pipeline.h"
#include "pipeline/registry.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct PipelineBuilderWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::PipelineFile)
};

/// A stage whose options were read.
struct ReadStage
{
    const StageKind *kind = nullptr;
    OptionValues values;
    StageSettings settings;
};

QString unknownStageText(const QString &name)
{
    if (name == "fetch"_L1)
        return PipelineBuilderWords::tr("“fetch” always comes first by itself and is not written.");
    QStringList names;
    for (const StageKind &kind : stageKinds())
        names.append(kind.name);
    return PipelineBuilderWords::tr("There is no stage “%1”; there are: %2.").arg(name, names.join(u", "_s));
}

StageSettings settingsOf(const OptionValues &values)
{
    StageSettings settings;
    if (values.has("workers"_L1))
        settings.workers = static_cast<int>(values.whole("workers"_L1));
    if (values.has("queue"_L1))
        settings.queue = static_cast<int>(values.whole("queue"_L1));
    const QString onError = values.text("on_error"_L1);
    settings.onError = onError == "skip"_L1   ? OnError::Skip
                       : onError == "keep"_L1 ? OnError::Keep
                                              : OnError::Fail;
    return settings;
}

/// Puts one option into `values`; what is wrong with it.
std::optional<ValueFault> readOption(const StageOption &option, const QJsonObject &given,
                                     OptionValues &values)
{
    const QString name = option.name;
    if (!given.contains(name)) {
        if (option.required)
            return ValueFault{missingKeyText(name), {}};
        if (!option.defaultValue.isUndefined())
            values.set(name, option.defaultValue);
        return std::nullopt;
    }
    values.set(name, given.value(name));
    return option.check(given.value(name));
}

/// Reads the options of one stage, putting its faults into `faults`.
ReadStage readStage(const StageDescription &description, const QString &path, QList<PipelineFault> &faults)
{
    ReadStage read;
    read.kind = stageKind(description.stage);
    if (!read.kind) {
        faults.append({path + ".stage"_L1, unknownStageText(description.stage)});
        return read;
    }
    const qsizetype faultsBefore = faults.size();
    const QList<StageOption> options = read.kind->options + commonOptions();
    QStringList known{u"stage"_s};
    for (const StageOption &option : options)
        known.append(option.name);
    for (const QString &key : description.options.keys()) {
        if (!known.contains(key))
            faults.append({jsonPathMember(path, key), unknownKeyText(key, known)});
    }
    for (const StageOption &option : options) {
        if (const auto wrong = readOption(option, description.options, read.values))
            faults.append({jsonPathMember(path, option.name) + wrong->below, wrong->message});
    }
    if (faults.size() == faultsBefore && read.kind->check) {
        if (const std::optional<OptionFault> wrong = read.kind->check(read.values))
            faults.append({jsonPathMember(path, wrong->option) + wrong->below, wrong->message});
    }
    read.settings = settingsOf(read.values);
    return read;
}

QString fitText(const StageKind &kind, const QString &before, Data given)
{
    QStringList takes;
    for (const Data data : {Data::Bytes, Data::Text, Data::Values}) {
        if (kind.takes.testFlag(data))
            takes.append(dataText(data));
    }
    QString text = PipelineBuilderWords::tr("“%1” takes %2, but “%3” before it gives %4.")
                       .arg(kind.name, takes.join(PipelineBuilderWords::tr(" or ")), before, dataText(given));
    if (kind.takes == DataKinds(Data::Values))
        text += u' ' + PipelineBuilderWords::tr(
                           "Put a stage between them that gives JSON values, such as json, ndjson or csv.");
    return text;
}

QList<ReadStage> readAll(const PipelineDescription &description, QList<PipelineFault> &faults)
{
    QList<ReadStage> stages;
    Data flow = Data::Bytes;
    bool flowIsKnown = true;
    QString before = u"fetch"_s;
    for (qsizetype i = 0; i < description.stages.size(); ++i) {
        const QString path = jsonPathItem(u"$.stages"_s, i);
        const qsizetype faultsBefore = faults.size();
        ReadStage read = readStage(description.stages.at(i), path, faults);
        if (read.kind && flowIsKnown && !read.kind->takes.testFlag(flow))
            faults.append({path, fitText(*read.kind, before, flow)});
        // Nobody knows what a stage gives that is not understood.
        if (faults.size() > faultsBefore)
            flowIsKnown = false;
        else if (flowIsKnown && read.kind->gives)
            flow = read.kind->gives(read.values, flow);
        before = description.stages.at(i).stage;
        stages.append(std::move(read));
    }
    return stages;
}

} // namespace

QList<PipelineFault> pipelineFaults(const PipelineDescription &description)
{
    QList<PipelineFault> faults;
    readAll(description, faults);
    return faults;
}

PipelineOrFault buildPipeline(const PipelineDescription &description, const PipelineOptions &options)
{
    QList<PipelineFault> faults;
    const QList<ReadStage> read = readAll(description, faults);
    if (!faults.isEmpty())
        return faults.constFirst();
    std::vector<std::unique_ptr<const Stage>> stages;
    std::vector<StageSettings> settings;
    for (const ReadStage &stage : read) {
        stages.push_back(stage.kind->make(stage.values, options));
        settings.push_back(stage.settings);
    }
    return std::make_shared<const Pipeline>(description, std::move(stages), std::move(settings));
}

} // namespace inflight
