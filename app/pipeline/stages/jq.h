// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMutex>

#include <memory>
#include <vector>

#include "pipeline/process/jqworker.h"
#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// A jq program (https://jqlang.github.io/jq/manual/v1.6/) on each value, in workers of their own, bounded in
/// time and memory: compiled once a worker, and a worker serves one job after the other. Fault transform,
/// with the number of the value and jq's words.
class JqStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"jq"};
    /// `slurp`: all values of a job as one list.
    JqStage(JqProgram program, bool slurp)
        : m_program(std::move(program))
        , m_slurp(slurp)
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    class Run;
    [[nodiscard]] std::variant<std::unique_ptr<JqWorker>, QString> takeWorker() const;
    void giveBack(std::unique_ptr<JqWorker> worker) const;

    JqProgram m_program;
    bool m_slurp;
    mutable QMutex m_mutex;
    mutable std::vector<std::unique_ptr<JqWorker>> m_idle; ///< guarded by m_mutex
};

/// Its entry in the registry.
[[nodiscard]] StageKind jqKind();

} // namespace inflight
