// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/recordcolumns.h"

#include "jobs/isotime.h"
#include "jobs/statenames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

RecordCell text(const QString &value)
{
    return value.isEmpty() ? RecordCell() : RecordCell(value);
}

RecordCell moment(const QDateTime &value)
{
    return value.isValid() ? RecordCell(QString::fromLatin1(isoTime(value))) : RecordCell();
}

RecordCell number(const std::optional<double> &value)
{
    return value ? RecordCell(*value) : RecordCell();
}

RecordCell fault(const JobRecord &record, QString (*part)(const Fault &))
{
    return record.fault ? text(part(*record.fault)) : RecordCell();
}

/// Of the attempt that the record's answer came with: not of one that another was quicker than.
RecordCell timing(const JobRecord &record, std::optional<double> PhaseTimes::*phase)
{
    const auto last = std::find_if(record.attempts.crbegin(), record.attempts.crend(),
                                   [](const AttemptRecord &each) { return each.lostTo == LostTo::Nobody; });
    return last == record.attempts.crend() ? RecordCell() : number(last->timings.*phase);
}

QString messageOf(const JobRecord &record, Secrets secrets)
{
    return record.fault ? displayText(record.fault->message, secrets) : QString();
}

QList<RecordColumn> makeColumns()
{
    using Record = const JobRecord &;
    using Type = RecordColumn::Type;
    constexpr bool usual = true;
    return {
        {u"id"_s, Type::Whole, usual, [](Record r, Secrets) { return RecordCell(qint64{r.id}); }},
        {u"url"_s, Type::Text, usual, [](Record r, Secrets s) { return text(displayUrl(r.url, s)); }},
        {u"state"_s, Type::Text, usual, [](Record r, Secrets) { return text(jobStateName(r.state)); }},
        {u"status"_s, Type::Whole, usual,
         [](Record r, Secrets) { return r.status == 0 ? RecordCell() : RecordCell(qint64{r.status}); }},
        {u"error_class"_s, Type::Text, usual,
         [](Record r, Secrets) {
             return fault(r, [](const Fault &f) { return QString(faultClassName(f.faultClass)); });
         }},
        {u"error_stage"_s, Type::Text, false,
         [](Record r, Secrets) { return fault(r, [](const Fault &f) { return f.stage; }); }},
        {u"error_message"_s, Type::Text, usual, [](Record r, Secrets s) { return text(messageOf(r, s)); }},
        {u"content_type"_s, Type::Text, usual, [](Record r, Secrets) { return text(r.contentType); }},
        {u"bytes"_s, Type::Whole, usual, [](Record r, Secrets) { return RecordCell(r.bytes); }},
        {u"duration_ms"_s, Type::Real, usual, [](Record r, Secrets) { return RecordCell(r.durationMs); }},
        {u"attempts"_s, Type::Whole, usual,
         [](Record r, Secrets) { return RecordCell(qint64{countAttempts(r.attempts)}); }},
        {u"final_url"_s, Type::Text, usual,
         [](Record r, Secrets s) { return text(displayUrl(r.finalUrl.isEmpty() ? r.url : r.finalUrl, s)); }},
        {u"sha256"_s, Type::Text, usual,
         [](Record r, Secrets) { return text(QString::fromLatin1(r.sha256)); }},
        {u"started"_s, Type::Text, usual, [](Record r, Secrets) { return moment(r.started); }},
        {u"queued_ms"_s, Type::Real, false, [](Record r, Secrets) { return timing(r, &PhaseTimes::queued); }},
        {u"connect_ms"_s, Type::Real, false,
         [](Record r, Secrets) { return timing(r, &PhaseTimes::connect); }},
        {u"wait_ms"_s, Type::Real, false, [](Record r, Secrets) { return timing(r, &PhaseTimes::wait); }},
        {u"receive_ms"_s, Type::Real, false,
         [](Record r, Secrets) { return timing(r, &PhaseTimes::receive); }},
        {u"status_text"_s, Type::Text, false, [](Record r, Secrets) { return text(r.statusText); }},
        {u"http_version"_s, Type::Text, false, [](Record r, Secrets) { return text(r.httpVersion); }},
        {u"method"_s, Type::Text, false,
         [](Record r, Secrets) { return text(QString::fromLatin1(r.method)); }},
        {u"wire_bytes"_s, Type::Whole, false, [](Record r, Secrets) { return RecordCell(r.wireBytes); }},
        {u"redirects"_s, Type::Whole, false,
         [](Record r, Secrets) { return RecordCell(qint64{r.redirects.size()}); }},
        {u"output"_s, Type::Text, false, [](Record r, Secrets) { return text(QString::fromUtf8(r.output)); }},
        {u"saved_to"_s, Type::Text, false, [](Record r, Secrets) { return text(r.savedTo); }},
        {u"snippet"_s, Type::Text, false,
         [](Record r, Secrets) { return text(QString::fromUtf8(r.snippet)); }},
    };
}

} // namespace

const QList<RecordColumn> &recordColumns()
{
    static const QList<RecordColumn> columns = makeColumns();
    return columns;
}

QStringList recordColumnNames()
{
    QStringList names;
    for (const RecordColumn &column : recordColumns())
        names.append(column.name);
    return names;
}

QStringList usualColumnNames()
{
    QStringList names;
    for (const RecordColumn &column : recordColumns()) {
        if (column.usual)
            names.append(column.name);
    }
    return names;
}

QList<RecordColumn> recordColumnsByName(const QStringList &names)
{
    const QStringList wanted = names.isEmpty() ? usualColumnNames() : names;
    QList<RecordColumn> columns;
    for (const QString &name : wanted) {
        const auto found = std::ranges::find(recordColumns(), name, &RecordColumn::name);
        Q_ASSERT(found != recordColumns().end());
        columns.append(*found);
    }
    return columns;
}

std::optional<QString> unknownColumn(const QStringList &names)
{
    for (const QString &name : names) {
        if (std::ranges::find(recordColumns(), name, &RecordColumn::name) == recordColumns().end())
            return name;
    }
    return std::nullopt;
}

} // namespace inflight
