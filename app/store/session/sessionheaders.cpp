// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessionheaders.h"

#include <QSqlError>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace inflight {

SessionHeaders::SessionHeaders(SessionDatabase &database, KnownHeaders &known)
    : m_database(database)
    , m_known(known)
    , m_insert(database.prepared(u"INSERT INTO headers VALUES (?, ?)"_s))
{}

std::optional<QString> SessionHeaders::share(const JobRecord &record, JournalRecords::Beside &beside)
{
    if (std::optional<QString> fault = find(record.headers, m_known.latestAnswer, beside.headers))
        return fault;
    return find(record.requestHeaders, m_known.latestRequest, beside.requestHeaders);
}

std::optional<QString> SessionHeaders::find(const HeaderList &headers, KnownHeaders::Latest &latest,
                                            std::optional<qint64> &number)
{
    if (headers.isEmpty())
        return std::nullopt;
    if (headers == latest.headers) {
        number = latest.number;
        return std::nullopt;
    }
    const auto known = m_known.numbers.find(headers);
    if (known == m_known.numbers.end()) {
        if (m_known.numbers.size() >= mostKnown)
            m_known.numbers.clear();
        m_known.numbers.insert(headers, std::nullopt);
        return std::nullopt;
    }
    if (!known.value()) {
        known.value() = m_known.next++;
        m_insert.bindValue(0, *known.value());
        m_insert.bindValue(1, sharedHeaders(headers));
        if (!m_insert.exec())
            return m_database.faultText(m_insert.lastError());
    }
    number = known.value();
    latest = {headers, *number};
    return std::nullopt;
}

} // namespace inflight
