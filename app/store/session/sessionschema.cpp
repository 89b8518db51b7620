// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/session/sessionschema.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// What people look for in results, by name. A view: columns, even virtual ones, are worked out when a row is
/// written, and would take longer than all the rest of it.
QString viewOfResults()
{
    QStringList columns{u"id"_s, u"place"_s};
    for (const QString &name : {u"url"_s, u"state"_s, u"status"_s, u"duration_ms"_s, u"bytes"_s, u"sha256"_s})
        columns.append(
            u"CASE WHEN json_valid(CAST(record AS TEXT)) THEN json_extract(CAST(record AS TEXT), '$.%1') END AS %1"_s
                .arg(name));
    columns.append({u"CAST(output AS TEXT) AS output"_s, u"body"_s});
    return u"CREATE VIEW jobs AS SELECT %1 FROM results"_s.arg(columns.join(u", "_s));
}

QStringList firstTables()
{
    return {
        u"CREATE TABLE run(key TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
        u"CREATE TABLE requests(id INTEGER PRIMARY KEY, method BLOB NOT NULL, headers BLOB NOT NULL, "
        "body BLOB NOT NULL)"_s,
        u"CREATE TABLE inputs(id INTEGER PRIMARY KEY, url TEXT NOT NULL, request INTEGER, parent INTEGER, "
        "depth INTEGER NOT NULL, first_stage INTEGER NOT NULL)"_s,
        // body_sha256: of a body that is a file beside.
        u"CREATE TABLE results(id INTEGER PRIMARY KEY, place INTEGER NOT NULL, record BLOB NOT NULL, "
        "body BLOB, output BLOB, body_sha256 TEXT, body_coding TEXT)"_s,
        viewOfResults(),
    };
}

/// Large bodies that are not whole, and attempts by name.
QStringList partsAndAttempts()
{
    return {
        // size: what is on the disk for certain; boot: until when the file may be trusted beyond that.
        u"CREATE TABLE parts(id INTEGER PRIMARY KEY, file TEXT NOT NULL, url TEXT NOT NULL, "
        "head BLOB NOT NULL, size INTEGER NOT NULL, boot TEXT NOT NULL)"_s,
        u"CREATE VIEW attempts AS SELECT results.id, attempt.key + 1 AS attempt, "
        "json_extract(attempt.value, '$.started') AS started, "
        "json_extract(attempt.value, '$.status') AS status, "
        "json_extract(attempt.value, '$.error.class') AS error FROM results, "
        "json_each(CASE WHEN json_valid(CAST(record AS TEXT)) THEN CAST(record AS TEXT) ELSE '{}' END, "
        "'$.attempts') AS attempt"_s,
    };
}

/// What a person calls an input, and which one of the whole list it is in a run that has a share of that.
QStringList namesOfInputs()
{
    return {u"ALTER TABLE inputs ADD COLUMN name TEXT"_s, u"ALTER TABLE inputs ADD COLUMN listed INTEGER"_s};
}

/// Records leave out what is as usual: an attempt began with its job.
QStringList leanerRecords()
{
    return {
        u"DROP VIEW attempts"_s,
        u"CREATE VIEW attempts AS SELECT results.id, attempt.key + 1 AS attempt, "
        "coalesce(json_extract(attempt.value, '$.started'), json_extract(CAST(record AS TEXT), '$.started')) "
        "AS started, "
        "json_extract(attempt.value, '$.status') AS status, "
        "json_extract(attempt.value, '$.error.class') AS error FROM results, "
        "json_each(CASE WHEN json_valid(CAST(record AS TEXT)) THEN CAST(record AS TEXT) ELSE '{}' END, "
        "'$.attempts') AS attempt"_s,
    };
}

/// What the messages of many records have alike stands here once.
QStringList headersOfRecords()
{
    return {u"CREATE TABLE headers(id INTEGER PRIMARY KEY, list BLOB NOT NULL)"_s};
}

/// Records have their stages as lists, which programs of before do not read.
QStringList stagesAsLists()
{
    return {};
}

} // namespace

QStringList schemaStep(int from)
{
    switch (from) {
    case 0:
        return firstTables();
    case 1:
        return partsAndAttempts();
    case 2:
        return namesOfInputs();
    case 3:
        return leanerRecords();
    case 4:
        return headersOfRecords();
    default:
        return stagesAsLists();
    }
}

} // namespace inflight
