// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/table/tableshape.h"

#include "input/prosereader.h"
#include "input/table/tablefields.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct TableShapeText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::TableShape)
};

constexpr qsizetype mostRecords = 100;
/// Of one record; one that has more says nothing of the table.
constexpr int mostLinesRead = 50;
constexpr std::array<char16_t, 4> separators{u'\t', u',', u';', u'|'};

using Records = QList<QStringList>;

/// The first records of a text, with blank ones left out.
Records recordsOf(QStringView text, QChar separator)
{
    Records records;
    QString open;
    int lines = 0; // of the open record
    const auto isEnd = [](QChar c) { return c == u'\n' || c == u'\r'; };
    while (!text.isEmpty() && records.size() < mostRecords && lines < mostLinesRead) {
        const auto end = std::ranges::find_if(text, isEnd);
        const QStringView line = text.first(end - text.begin());
        text = text.sliced(std::min(line.size() + 1, text.size()));
        if (open.isEmpty() && line.trimmed().isEmpty())
            continue;
        if (!open.isEmpty())
            open += u'\n';
        open += line;
        ++lines;
        if (const auto fields = splitRecord(open, separator)) {
            records.append(*fields);
            open.clear();
            lines = 0;
        }
    }
    return records;
}

/// What a person calls a column, without what spelling it leaves open.
QString plain(const QString &field)
{
    QString name = field.trimmed().toLower();
    return name.remove(u' ').remove(u'_').remove(u'-').remove(u'\uFEFF');
}

template <std::size_t N>
int findNamed(const QStringList &header, const std::array<QLatin1StringView, N> &names)
{
    for (const QLatin1StringView name : names) {
        for (qsizetype i = 0; i < header.size(); ++i) {
            if (plain(header[i]) == name)
                return static_cast<int>(i);
        }
    }
    return -1;
}

int findUrlColumn(const QStringList &header)
{
    return findNamed(header,
                     std::to_array<QLatin1StringView>({"url"_L1, "urls"_L1, "uri"_L1, "link"_L1, "href"_L1,
                                                       "links"_L1, "website"_L1, "address"_L1, "webpage"_L1,
                                                       "loc"_L1, "endpoint"_L1, "finalurl"_L1}));
}

void findOthers(TableShape &shape)
{
    shape.name =
        findNamed(shape.columns, std::to_array<QLatin1StringView>({"name"_L1, "title"_L1, "label"_L1}));
    shape.method = findNamed(shape.columns, std::to_array<QLatin1StringView>({"method"_L1, "verb"_L1}));
    shape.body = shape.method < 0
                     ? -1
                     : findNamed(shape.columns, std::to_array<QLatin1StringView>({"body"_L1, "data"_L1}));
}

bool isAddress(const QString &field)
{
    const QString text = field.trimmed();
    return text.startsWith("http://"_L1, Qt::CaseInsensitive) ||
           text.startsWith("https://"_L1, Qt::CaseInsensitive);
}

/// Whether `field`, after "URL,", can only be meant as a name and not as the URL's own end.
bool isSurelyName(const QString &field)
{
    return field.trimmed().contains(u' ');
}

/// Whether it can be meant as one: a word that begins with a letter and has nothing of a URL.
bool mayBeName(const QString &field)
{
    const auto ofUrl = [](QChar c) { return QStringView(u"/?#&=:@%.+_~").contains(c); };
    return !field.isEmpty() && field.front().isLetter() && std::ranges::none_of(field, ofUrl);
}

/// The column in which most records have a URL; -1: none.
int columnOfUrls(const Records &records)
{
    for (int column = 0; column < records.first().size(); ++column) {
        const auto hasUrl = [column](const QStringList &record) { return isAddress(record.value(column)); };
        const auto count = std::ranges::count_if(records, hasUrl);
        const bool most = 2 * count >= records.size();
        const bool allButHeader = count > 0 && count + 1 == records.size() && !hasUrl(records.first());
        if (most || allButHeader)
            return column;
    }
    return -1;
}

