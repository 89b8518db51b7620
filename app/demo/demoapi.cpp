// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democontent.h"
#include "demo/demoroutes.h"
#include "demo/gzip.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

using std::chrono::milliseconds;

constexpr auto jsonType = "application/json";

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray indented(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

DemoRoute json(const QByteArray &target, const QByteArray &body, milliseconds delay)
{
    return demoRoute(target, demoAnswer(jsonType, body).after(delay));
}

DemoRoute user(int id, milliseconds delay)
{
    return json("/api/users/"_ba + QByteArray::number(id), compact(demoUser(id)), delay);
}

DemoRoute order(int number, milliseconds delay)
{
    return json("/api/orders/"_ba + QByteArray::number(number), indented(demoOrders(number, 1)), delay);
}

DemoRoute search(int page, milliseconds delay)
{
    const QByteArray target = "/api/search?q=lantern&page="_ba + QByteArray::number(page);
    return json(target, compact(demoOrders(100 * page, 20)), delay);
}

/// JSON whose bytes arrive in `pieces` over `time`.
DemoRoute dripped(const QByteArray &target, const QByteArray &body, int pieces, milliseconds time)
{
    const HeaderList headers{{"Content-Type"_ba, jsonType},
                             {"Content-Length"_ba, QByteArray::number(body.size())}};
    return demoRoute(target, Script::head(200, headers).drip(body, body.size() / pieces + 1, time / pieces));
}

DemoRoute events()
{
    QList<QByteArray> chunks{"{\"events\": [\n"_ba};
    constexpr int count = 12;
    for (int i = 0; i < count; ++i)
        chunks.append(compact(demoUser(i)) + (i + 1 < count ? ",\n"_ba : "\n]}\n"_ba));
    return demoRoute("/api/events/recent"_ba,
                     Script::chunked(200, {{"Content-Type"_ba, jsonType}}, chunks, 220ms));
}

DemoRoute compressed(const QByteArray &target, const QByteArray &body, milliseconds delay)
{
    const HeaderList headers{{"Content-Type"_ba, jsonType}, {"Content-Encoding"_ba, "gzip"_ba}};
    return demoRoute(target, Script::answer(200, headers, gzipped(body)).after(delay));
}

} // namespace

QList<DemoRoute> demoApiRoutes()
{
    return {
        json("/api/status"_ba, R"({"status": "open", "berths": 14})"_ba, 40ms),
        user(3, 120ms),
        json("/api/reports/weekly"_ba, indented(demoOrders(900, 12)), 4100ms),
        user(8, 260ms),
        order(1017, 900ms),
        dripped("/api/tides/today"_ba, indented(demoOrders(300, 18)), 30, 5400ms),
        json("/api/counter"_ba, "42"_ba, 90ms),
        user(17, 180ms),
        search(1, 700ms),
        compressed("/api/catalogue.json"_ba, demoMeasurements(700'000), 350ms),
        dripped("/api/forecast/week"_ba, indented(demoOrders(200, 30)), 20, 4000ms),
        user(21, 640ms),
        order(1018, 1600ms),
        json("/api/reports/yearly"_ba, indented(demoOrders(700, 40)), 5600ms),
        search(2, 1100ms),
        events(),
        user(34, 310ms),
        json("/api/stock/levels"_ba, compact(demoOrders(500, 60)), 3200ms),
        order(1019, 2400ms),
        user(55, 450ms),
        search(3, 1900ms),
        compressed("/api/berths.json"_ba, indented(demoOrders(400, 25)), 800ms),
        user(89, 1400ms),
    };
}

} // namespace inflight
