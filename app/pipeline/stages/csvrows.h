// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// How a csv stage reads.
struct CsvRules
{
    bool header = true;    ///< the first row names the columns, and rows become objects; else lists
    char separator = '\0'; ///< 0: what the first row suggests
    bool numbers = false;  ///< what is a JSON number becomes one
};

/// Reads a body as CSV (RFC 4180), one value a row, a row at a time: any number of them in little memory.
/// Fault parse, with the line, for a row of another width than the first and for a quote that does not end.
class CsvStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"csv"};
    explicit CsvStage(CsvRules rules)
        : m_rules(rules)
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    CsvRules m_rules;
};

/// Its entry in the registry.
[[nodiscard]] StageKind csvKind();

} // namespace inflight
