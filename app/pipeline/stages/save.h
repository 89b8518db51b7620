// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include "pipeline/nameregistry.h"
#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Writes a body (content coding removed, character set as it came) to FOLDER/HOST/NAME, with names made by
/// safename.h. A file appears whole or not at all. Nothing that is there is ever overwritten, be it another
/// job's, from an earlier run or another program's: the name gets a number instead. Folders are made as
/// needed; a link among them that leads out of FOLDER is refused. Fault write, with path and reason.
class SaveStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"save"};
    /// `folder` may be relative to the present working directory.
    explicit SaveStage(const QString &folder);

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;

private:
    [[nodiscard]] Outcome<StageResult> save(Payload payload, const QString &folder,
                                            const StageContext &context) const;

    QString m_root;               ///< absolute; no QDir, which is not safe to share
    mutable NameRegistry m_names; ///< has a lock of its own
};

/// Its entry in the registry.
[[nodiscard]] StageKind saveKind();

} // namespace inflight
