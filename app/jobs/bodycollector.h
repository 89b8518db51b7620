// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/partialbody.h"
#include "jobs/writebehind.h"
#include "net/request.h"
#include "pipeline/body.h"

namespace inflight {

/// Takes an answer's body off the network into a Body, at most `maxSize` bytes of it; where the rest of a
/// partial body was asked for and comes, on into that. The body of a redirect is passed over. Lives on the
/// executor's thread.
class BodyCollector final : public BodySink
{
public:
    /// The threads it works with; all outlive it.
    struct Threads
    {
        Executor &executor;
        QThreadPool &disk;
    };
    /// `asked`: the partial body whose rest was asked for, or null; must outlive this. `place`: where a large
    /// body that could be gone on with is written to.
    BodyCollector(Threads threads, qint64 maxSize, PartialBody *asked, PartPlace place = {});

    /// Where a large body that comes without coding is to become a file (BodyWriter::spillTo()); empty:
    /// nowhere. Before begin().
    void spillTo(const QString &folder) { m_folder = folder; }

    [[nodiscard]] std::optional<Fault> begin(const ResponseHead &head) override;
    [[nodiscard]] std::optional<Fault> write(const QByteArray &piece) override;
    [[nodiscard]] bool isFull() const override { return m_behind && m_behind->isFull(); }

    /// Waits until all that came is with the writer, which is not to be used before. Once the transfer is
    /// over, always. Fault write or too_large when it could not take everything.
    QCoro::Task<Outcome<Done>> settle();
    /// How much of the body is with the writer so far, what of it was there before included, and the path of
    /// the file that it is in (BodyWriter::file()).
    [[nodiscard]] qint64 written() const;
    [[nodiscard]] QString file() const;

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
    [[nodiscard]] const BodyWriter &present() const { return m_continues ? m_asked->writer() : m_writer; }

    Threads m_threads;
    qint64 m_maxSize;
    PartialBody *m_asked;
    PartPlace m_place;
    QString m_folder;
    BodyWriter m_writer;
    std::optional<WriteBehind> m_behind; ///< once it is large
    qint64 m_taken = 0;                  ///< bytes that came
    qint64 m_resumedFrom = 0;
    bool m_discard = false;
    bool m_continues = false;
    bool m_contradicts = false;
};

} // namespace inflight
