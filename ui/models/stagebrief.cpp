// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/stagebrief.h"

#include "pipeline/jsonpath.h"
#include "pipeline/registry.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct StageBriefWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::StageBrief)
};

constexpr int longest = 60;

QString briefValue(const QJsonValue &value)
{
    QString text = value.toString();
    if (text.isEmpty()) {
        const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
        text = QString::fromUtf8(list.sliced(1, list.size() - 2));
    }
    text = text.simplified();
    return text.size() <= longest ? text : text.first(longest - 1) + u'…';
}

/// The option that says most; null: none is given.
const StageOption *mainOption(const StageKind &kind, const QJsonObject &given)
{
    const auto isGiven = [&given](const StageOption &option) { return given.contains(option.name); };
    const auto required = std::ranges::find_if(
        kind.options, [&](const StageOption &option) { return option.required && isGiven(option); });
    if (required != kind.options.end())
        return &*required;
    const auto first = std::ranges::find_if(kind.options, isGiven);
    return first == kind.options.end() ? nullptr : &*first;
}

} // namespace

QString stageBrief(const StageDescription &stage)
{
    const StageKind *kind = stageKind(stage.stage);
    const StageOption *option = kind ? mainOption(*kind, stage.options) : nullptr;
    if (!option)
        return stage.stage;
    const QJsonValue value = stage.options.value(option->name);
    if (value.isArray())
        return u"%1 · %2"_s.arg(stage.stage, briefValue(value.toVariant().toStringList().join(u' ')));
    // A program or a path speaks for itself; a word of a few does not.
    const bool speaks = value.isString() && !value.toString().isEmpty() && option->type != OptionType::Choice;
    if (speaks)
        return u"%1 · %2"_s.arg(stage.stage, briefValue(value));
    return u"%1 · %2 %3"_s.arg(stage.stage, option->name, briefValue(value));
}

QString stagePath(int row)
{
    return u"$.stages[%1]"_s.arg(row - 1);
}

QString faultSentence(const PipelineFault &fault, const QString &stagePath)
{
    QString option = fault.path.sliced(qMin(stagePath.size(), fault.path.size()));
    if (option.startsWith(u'.'))
        option.remove(0, 1);
    if (fault.message == missingKeyText(option))
        return StageBriefWords::tr("“%1” must be given.").arg(option);
    if (option.isEmpty() || option == "stage"_L1 || fault.message.contains(option))
        return fault.message;
    return u"%1: %2"_s.arg(option, fault.message);
}

int firstDifference(const PipelineDescription &before, const PipelineDescription &now)
{
    const auto [left, right] = std::ranges::mismatch(before.stages, now.stages);
    return static_cast<int>(right - now.stages.begin());
}

} // namespace inflight
