// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QMutex>

#include <map>
#include <set>

#include "pipeline/append/appendfile.h"
#include "pipeline/append/appendtrail.h"
#include "pipeline/registry.h"
#include "pipeline/stage.h"

namespace inflight {

/// Adds the values of all jobs to one file: JSON Lines, CSV or SQLite. There is one writer, whoever brings
/// something; in order of input, results wait (on the disk when they are large) until all jobs before theirs
/// have ended. A job that is run again adds its values again; one that a crash kept from ending does not. A
/// run that is gone on with adds to its own file, whatever is to become of others. Fault write, or transform
/// for a value that does not fit.
class AppendStage final : public CpuStage
{
public:
    static constexpr QLatin1StringView stageName{"append"};
    /// `addsSource`: each value gets the job's URL as "_url".
    AppendStage(AppendTarget target, bool inOrder, bool addsSource);
    ~AppendStage() override;

    [[nodiscard]] QLatin1StringView name() const override { return stageName; }
    [[nodiscard]] Outcome<StageResult> run(Payload payload, const StageContext &context) const override;
    [[nodiscard]] bool ownsNotes(const QString &file) const override;
    [[nodiscard]] bool keepNotes(const StageNotes &notes) const override;
    void jobEnded(quint32 job) const override;
    void jobAgain(quint32 job) const override;
    [[nodiscard]] Outcome<Done> settle() const override;

    /// Writes the rows that wait in the trail `notes`, of a pipeline that the run has no more, to the file
    /// that they were for, and removes the trail. Nothing happens to a file that is none. Blocks.
    [[nodiscard]] static Outcome<Done> writeLeft(const QString &notes);

private:
    [[nodiscard]] std::optional<QString> openOnce() const;
    [[nodiscard]] bool isNew(quint32 job, const Payload &payload) const;
    [[nodiscard]] std::optional<QString> hold(quint32 job, const Payload &payload) const;
    [[nodiscard]] std::optional<QString> write(const Payload &payload, const StageContext &context) const;
    [[nodiscard]] std::optional<QString> writeDue() const;
    [[nodiscard]] std::optional<QString> syncNowAndThen() const;

    AppendTarget m_target;
    bool m_inOrder;
    bool m_addsSource;
    mutable StageNotes m_notes;
    mutable QMutex m_writing; ///< of the file and what waits for it
    mutable std::unique_ptr<AppendFile> m_file;
    mutable std::optional<QString> m_fault; ///< the file cannot be written: said to every job
    mutable AppendTrail m_trail;
    mutable std::map<quint32, Payload> m_held; ///< values and URL of those that wait for their turn
    mutable QElapsedTimer m_sinceSync;
    mutable QMutex m_ending;                ///< never held while anything is written
    mutable std::set<quint32> m_endedLater; ///< ended jobs with ids over m_next
    mutable quint32 m_next = 0;             ///< the first job that has never ended
    mutable std::set<quint32> m_again;      ///< those that ended and are on their way once more
};

/// Its entry in the registry.
[[nodiscard]] StageKind appendKind();

} // namespace inflight
