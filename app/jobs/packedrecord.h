// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "jobs/packing.h"

#include <memory>

namespace inflight {

/// A job's record in a third of its room: what many have alike, or what somebody else has as well, is shared,
/// the rest is one piece of bytes that is read again for each look. Immutable; any thread.
class PackedRecord
{
public:
    /// The record, made anew: a microsecond or two.
    [[nodiscard]] JobRecordPtr unpacked() const;
    [[nodiscard]] const HeaderList &headers() const { return m_headers; }
    [[nodiscard]] QString contentType() const;
    [[nodiscard]] std::optional<RecordSpan> span() const;
    [[nodiscard]] const QStringList &stageNames() const { return m_stageNames; }

private:
    friend class RecordPacker;

    QByteArray m_packed;
    QString m_url;
    HeaderList m_requestHeaders;
    HeaderList m_headers;
    QStringList m_stageNames;
    QByteArray m_snippet; ///< of a small body, the body itself
    QByteArray m_output;
    bool m_hasUsualType = true; ///< its content type is what the headers say
};

[[nodiscard]] std::optional<RecordSpan> spanOf(const JobRecord &record);

using PackedRecordPtr = std::shared_ptr<const PackedRecord>;

/// Packs records. Lives on one thread.
class RecordPacker
{
public:
    [[nodiscard]] PackedRecordPtr pack(const JobRecord &record);

private:
    void putAttempt(const AttemptRecord &attempt);
    void putStage(const StageRecord &stage);
    void putFault(const std::optional<Fault> &fault);
    [[nodiscard]] QStringList namesOf(const QList<StageRecord> &stages);

    Packer m_out;
    QStringList m_latestNames; ///< jobs of a run mostly have the same
};

} // namespace inflight