bool haveSameFields(const Records &records)
{
    const qsizetype fields = records.first().size();
    return fields > 1 && std::ranges::all_of(records, [fields](const QStringList &record) {
               return record.size() == fields;
           });
}

/// URLs may hold commas and semicolons: whether these separate something from the URLs that begin the lines.
bool separatesFromUrl(const Records &records)
{
    const auto any = [](const QStringList &record) {
        return std::any_of(record.begin() + 1, record.end(), isSurelyName);
    };
    if (std::ranges::any_of(records, any))
        return true;
    return records.size() > 1 && std::ranges::all_of(records, [](const QStringList &record) {
               return record.size() == 2 && !record.first().contains(u'?') && mayBeName(record.last());
           });
}

QStringList numbers(qsizetype count)
{
    QStringList names;
    for (qsizetype i = 1; i <= count; ++i)
        names.append(TableShapeText::tr("Column %1").arg(i));
    return names;
}

TableShape shapeByHeader(QChar separator, const QStringList &header, int url)
{
    TableShape shape{.separator = separator, .hasHeader = true, .columns = {}, .url = url};
    for (const QString &name : header)
        shape.columns.append(name.trimmed().remove(u'\uFEFF'));
    findOthers(shape);
    return shape;
}

TableShape shapeByContent(QChar separator, const Records &records, int url)
{
    if (!isAddress(records.first().value(url)))
        return shapeByHeader(separator, records.first(), url);
    TableShape shape{.separator = separator, .columns = numbers(records.first().size()), .url = url};
    if (records.first().size() == 2)
        shape.name = 1 - url;
    return shape;
}

std::optional<TableShape> guessByHeader(QStringView beginning)
{
    for (const char16_t each : separators) {
        const Records records = recordsOf(beginning, QChar(each));
        if (records.isEmpty() || records.first().size() < 2 ||
            std::ranges::any_of(records.first(), isAddress))
            continue;
        if (const int url = findUrlColumn(records.first()); url >= 0)
            return shapeByHeader(QChar(each), records.first(), url);
    }
    const Records lines = recordsOf(beginning, {});
    if (lines.size() > 1 && findUrlColumn(lines.first()) == 0)
        return shapeByHeader({}, lines.first(), 0);
    return std::nullopt;
}

std::optional<TableShape> guessByContent(QStringView beginning)
{
    for (const char16_t each : {u'\t', u',', u';'}) {
        const Records records = recordsOf(beginning, QChar(each));
        if (records.isEmpty() || !haveSameFields(records))
            continue;
        const int url = columnOfUrls(records);
        if (url > 0 || (url == 0 && (each == u'\t' || separatesFromUrl(records))))
            return shapeByContent(QChar(each), records, url);
    }
    return std::nullopt;
}

} // namespace

std::optional<TableShape> guessTable(QStringView beginning)
{
    if (auto shape = guessByHeader(beginning))
        return shape;
    return guessByContent(beginning);
}

TableShape shapeOfTable(QStringView beginning)
{
    if (const auto shape = guessTable(beginning))
        return *shape;
    for (const char16_t each : separators) {
        const Records records = recordsOf(beginning, QChar(each));
        if (!records.isEmpty() && records.first().size() > 1)
            return shapeByContent(QChar(each), records, std::max(0, columnOfUrls(records)));
    }
    TableShape shape;
    shape.columns = numbers(1);
    return shape;
}

bool chooseColumn(TableShape &shape, const QString &column)
{
    bool isNumber = false;
    const int number = column.toInt(&isNumber);
    qsizetype chosen = -1;
    for (qsizetype i = 0; i < shape.columns.size() && chosen < 0; ++i) {
        if (shape.columns[i].compare(column, Qt::CaseInsensitive) == 0)
            chosen = i;
    }
    if (chosen < 0 && isNumber)
        chosen = number - 1;
    if (chosen < 0 || chosen >= shape.columns.size())
        return false;
    shape.url = static_cast<int>(chosen);
    if (shape.name == shape.url)
        shape.name = -1;
    return true;
}

} // namespace inflight
