// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/processrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <algorithm>

namespace inflight {

/// The records of JSON Lines, in their order; a line that is no object gives an empty one.
inline QList<QJsonObject> recordsOf(const QByteArray &lines)
{
    QList<QJsonObject> records;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            records.append(QJsonDocument::fromJson(line).object());
    }
    return records;
}

/// The ids of records, sorted: what is there twice stays twice.
inline QList<int> sortedIds(const QList<QJsonObject> &records)
{
    QList<int> ids;
    for (const QJsonObject &record : records)
        ids.append(record[QLatin1StringView("id")].toInt(-1));
    std::sort(ids.begin(), ids.end());
    return ids;
}

/// 0 to count - 1.
inline QList<int> idsUpTo(int count)
{
    QList<int> ids;
    for (int id = 0; id < count; ++id)
        ids.append(id);
    return ids;
}

/// A run with --headless whose records go to stdout.
inline ProcessRun runHeadlessly(const QStringList &arguments, const QByteArray &input = {})
{
    return runInflight(QStringList{QStringLiteral("--headless"), QStringLiteral("-o"), QStringLiteral("-")} +
                           arguments,
                       input);
}

/// The only record of a run; an empty object when there is not exactly one.
inline QJsonObject onlyRecord(const ProcessRun &run)
{
    const QList<QJsonObject> records = recordsOf(run.out);
    return records.size() == 1 ? records.first() : QJsonObject();
}

/// The class of a record's error; empty when there is none.
inline QString errorClass(const QJsonObject &record)
{
    return record[QLatin1StringView("error")][QLatin1StringView("class")].toString();
}

} // namespace inflight
