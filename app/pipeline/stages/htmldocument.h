// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include "pipeline/markup/links.h"
#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// How an html stage reads.
struct HtmlRules
{
    bool strict = false;          ///< what browsers pass over is a fault
    std::optional<LinkSet> links; ///< these become the values; nothing: the page goes on as text
};

/// Reads a body as HTML, tolerantly as browsers do, and hands it on, or its links as values. Fault parse for
/// a page past the limits of Document and, where it is strict, with line and column.
class HtmlStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"html"};
    explicit HtmlStage(HtmlRules rules)
        : m_rules(rules)
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    HtmlRules m_rules;
};

/// Its entry in the registry.
[[nodiscard]] StageKind htmlKind();

} // namespace inflight
