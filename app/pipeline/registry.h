// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <memory>
#include <optional>

#include <QAnyStringView>
#include <QHash>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QList>
#include <QString>

#include "pipeline/pipeline.h"

namespace inflight {

/// One option of a stage, as pipeline files give it. So far all options are whole numbers.
struct StageOption
{
    QLatin1StringView name;
    QString description; ///< translated
    qint64 minimum = 0;
    qint64 maximum = 0;
    std::optional<qint64> defaultValue; ///< nothing: the option is required
};

/// The values of a stage's options, by name: each option that has no default is there.
using StageOptionValues = QHash<QString, qint64>;

/// A stage that pipelines can be made of.
struct StageKind
{
    using Factory = std::unique_ptr<const Stage> (*)(const StageOptionValues &values,
                                                     const PipelineOptions &options);

    QLatin1StringView name;
    QString description; ///< translated, one line
    QList<StageOption> options;
    Factory make = nullptr;
};

/// All of them, in the order they are listed to people. To add a stage, add its line here: pipeline files,
/// --list-stages and --describe know it from then on.
[[nodiscard]] QList<StageKind> stageKinds();
/// The stage called `name`; nothing when there is none.
[[nodiscard]] std::optional<StageKind> stageKind(QAnyStringView name);

} // namespace inflight
