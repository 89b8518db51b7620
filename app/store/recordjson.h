// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "jobs/statenames.h"
#include "net/redaction.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace inflight {

/// `record` as one line of JSON with its "\n": the object of the contract's section 3, its keys in that
/// order, and after them "method", "wire_bytes", and, where they say something, "redirects", "insecure" and
/// "slow". Each attempt has "started_ms", "duration_ms" and "back_off_ms" after its own. Safe on any thread.
QByteArray recordToJsonLine(const JobRecord &record, Secrets secrets);

/// `headers` as a list of pairs of name and value, secrets and all, for what records have alike.
QByteArray sharedHeaders(const HeaderList &headers);

/// Writes all of a record but its output, secrets and all, for reading it back (store/recordreader.h): the
/// same object without what is null or false and without what is as usual: a "final_url" that is its "url",
/// the method GET, "wire_bytes" that are its "bytes", an attempt that began with the job or waited for
/// nothing, the state of an attempt that succeeded and of a stage that is done, a snippet that is the whole
/// body and is kept beside it. Headers that are kept elsewhere are a number. A value of one thread; for many
/// records, since it keeps its memory.
class JournalRecords
{
public:
    JournalRecords();
    ~JournalRecords();
    Q_DISABLE_COPY_MOVE(JournalRecords)

    /// Longer bodies are no snippets.
    static constexpr qsizetype mostOfSnippet = 500;

    /// What of a record is kept elsewhere.
    struct Beside
    {
        QByteArrayView body;                  ///< empty: none is
        std::optional<qint64> headers;        ///< their number
        std::optional<qint64> requestHeaders; ///< the same of the request
    };
    [[nodiscard]] QByteArray write(const JobRecord &record, const Beside &beside);
    [[nodiscard]] QByteArray write(const JobRecord &record) { return write(record, Beside{}); }

private:
    class Writer;
    std::unique_ptr<Writer> m_writer;
};

} // namespace inflight
