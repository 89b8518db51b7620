// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <optional>

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Reads a body as one JSON value (RFC 8259), or as the items of a list in it. Fault parse, with line and
/// column.
class JsonStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"json"};
    /// `items`: the steps to the list whose items become the values; nothing: the whole is one value.
    explicit JsonStage(std::optional<QStringList> items)
        : m_items(std::move(items))
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    std::optional<QStringList> m_items;
};

/// Its entry in the registry.
[[nodiscard]] StageKind jsonKind();

} // namespace inflight
