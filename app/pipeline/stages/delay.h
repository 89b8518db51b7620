// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Does nothing for a while: for demonstrations and tests.
class DelayStage final : public WaitStage
{
public:
    static constexpr QLatin1StringView stageName{"delay"};
    explicit DelayStage(std::chrono::milliseconds duration)
        : m_duration(duration)
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] std::chrono::milliseconds duration() const override { return m_duration; }

private:
    std::chrono::milliseconds m_duration;
};

/// Its entry in the registry.
[[nodiscard]] StageKind delayKind();

} // namespace inflight
