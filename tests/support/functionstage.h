// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/pipeline.h"

#include <functional>
#include <utility>

namespace inflight {

/// A stage that does what a test says. `run` is called on pool threads, from many jobs at once.
class FunctionStage final : public CpuStage
{
public:
    using Run = std::function<Outcome<StageResult>(Payload payload, const StageContext &context)>;

    explicit FunctionStage(Run run)
        : m_run(std::move(run))
    {}

    [[nodiscard]] QLatin1StringView name() const override { return QLatin1StringView("test"); }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override
    {
        return m_run(std::move(payload), context);
    }
    [[nodiscard]] QUrl beside(const Payload &payload) const override
    {
        return besideSuffix.isEmpty() ? QUrl() : QUrl(payload.url.toString() + besideSuffix);
    }
    void jobEnded(quint32 job) const override
    {
        if (onJobEnded)
            onJobEnded(job);
    }
    [[nodiscard]] Outcome<Done> settle() const override { return onSettle ? onSettle() : Done{}; }

    QString besideSuffix;
    std::function<void(quint32)> onJobEnded;
    std::function<Outcome<Done>()> onSettle;

private:
    Run m_run;
};

/// One stage of a pipeline made by hand.
struct HandMadeStage
{
    std::unique_ptr<const Stage> stage;
    StageSettings settings = {};
    QString description = QStringLiteral("test"); ///< two stages with the same one count as the same
};

template <typename... Stages>
std::shared_ptr<const Pipeline> handMadePipeline(Stages... made)
{
    PipelineDescription description{QStringLiteral("by hand"), {}};
    std::vector<std::unique_ptr<const Stage>> stages;
    std::vector<StageSettings> settings;
    const auto add = [&](HandMadeStage each) {
        description.stages.append({each.description, {}});
        stages.push_back(std::move(each.stage));
        settings.push_back(each.settings);
    };
    (add(std::move(made)), ...);
    return std::make_shared<const Pipeline>(description, std::move(stages), std::move(settings));
}

/// A stage that hands the payload on after `look` had a look at it.
inline std::unique_ptr<FunctionStage> lookingStage(std::function<void(const Payload &)> look)
{
    return std::make_unique<FunctionStage>([look = std::move(look)](Payload payload, const StageContext &) {
        look(payload);
        return Outcome<StageResult>(StageResult{std::move(payload), QStringLiteral("looked")});
    });
}

/// A stage that makes its body, one JSON value, the payload's value.
inline std::unique_ptr<FunctionStage> valueStage()
{
    return std::make_unique<FunctionStage>([](Payload payload, const StageContext &) {
        payload.setValues(payload.body, 1);
        return Outcome<StageResult>(StageResult{std::move(payload), {}});
    });
}

} // namespace inflight
