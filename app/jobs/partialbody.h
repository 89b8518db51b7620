// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/bodypart.h"
#include "net/request.h"
#include "pipeline/body.h"

#include <memory>

namespace inflight {

/// What came of a body whose transfer broke off, and what it takes to go on with it: the rest is asked for by
/// Range, on the condition (If-Range) that it still is of the same representation (RFC 9110, sections 13.1.5
/// and 14.2). Lives on the engine's thread.
class PartialBody
{
    Q_DISABLE_COPY_MOVE(PartialBody)

public:
    /// Whether what comes of the answer to `request` could be gone on with: a GET without a range of a
    /// person's.
    [[nodiscard]] static bool isPossibleFor(const Request &request);
    /// Whether what comes of the answer `head` could: whole, of a server that does ranges, and says what
    /// would tell another representation.
    [[nodiscard]] static bool isPossibleFor(const ResponseHead &head);
    /// Takes what `writer` has of the answer `head` to `request`; null, and nothing taken, where it cannot be
    /// gone on with.
    static std::unique_ptr<PartialBody> of(const Request &request, const ResponseHead &head,
                                           BodyWriter &writer);

    /// What an earlier process, or an earlier try, left in its file; null when there is nothing.
    static std::unique_ptr<PartialBody> reopen(const BodyPart &part, qint64 maxSize);

    /// Makes `request` ask for the rest, where it is for the same resource; false, and nothing done, where it
    /// is not.
    [[nodiscard]] bool askForRest(Request &request) const;
    /// Whether `head` begins just the rest that was asked for; expects its end from then on.
    [[nodiscard]] bool isContinuedBy(const ResponseHead &head);

    [[nodiscard]] BodyWriter &writer() { return m_writer; }
    [[nodiscard]] const ResponseHead &head() const { return m_head; }
    [[nodiscard]] qint64 size() const { return m_writer.size(); }
    /// How many bytes it has when it is whole; -1: not known.
    [[nodiscard]] qint64 wholeSize() const { return m_wholeSize; }
    /// The answer that it came with as if it were of the whole body, `rest` being the one that completed it
    /// (RFC 9111, section 3.4).
    [[nodiscard]] ResponseHead completeHead(const ResponseHead &rest) const;

private:
    PartialBody(QUrl url, ResponseHead head, QByteArray validator, BodyWriter writer);

    QUrl m_url;
    ResponseHead m_head;
    QByteArray m_validator;
    BodyWriter m_writer;
    qint64 m_wholeSize;
};

} // namespace inflight
