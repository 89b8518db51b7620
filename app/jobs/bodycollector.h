// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/partialbody.h"
#include "net/request.h"
#include "pipeline/body.h"

namespace inflight {

/// Takes an answer's body off the network into a Body, at most `maxSize` bytes of it; where the rest of a
/// partial body was asked for and comes, on into that. The body of a redirect is passed over.
class BodyCollector final : public BodySink
{
public:
    /// `asked`: the partial body whose rest was asked for, or null; must outlive this. `place`: where a large
    /// body that could be gone on with is written to (BodyWriter), empty for nowhere in particular.
    BodyCollector(qint64 maxSize, PartialBody *asked, QString place = {});

    [[nodiscard]] std::optional<Fault> begin(const ResponseHead &head) override;
    [[nodiscard]] std::optional<Fault> write(QByteArrayView piece) override;

    /// Whether what comes is the rest that was asked for.
    [[nodiscard]] bool continues() const { return m_continues; }
    /// Whether it is another part than what was asked for: the transfer was stopped.
    [[nodiscard]] bool contradicts() const { return m_contradicts; }
    /// Where the rest begins; 0 where it is no rest.
    [[nodiscard]] qint64 resumedFrom() const { return m_resumedFrom; }
    /// What came so far when it is no rest.
    [[nodiscard]] BodyWriter &writer() { return m_writer; }
    /// What takes the body in, a rest too.
    [[nodiscard]] BodyWriter &present() { return m_continues ? m_asked->writer() : m_writer; }

private:
    qint64 m_maxSize;
    PartialBody *m_asked;
    QString m_place;
    BodyWriter m_writer;
    qint64 m_resumedFrom = 0;
    bool m_discard = false;
    bool m_continues = false;
    bool m_contradicts = false;
};

} // namespace inflight
