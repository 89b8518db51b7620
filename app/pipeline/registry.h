// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>

#include <QAnyStringView>
#include <QFlags>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include "pipeline/pipeline.h"
#include "pipeline/stage.h"
#include "pipeline/stageoption.h"

namespace inflight {

/// What stands between two stages.
enum class Data : quint8 {
    Bytes = 1, ///< any bytes, text in whatever character set among them: what fetch gives
    Text = 2,  ///< a document as UTF-8
    Values = 4 ///< JSON values, one or many
};
Q_DECLARE_FLAGS(DataKinds, Data)
Q_DECLARE_OPERATORS_FOR_FLAGS(DataKinds)

/// For a person: "bytes", "text", "JSON values".
[[nodiscard]] QString dataText(Data data);

/// What is wrong with a stage's options beside their types: a program that does not compile, two that exclude
/// each other.
struct OptionFault
{
    QLatin1StringView option; ///< whose value it is
    QString message;          ///< translated sentence
    QString below = {};       ///< where in that value, as the rest of a JSON path: "[1]", ".name"
};

/// A stage that pipelines can be made of.
struct StageKind
{
    using Factory = std::unique_ptr<const Stage> (*)(const OptionValues &values,
                                                     const PipelineOptions &options);
    using Check = std::optional<OptionFault> (*)(const OptionValues &values);
    using Gives = Data (*)(const OptionValues &values, Data taken);

    QLatin1StringView name;
    QString description; ///< translated, one line without a full stop
    QList<StageOption> options;
    Factory make = nullptr;
    DataKinds takes = {Data::Bytes, Data::Text, Data::Values};
    Gives gives = nullptr; ///< null: what it takes
    Check check = nullptr; ///< called once all types are right; null: nothing more to check
};

/// All of them, in the order they are listed to people. To add a stage, write its file with a function that
/// gives its kind, and add that function's line in registry.cpp: pipeline files, --list-stages, --describe,
/// the README's reference and the editor know it from then on.
[[nodiscard]] const QList<StageKind> &stageKinds();
/// The stage called `name`; null when there is none.
[[nodiscard]] const StageKind *stageKind(QAnyStringView name);
/// What every stage takes beside its own options: workers, queue, on_error.
[[nodiscard]] const QList<StageOption> &commonOptions();

} // namespace inflight
