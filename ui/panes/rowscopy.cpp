// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/rowscopy.h"

#include "jobs/csvwriter.h"
#include "jobs/jobtable.h"
#include "jobs/recordcolumns.h"

#include <QAbstractItemModel>
#include <QJsonArray>
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

QJsonObject jobAsJson(const JobRecord &record, const QStringList &columns)
{
    QJsonObject object;
    for (const RecordColumn &column : recordColumnsByName(columns))
        object.insert(column.name, std::visit(JsonCell{}, column.cell(record, Secrets::Redacted)));
    return object;
}

} // namespace

QString rowsAsTsv(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns)
{
    QString text;
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells.append(cellText(model, row, column));
        text += cells.join(u'\t') + u'\n';
    }
    return text;
}

QString rowsAsCsv(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns)
{
    CsvWriter csv;
    for (const int column : columns)
        csv.text(titleOf(model, column));
    csv.endRow();
    for (const int row : rows) {
        for (const int column : columns)
            csv.text(cellText(model, row, column));
        csv.endRow();
    }
    return QString::fromUtf8(csv.take());
}

QString rowsAsMarkdown(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns)
{
    const auto line = [](const QStringList &cells) { return u"| "_s + cells.join(" | "_L1) + " |\n"_L1; };
    QStringList titles;
    for (const int column : columns)
        titles.append(markdownCell(titleOf(model, column)));
    QString text = line(titles) + line(QStringList(titles.size(), u"---"_s));
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells.append(markdownCell(cellText(model, row, column)));
        text += line(cells);
    }
    return text;
}

QString jobsAsJson(const JobTable &table, const QList<JobId> &jobs)
{
    QJsonArray list;
    for (const JobId id : jobs) {
        const JobView &job = table.view(static_cast<int>(id));
        if (job.record && isFinished(job.state)) {
            list.append(jobAsJson(*job.record, usualColumnNames()));
            continue;
        }
        JobRecord begun;
        begun.id = id;
        begun.url = table.url(static_cast<int>(id));
        begun.state = job.state;
        list.append(jobAsJson(begun, {u"id"_s, u"url"_s, u"state"_s}));
    }
    return QString::fromUtf8(QJsonDocument(list).toJson());
}

} // namespace inflight
