// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/bodycollector.h"

#include "net/redirect.h"

#include <QCoreApplication>
#include <QLocale>

namespace inflight {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(inflight::BodyCollector)
};

} // namespace

BodyCollector::BodyCollector(qint64 maxSize, PartialBody *asked, QString place)
    : m_maxSize(maxSize)
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
            return Fault{FaultClass::Protocol,
                         {},
                         Text::tr("The server sent another part of the body than it was asked for.")};
        m_resumedFrom = m_asked->size();
    }
    if (!m_place.isEmpty() && PartialBody::isPossibleFor(head))
        m_writer = BodyWriter(m_maxSize, m_place);
    const qint64 announced = head.contentLength < 0 ? -1 : m_resumedFrom + head.contentLength;
    if (m_discard || announced <= m_maxSize)
        return std::nullopt;
    const QLocale locale;
    return Fault{FaultClass::TooLarge,
                 {},
                 Text::tr("The server announces %1, more than the %2 that --max-size allows.")
                     .arg(locale.formattedDataSize(announced), locale.formattedDataSize(m_maxSize))};
}

std::optional<Fault> BodyCollector::write(QByteArrayView piece)
{
    if (m_discard)
        return std::nullopt;
    return present().append(piece);
}

} // namespace inflight
