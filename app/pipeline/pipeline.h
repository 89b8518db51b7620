// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/stage.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <variant>
#include <vector>

namespace inflight {

/// Where and why a pipeline description is refused.
struct PipelineFault
{
    QString path;    ///< JSON path of the fault, such as "$.stages[1].ms"
    QString message; ///< a translated sentence
};

/// An immutable list of stages; `fetch` comes before them and is not in it. Shared between threads by
/// shared_ptr<const Pipeline>.
class Pipeline
{
public:
    Pipeline(QString name, std::vector<std::unique_ptr<const Stage>> stages);

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const std::vector<std::unique_ptr<const Stage>> &stages() const { return m_stages; }
    /// "fetch" and then the names of the stages, in order: one segment of the strip each.
    [[nodiscard]] QStringList stageNames() const;

private:
    QString m_name;
    std::vector<std::unique_ptr<const Stage>> m_stages;
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
/// A pipeline file's content (contract, section 4), refused with the JSON path of the first fault.
PipelineOrFault parsePipeline(const QByteArray &json, const PipelineOptions &options);

} // namespace inflight
