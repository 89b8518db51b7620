// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QSet>
#include <QStringList>

#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// What a follow stage looks for and how far it goes.
struct FollowRules
{
    QString pointer;         ///< JSON pointer (RFC 6901) to the URL in each value; empty: the value itself
    bool linkHeader = false; ///< the answer's Link header with rel="next" (RFC 8288), too
    bool fromNext = false;   ///< children begin after this stage, and the job that found them ends here
    bool sameOrigin = true;
    int depth = 0; ///< jobs of this depth find no further ones
    int limit = 0; ///< most jobs that a run gets by this stage
};

/// Finds URLs in its values that become jobs of the run: the next page, the items of a list. The values go on
/// as they came. Fault transform where there is something else than a URL.
class FollowStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"follow"};
    explicit FollowStage(FollowRules rules)
        : m_rules(std::move(rules))
    {}

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    FollowRules m_rules;
};

/// Its entry in the registry.
[[nodiscard]] StageKind followKind();

/// The URLs of a Link header's links with rel="next" (RFC 8288, section 3), as written.
[[nodiscard]] QStringList nextLinks(const HeaderList &headers);

} // namespace inflight
