// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democontent.h"

#include <QJsonArray>
#include <QString>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr std::array firstNames{"Ada", "Bjarne", "Chidi", "Dolores", "Emeka", "Frida", "Goran", "Hana"};
constexpr std::array lastNames{"Okafor", "Lindqvist", "Moreau", "Tanaka", "Petrov", "Whitfield", "Serrano"};
constexpr std::array roles{"pilot", "harbour master", "crane operator", "customs", "lighthouse keeper"};
constexpr std::array goods{"rope", "lantern", "anchor", "chart", "barrel", "sextant", "tar"};

template <std::size_t size>
QByteArray pick(const std::array<const char *, size> &words, int number)
{
    return words.at(static_cast<std::size_t>(number) % size);
}

QString pickText(const auto &words, int number)
{
    return QString::fromLatin1(pick(words, number));
}

QJsonObject orderLine(int number)
{
    return {{u"item"_s, pickText(goods, number)},
            {u"count"_s, 1 + number % 9},
            {u"price"_s, 0.25 * (3 + number * 37 % 400)}};
}

constexpr QByteArrayView csvHeading = "id,station,temperature,wind,tide";

/// Writes line `line` of the CSV, padded with blanks, over demoCsvLine characters at `to`; line 0 is the
/// heading.
void writeCsvLine(qint64 line, char *to)
{
    char *const end = to + demoCsvLine - 1;
    char *at = to;
    const auto put = [&at](QByteArrayView text) { at = std::copy(text.begin(), text.end(), at); };
    const auto putNumber = [&at, end](qint64 number) { at = std::to_chars(at, end, number).ptr; };
    if (line == 0) {
        put(csvHeading);
    } else {
        putNumber(line);
        put(",station-");
        putNumber(line * 7 % 97);
        put(",");
        putNumber(line * 13 % 35);
        put(".");
        putNumber(line * 3 % 10);
        put(",");
        putNumber(line * 5 % 33);
        put(",");
        putNumber(line * 11 % 480 - 120);
    }
    std::fill(at, end, ' ');
    *end = '\n';
}

} // namespace

QJsonObject demoUser(int id)
{
    const QString first = pickText(firstNames, id);
    const QString last = pickText(lastNames, id * 3);
    return {{u"id"_s, id},
            {u"name"_s, first + u' ' + last},
            {u"email"_s, first.toLower() + u'.' + last.toLower() + u"@harbour.example"_s},
            {u"role"_s, pickText(roles, id * 5)},
            {u"active"_s, id % 4 != 0}};
}

QJsonObject demoOrders(int first, int count)
{
    QJsonArray orders;
    for (int number = first; number < first + count; ++number) {
        QJsonArray lines;
        for (int line = 0; line < 1 + number % 4; ++line)
            lines.append(orderLine(number + line));
        orders.append(
            QJsonObject{{u"number"_s, number}, {u"customer"_s, demoUser(number)}, {u"lines"_s, lines}});
    }
    return {{u"orders"_s, orders}, {u"total"_s, count}};
}

QByteArray demoMeasurements(qsizetype size)
{
    QByteArray json = "[\n"_ba;
    json.reserve(size + 128);
    for (qint64 id = 1; json.size() < size; ++id) {
        json += R"(  {"id": )"_ba + QByteArray::number(id) + R"(, "station": "station-)"_ba +
                QByteArray::number(id * 7 % 97) + R"(", "tide": )"_ba +
                QByteArray::number(id * 11 % 480 - 120) + "},\n"_ba;
    }
    json.chop(2);
    return json + "\n]\n"_ba;
}

QByteArray demoCsv(qint64 offset, qint64 most)
{
    const qint64 first = offset / demoCsvLine;
    const qint64 last = (offset + most - 1) / demoCsvLine;
    QByteArray bytes(static_cast<qsizetype>((last - first + 1) * demoCsvLine), Qt::Uninitialized);
    for (qint64 line = first; line <= last; ++line)
        writeCsvLine(line, bytes.data() + (line - first) * demoCsvLine);
    return bytes.sliced(static_cast<qsizetype>(offset % demoCsvLine), static_cast<qsizetype>(most));
}

QByteArray demoNoise(qint64 offset, qint64 most)
{
    QByteArray bytes(static_cast<qsizetype>(most), Qt::Uninitialized);
    char *at = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        quint64 mixed = static_cast<quint64>(offset + i + 1) * 0x9E3779B97F4A7C15ULL; // golden-ratio hashing
        mixed ^= mixed >> 29;
        at[i] = static_cast<char>(mixed & 0xFF);
    }
    return bytes;
}

QByteArray demoHtml(const QByteArray &title, int paragraphs)
{
    QByteArray html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>"_ba +
                      title + "</title></head>\n<body>\n<h1>"_ba + title + "</h1>\n"_ba;
    for (int i = 0; i < paragraphs; ++i)
        html += "<p>The "_ba + pick(roles, i) + " asked for "_ba + QByteArray::number(2 + i) + " of the "_ba +
                pick(goods, i) + " kind.</p>\n"_ba;
    return html + "</body>\n</html>\n"_ba;
}

QByteArray demoFeed(int items)
{
    QByteArray xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>\n"
                     "<title>Harbour news</title>\n"_ba;
    for (int i = 1; i <= items; ++i)
        xml += "<item><title>Arrival "_ba + QByteArray::number(i) + "</title><description>Cargo: "_ba +
               pick(goods, i) + "</description></item>\n"_ba;
    return xml + "</channel></rss>\n"_ba;
}

QByteArray demoLog(int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += "2026-03-01T08:"_ba + QByteArray::number(i / 60 % 60).rightJustified(2, '0') + ':' +
                QByteArray::number(i % 60).rightJustified(2, '0') + " "_ba + pick(roles, i) +
                " signed for "_ba + QByteArray::number(1 + i * 7 % 19) + " x "_ba + pick(goods, i * 3) + '\n';
    return text;
}

} // namespace inflight
