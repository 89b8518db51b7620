// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// What a command stage runs.
struct CommandRules
{
    QStringList run; ///< the program and its arguments; no shell
    int timeoutMs = 0;
    int exitCode = 0; ///< the good one
    QByteArray type;  ///< media type of what it writes
};

/// Hands what comes to an external program and takes what it writes to its standard output; its standard
/// error is kept for people. Bounded in time and output; cancelled, its whole process group goes. Fault
/// command.
class CommandStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"command"};
    explicit CommandStage(CommandRules rules)
        : m_rules(std::move(rules))
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;
    [[nodiscard]] bool blocks() const override { return true; }

private:
    CommandRules m_rules;
};

/// Its entry in the registry.
[[nodiscard]] StageKind commandKind();

} // namespace inflight
