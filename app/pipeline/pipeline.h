// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/stage.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace inflight {

/// Where and why a pipeline description is refused.
struct PipelineFault
{
    QString path;    ///< JSON path of the fault, such as "$.stages[1].ms"
    QString message; ///< a translated sentence
};

/// One stage as a pipeline file writes it.
struct StageDescription
{
    QString stage;
    QJsonObject options; ///< all keys but "stage", common ones included
    friend bool operator==(const StageDescription &, const StageDescription &) = default;
};

/// A pipeline as data: what files hold and the editor edits. Need not be valid.
struct PipelineDescription
{
    QString name;
    QList<StageDescription> stages;

    /// As a pipeline file (contract, section 4), for people to read.
    [[nodiscard]] QByteArray toJson() const;
    friend bool operator==(const PipelineDescription &, const PipelineDescription &) = default;
};

/// How many jobs a stage takes at once and what becomes of those it fails.
struct StageSettings
{
    std::optional<int> workers; ///< nothing: as many as it gets
    std::optional<int> queue;   ///< nothing: as the engine sees fit
    OnError onError = OnError::Fail;
};

/// An immutable list of stages; `fetch` comes before them and is not in it. Shared between threads by
/// shared_ptr<const Pipeline>.
class Pipeline
{
public:
    Pipeline(PipelineDescription description, std::vector<std::unique_ptr<const Stage>> stages,
             std::vector<StageSettings> settings);

    [[nodiscard]] const QString &name() const { return m_description.name; }
    [[nodiscard]] const PipelineDescription &description() const { return m_description; }
    [[nodiscard]] const std::vector<std::unique_ptr<const Stage>> &stages() const { return m_stages; }
    [[nodiscard]] const StageSettings &settings(std::size_t stage) const { return m_settings[stage]; }
    /// "fetch" and then the names of the stages, in order: one segment of the strip each.
    [[nodiscard]] const QStringList &stageNames() const { return m_stageNames; }

private:
    PipelineDescription m_description;
    std::vector<std::unique_ptr<const Stage>> m_stages;
    std::vector<StageSettings> m_settings;
    QStringList m_stageNames;
};

/// What a pipeline is built with beside its description.
struct PipelineOptions
{
    QString saveDir; ///< --save-dir; empty: the inspect pipeline has no save stage
};

using PipelineOrFault = std::variant<std::shared_ptr<const Pipeline>, PipelineFault>;

/// The built-in pipelines' names, the default ("inspect") first.
QStringList builtInPipelineNames();
/// The built-in pipeline called `name`.
PipelineOrFault builtInPipeline(const QString &name, const PipelineOptions &options);

/// A pipeline file's content (contract, section 4) as data; only its form is looked at.
std::variant<PipelineDescription, PipelineFault> readPipeline(const QByteArray &json);
/// The pipeline that `description` describes, refused with the JSON path of the first fault: a stage that
/// there is none of, an option that is missing, unknown or wrong, two stages that do not fit.
PipelineOrFault buildPipeline(const PipelineDescription &description, const PipelineOptions &options);
/// Every fault of `description`, in its order: for the editor.
QList<PipelineFault> pipelineFaults(const PipelineDescription &description);
/// Both: readPipeline() and buildPipeline().
PipelineOrFault parsePipeline(const QByteArray &json, const PipelineOptions &options);

} // namespace inflight
