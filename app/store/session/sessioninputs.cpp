// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessioninputs.h"

#include <QSqlError>
#include <QVariant>

#include "store/jsonwriter.h"
#include "store/session/sessionjson.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Without what few lists have.
bool isPlain(const JobInput &input)
{
    return input.name.isEmpty() && input.listed == 0;
}

bool isAlike(const JobInput &left, const JobInput &right)
{
    return left.request == right.request && left.parent == right.parent && left.depth == right.depth &&
           left.firstStage == right.firstStage && isPlain(left) == isPlain(right);
}

void addTo(JsonWriter &urls, const JobInput &input)
{
    if (isPlain(input)) {
        urls.value(QStringView(input.url));
        return;
    }
    urls.beginArray();
    urls.value(QStringView(input.url));
    urls.value(QStringView(input.name));
    urls.value(static_cast<qint64>(input.listed));
    urls.endArray();
}

} // namespace

SessionInputs::SessionInputs(SessionDatabase &database, KnownRequests &known)
    : m_database(database)
    , m_known(known)
    // Many at once: every value that is bound costs a microsecond.
    , m_plain(database.prepared(u"INSERT OR REPLACE INTO inputs SELECT key + ?, value, ?, ?, ?, ?, "
                                "NULL, NULL FROM json_each(?)"_s))
    , m_named(database.prepared(
          u"INSERT OR REPLACE INTO inputs SELECT key + ?, json_extract(value, '$[0]'), ?, ?, ?, ?, "
          "nullif(json_extract(value, '$[1]'), ''), nullif(json_extract(value, '$[2]'), 0) "
          "FROM json_each(?)"_s))
    , m_request(database.prepared(u"INSERT INTO requests VALUES (?, ?, ?, ?)"_s))
{}

std::optional<QString> SessionInputs::requestId(const std::shared_ptr<const RequestTemplate> &request,
                                                QVariant &id)
{
    if (!request)
        return std::nullopt;
    const auto known = m_known.ids.constFind(request);
    if (known != m_known.ids.constEnd()) {
        id = *known;
        return std::nullopt;
    }
    id = m_known.next++;
    m_known.ids.insert(request, id.toLongLong());
    QSqlQuery &query = m_request;
    query.bindValue(0, id);
    query.bindValue(1, request->method);
    query.bindValue(2, headersToJson(request->headers));
    query.bindValue(3, request->body.isNull() ? QByteArray("") : request->body);
    return query.exec() ? std::nullopt : std::optional(m_database.faultText(query.lastError()));
}

std::optional<QString> SessionInputs::write(const AcceptedJobs &accepted)
{
    const QList<JobInput> &inputs = accepted.inputs;
    for (qsizetype from = 0, to = 0; from < inputs.size(); from = to) {
        const JobInput &first = inputs.at(from);
        JsonWriter urls;
        urls.beginArray();
        for (; to < inputs.size() && isAlike(inputs.at(to), first); ++to)
            addTo(urls, inputs.at(to));
        urls.endArray();
        if (std::optional<QString> fault =
                writeAlike(accepted.first + static_cast<JobId>(from), first, urls.take()))
            return fault;
    }
    return std::nullopt;
}

/// Inputs from `id` on that are as `first` is, but for their URLs, names and places.
std::optional<QString> SessionInputs::writeAlike(JobId id, const JobInput &first, const QByteArray &urls)
{
    QVariant request;
    if (std::optional<QString> fault = requestId(first.request, request))
        return fault;
    QSqlQuery &query = isPlain(first) ? m_plain : m_named;
    query.bindValue(0, id);
    query.bindValue(1, request);
    query.bindValue(2, first.parent ? QVariant(*first.parent) : QVariant());
    query.bindValue(3, first.depth);
    query.bindValue(4, first.firstStage);
    query.bindValue(5, QString::fromUtf8(urls));
    return query.exec() ? std::nullopt : std::optional(m_database.faultText(query.lastError()));
}

} // namespace inflight
