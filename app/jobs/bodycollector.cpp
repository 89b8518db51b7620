// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/bodycollector.h"

#include "net/redirect.h"

#include <QCoreApplication>
#include <QLocale>

namespace inflight {

BodyCollector::BodyCollector(qint64 maxSize)
    : m_maxSize(maxSize)
    , m_writer(maxSize)
{}

std::optional<Fault> BodyCollector::begin(const ResponseHead &head)
{
    m_discard = isRedirect(head.status);
    if (m_discard || head.contentLength <= m_maxSize)
        return std::nullopt;
    const QLocale locale;
    return Fault{
        FaultClass::TooLarge,
        {},
        QCoreApplication::translate("inflight::BodyCollector",
                                    "The server announces %1, more than the %2 that --max-size allows.")
            .arg(locale.formattedDataSize(head.contentLength), locale.formattedDataSize(m_maxSize))};
}

std::optional<Fault> BodyCollector::write(QByteArrayView piece)
{
    return m_discard ? std::nullopt : m_writer.append(piece);
}

} // namespace inflight
