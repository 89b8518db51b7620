// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/bodyparts.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Of a part: what is read or written at once, whatever the size of the body.
constexpr qint64 partBytes = 1024 * 1024;

} // namespace

std::optional<QString> makeBodyParts(SessionDatabase &database)
{
    return database.execute(u"CREATE TABLE IF NOT EXISTS body_parts(sha256 TEXT, part INTEGER, "
                            "bytes BLOB NOT NULL, PRIMARY KEY(sha256, part))"_s);
}

std::optional<QString> putBodyParts(SessionDatabase &database, const QByteArray &sha256, const Body &body)
{
    QSqlQuery query = database.prepared(u"INSERT OR IGNORE INTO body_parts VALUES (?, ?, ?)"_s);
    for (qint64 from = 0; from < body.size(); from += partBytes) {
        const qint64 to = std::min(from + partBytes, body.size());
        query.bindValue(0, QString::fromLatin1(sha256));
        query.bindValue(1, from / partBytes);
        query.bindValue(2, body.bytes().sliced(from, to - from).toByteArray());
        if (!query.exec())
            return database.faultText(query.lastError());
        body.passed(from, to);
    }
    return std::nullopt;
}

bool hasBodyParts(SessionDatabase &database)
{
    QSqlQuery query =
        database.prepared(u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'body_parts'"_s);
    return query.exec() && query.next();
}

std::optional<Body> findBodyParts(SessionDatabase &database, const QByteArray &sha256)
{
    QSqlQuery query = database.prepared(u"SELECT bytes FROM body_parts WHERE sha256 = ? ORDER BY part"_s);
    query.bindValue(0, QString::fromLatin1(sha256));
    if (!query.exec())
        return std::nullopt;
    BodyWriter writer(std::numeric_limits<qint64>::max());
    while (query.next()) {
        if (writer.append(query.value(0).toByteArray()))
            return std::nullopt;
    }
    if (writer.size() == 0)
        return std::nullopt;
    const Outcome<Body> body = writer.finish();
    return body.succeeded() ? std::optional(body.value()) : std::nullopt;
}

} // namespace inflight
