// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

#include "pipeline/nameregistry.h"
#include "pipeline/pathtemplate.h"
#include "pipeline/registry.h"
#include "pipeline/savetrail.h"
#include "pipeline/stage.h"

namespace inflight {

/// Writes what comes (the body as it was received and decoded, or what stages made of it) to a file of its
/// own in FOLDER: at HOST/NAME with names made by safename.h, or by a template. A file appears whole or not
/// at all. Nothing that is there is ever overwritten, be it another job's, from an earlier run or another
/// program's: the name gets a number instead. The file that the same job left with the same content when its
/// process was killed is its file. Folders are made as needed; a link among them that leads out of
/// FOLDER is refused. A large body that nobody reads afterwards is not copied but becomes the file; of the
/// payload's only the beginning stays then. Faults: write, with path and reason; transform where a template's
/// pointer leads nowhere.
class SaveStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"save"};
    /// `folder` may be relative to the present working directory.
    explicit SaveStage(const QString &folder, std::optional<PathTemplate> path = std::nullopt);

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;
    [[nodiscard]] QString fileFolder() const override { return m_root; }
    [[nodiscard]] bool ownsNotes(const QString &file) const override { return SaveTrail::isTrail(file); }
    [[nodiscard]] bool keepNotes(const StageNotes &notes) const override;
    void jobEnded(quint32 job) const override { m_trail.jobEnded(job); }

private:
    class Run;
    /// The path that was written.
    [[nodiscard]] Outcome<QString> save(const Body &body, const QString &path,
                                        const StageContext &context) const;

    QString m_root; ///< absolute; no QDir, which is not safe to share
    std::optional<PathTemplate> m_path;
    // Both have locks of their own.
    mutable NameRegistry m_names;
    mutable SaveTrail m_trail;
};

/// Its entry in the registry.
[[nodiscard]] StageKind saveKind();

} // namespace inflight
