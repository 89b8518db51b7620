// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/bodycollector.h"

#include "net/codings.h"
#include "net/redirect.h"
#include "pipeline/coding/contentcoding.h"

#include <QCoreApplication>
#include <QLocale>

namespace inflight {

namespace {

struct BodyCollectorText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::BodyCollector)
};

} // namespace

BodyCollector::BodyCollector(Threads threads, qint64 maxSize, PartialBody *asked, PartPlace place)
    : m_threads(threads)
    , m_maxSize(maxSize)
    , m_asked(asked)
    , m_place(std::move(place))
    , m_writer(maxSize)
{}

std::optional<Fault> BodyCollector::begin(const ResponseHead &head)
{
    m_discard = isRedirect(head.status);
    if (m_asked && head.status == 206) {
        m_continues = m_asked->isContinuedBy(head);
        m_contradicts = !m_continues;
        if (m_contradicts)
            return Fault{
                FaultClass::Protocol,
                {},
                BodyCollectorText::tr("The server sent another part of the body than it was asked for.")};
        m_resumedFrom = m_asked->size();
    }
    if (!m_place.folder.isEmpty() && PartialBody::isPossibleFor(head))
        m_writer = BodyWriter(m_maxSize, m_place.path());
    // What is still coded is not what is saved, and nobody asks for its digest.
    if (contentCodings(appliedCodings(head.headers)).isEmpty()) {
        m_writer.takeSha256();
        m_writer.spillTo(m_folder);
    }
    const qint64 announced = head.contentLength < 0 ? -1 : m_resumedFrom + head.contentLength;
    if (m_discard)
        return std::nullopt;
    if (announced <= m_maxSize) {
        present().expect(announced);
        return std::nullopt;
    }
    const QLocale locale;
    return Fault{FaultClass::TooLarge,
                 {},
                 BodyCollectorText::tr("The server announces %1, more than the %2 that --max-size allows.")
                     .arg(locale.formattedDataSize(announced), locale.formattedDataSize(m_maxSize))};
}

std::optional<Fault> BodyCollector::write(const QByteArray &piece)
{
    if (m_discard)
        return std::nullopt;
    m_taken += piece.size();
    // Judged here: what is written behind would say so late.
    if (m_resumedFrom + m_taken > m_maxSize)
        return bodyTooLarge(m_maxSize);
    if (!m_behind && present().hasRoomInMemory(piece.size()))
        return present().append(piece);
    if (!m_behind)
        m_behind.emplace(m_threads.executor, m_threads.disk, present(), [this] { tellRoom(); });
    m_behind->append(piece);
    return m_behind->fault();
}

QCoro::Task<Outcome<Done>> BodyCollector::settle()
{
    if (m_behind) {
        co_await m_behind->settle();
        if (m_behind->fault())
            co_return Outcome<Done>(*m_behind->fault());
    }
    co_return Outcome<Done>(Done());
}

qint64 BodyCollector::written() const
{
    return m_behind ? m_behind->written() : present().size();
}

QString BodyCollector::file() const
{
    return m_behind ? m_behind->file() : present().file();
}

} // namespace inflight
