// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/rowscopy.h"

#include "jobs/csvwriter.h"
#include "jobs/jobtable.h"
#include "jobs/recordcolumns.h"

#include <QAbstractItemModel>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString cellText(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data().toString().simplified();
}

QString titleOf(const QAbstractItemModel &model, int column)
{
    return model.headerData(column, Qt::Horizontal).toString().simplified();
}

QString markdownCell(QString text)
{
    return text.replace(u'\\', "\\\\"_L1).replace(u'|', "\\|"_L1);
}

struct JsonCell
{
    QJsonValue operator()(std::monostate) const { return QJsonValue::Null; }
    QJsonValue operator()(qint64 value) const { return value; }
    QJsonValue operator()(double value) const { return value; }
    QJsonValue operator()(const QString &value) const { return value; }
};

QString jobAsJson(const JobRecord &record, const QStringList &columns)
{
    QJsonObject object;
    for (const RecordColumn &column : recordColumnsByName(columns))
        object.insert(column.name, std::visit(JsonCell{}, column.cell(record, Secrets::Redacted)));
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString rowAsJson(const JobTable &table, int row)
{
    const JobView &job = table.view(row);
    if (job.record && isFinished(job.state))
        return jobAsJson(*job.record.get(), usualColumnNames());
    JobRecord begun;
    begun.id = static_cast<JobId>(row);
    begun.url = table.url(row);
    begun.state = job.state;
    return jobAsJson(begun, {u"id"_s, u"url"_s, u"state"_s});
}

/// One row of CSV, each cell by `text`.
QString csvRow(const QList<int> &columns, const std::function<QString(int)> &text)
{
    CsvWriter csv;
    for (const int column : columns)
        csv.text(text(column));
    csv.endRow();
    return QString::fromUtf8(csv.take());
}

QString markdownRow(const QStringList &cells)
{
    return u"| "_s + cells.join(" | "_L1) + " |\n"_L1;
}

} // namespace

RowsText rowsAsTsv(const QAbstractItemModel &model, const QList<int> &columns)
{
    const auto row = [&model, columns](int at) {
        QStringList cells;
        for (const int column : columns)
            cells.append(cellText(model, at, column));
        return cells.join(u'\t') + u'\n';
    };
    return {.head = {}, .row = row};
}

RowsText rowsAsCsv(const QAbstractItemModel &model, const QList<int> &columns)
{
    const auto row = [&model, columns](int at) {
        return csvRow(columns, [&model, at](int column) { return cellText(model, at, column); });
    };
    return {.head = csvRow(columns, [&model](int column) { return titleOf(model, column); }), .row = row};
}

RowsText rowsAsMarkdown(const QAbstractItemModel &model, const QList<int> &columns)
{
    QStringList titles;
    for (const int column : columns)
        titles.append(markdownCell(titleOf(model, column)));
    const auto row = [&model, columns](int at) {
        QStringList cells;
        for (const int column : columns)
            cells.append(markdownCell(cellText(model, at, column)));
        return markdownRow(cells);
    };
    return {.head = markdownRow(titles) + markdownRow(QStringList(titles.size(), u"---"_s)), .row = row};
}

RowsText jobsAsJson(const JobTable &table)
{
    return {.head = u"[\n"_s,
            .row = [&table](int row) { return rowAsJson(table, row); },
            .between = u",\n"_s,
            .tail = u"\n]\n"_s};
}

} // namespace inflight
