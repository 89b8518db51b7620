// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

namespace inflight {

class PackedRecord;
struct JobRecord;

/// From when to when, in milliseconds since the epoch (UTC).
struct RecordSpan
{
    qint64 beginMs = 0;
    qint64 endMs = 0;
};

/// A job's record for whoever wants to look at it: as it is, packed once the job has ended and is kept, or
/// none. A value; any thread.
class KeptRecord
{
public:
    KeptRecord() = default;
    KeptRecord(std::shared_ptr<const JobRecord> record) // NOLINT(google-explicit-constructor)
        : m_record(std::move(record))
    {}
    KeptRecord(std::shared_ptr<const PackedRecord> packed) // NOLINT(google-explicit-constructor)
        : m_record(std::move(packed))
    {}

    explicit operator bool() const;
    /// Null where there is none. A packed one is made anew for each call, in a microsecond or two: ask once.
    [[nodiscard]] std::shared_ptr<const JobRecord> get() const;
    [[nodiscard]] bool isPacked() const;

    // Of a record that is there, without making it anew.
    [[nodiscard]] const HeaderList &headers() const;
    [[nodiscard]] QString contentType() const;
    [[nodiscard]] QStringList stageNames() const;
    /// From its start, or the first attempt's where that was earlier, to its end; nothing when it never
    /// began.
    [[nodiscard]] std::optional<RecordSpan> span() const;

    /// The same one, not one that is alike.
    friend bool operator==(const KeptRecord &, const KeptRecord &) = default;

private:
    std::variant<std::shared_ptr<const JobRecord>, std::shared_ptr<const PackedRecord>> m_record;
};

} // namespace inflight
