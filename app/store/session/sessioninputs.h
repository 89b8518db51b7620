// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "store/session/sessiondatabase.h"

#include <QHash>
#include <QSqlQuery>

#include <memory>
#include <optional>

namespace inflight {

/// What a session's table of requests has.
struct KnownRequests
{
    QHash<std::shared_ptr<const RequestTemplate>, qint64> ids;
    qint64 next = 0;
};

/// Writes inputs and what they send into an open session, within the transaction of its caller. Lives on one
/// thread, as `database` does.
class SessionInputs
{
public:
    /// Both must outlive it; what it writes of requests is added to `known`.
    SessionInputs(SessionDatabase &database, KnownRequests &known);

    /// A translated sentence when they could not be written.
    [[nodiscard]] std::optional<QString> write(const AcceptedJobs &accepted);

private:
    [[nodiscard]] std::optional<QString> writeAlike(JobId id, const JobInput &first, const QByteArray &urls);
    [[nodiscard]] std::optional<QString> requestId(const std::shared_ptr<const RequestTemplate> &request,
                                                   QVariant &id);

    SessionDatabase &m_database;
    KnownRequests &m_known;
    QSqlQuery m_plain;
    QSqlQuery m_named; ///< of those that have a name or a place in a list
    QSqlQuery m_request;
};

} // namespace inflight
