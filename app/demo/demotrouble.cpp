// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democontent.h"
#include "demo/demoroutes.h"

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

using std::chrono::milliseconds;

Script note(const QByteArray &text)
{
    return demoAnswer("text/plain; charset=utf-8"_ba, text);
}

/// Every other request fails, the first to begin with: a retry helps, and the demo can be run again.
DemoRoute onceTroubled(const QByteArray &target, const Script &trouble, const Script &success)
{
    return {target, [trouble, success](const ServerRequest &request) {
                return request.repeat % 2 == 0 ? trouble : success;
            }};
}

DemoRoute redirect(const QByteArray &target, int status, const QByteArray &location, bool isListed = true)
{
    const Script script = Script::answer(status, {{"Location"_ba, location}}).after(80ms);
    DemoRoute route = demoRoute(target, script);
    route.isListed = isListed;
    return route;
}

DemoRoute refused(const QByteArray &target, int status, const QByteArray &message, milliseconds delay)
{
    const QByteArray body = R"({"error": ")"_ba + message + "\"}\n"_ba;
    return demoRoute(target,
                     Script::answer(status, {{"Content-Type"_ba, "application/json"_ba}}, body).after(delay));
}

/// A reset once the answer has begun: before that, QNetworkAccessManager asks again by itself and tells
/// nobody.
Script resetMidway()
{
    const QByteArray body = demoLog(80);
    const HeaderList headers{{"Content-Type"_ba, "text/plain; charset=utf-8"_ba},
                             {"Content-Length"_ba, QByteArray::number(body.size())}};
    return Script::head(200, headers).send(body.left(body.size() / 3)).wait(250ms).reset();
}

/// Promises more than it sends.
DemoRoute truncated()
{
    const HeaderList headers{{"Content-Type"_ba, "application/octet-stream"_ba},
                             {"Content-Length"_ba, "200000"_ba}};
    return demoRoute("/downloads/firmware.bin"_ba,
                     Script::head(200, headers).send(demoNoise(0, 120'000)).wait(400ms).close());
}

/// The value is missing in line 5.
DemoRoute badJson()
{
    const QByteArray body = "{\n"
                            "  \"name\": \"crane 4\",\n"
                            "  \"limits\": {\n"
                            "    \"load\": 4500,\n"
                            "    \"reach\": ,\n"
                            "    \"wind\": 18\n"
                            "  }\n"
                            "}\n"_ba;
    return demoRoute("/api/config/crane-4.json"_ba, demoAnswer("application/json"_ba, body).after(300ms));
}

DemoRoute unlisted(DemoRoute route)
{
    route.isListed = false;
    return route;
}

} // namespace

QList<DemoRoute> demoTroubleRoutes()
{
    const Script resetSoon = Script().wait(150ms).reset();
    const Script tooMany = Script::answer(429, {{"Retry-After"_ba, "2"_ba}}, "Slow down.\n"_ba);
    return {
        refused("/images/missing.png"_ba, 404, "no such picture"_ba, 140ms),
        demoRoute("/api/queue/next"_ba, Script::never()),
        onceTroubled("/api/payments/17"_ba, Script::answer(500).after(400ms), note("paid\n"_ba).after(500ms)),
        demoRoute("/stream/radio"_ba, Script::head(200, {{"Content-Type"_ba, "audio/ogg"_ba}}).stall()),
        redirect("/old/prices"_ba, 301, "/reports/2026-q1.csv"_ba),
        demoRoute("/legacy/export.dat"_ba, resetSoon),
        redirect("/go/guide"_ba, 302, "/go/guide/latest"_ba),
        redirect("/go/guide/latest"_ba, 302, "/docs/guide.html"_ba, false),
        unlisted(demoRoute("/docs/guide.html"_ba,
                           demoAnswer("text/html; charset=utf-8"_ba, demoHtml("Guide"_ba, 12)).after(300ms))),
        badJson(),
        truncated(),
        onceTroubled("/api/quota"_ba, tooMany.after(120ms), note("3 left\n"_ba).after(200ms)),
        refused("/api/users/9999"_ba, 404, "no such user"_ba, 220ms),
        onceTroubled("/legacy/index.txt"_ba, resetMidway(), note(demoLog(80)).after(150ms)),
        redirect("/receipts/latest"_ba, 307, "/receipts/2026-11.txt"_ba),
        unlisted(demoRoute("/receipts/2026-11.txt"_ba, note("Berth 7, two nights.\n"_ba).after(120ms))),
        onceTroubled("/api/inventory"_ba, Script::answer(503).after(250ms),
                     note("complete\n"_ba).after(300ms)),
        refused("/admin/audit.log"_ba, 403, "staff only"_ba, 160ms),
        redirect("/login"_ba, 302, "/login/return"_ba),
        redirect("/login/return"_ba, 302, "/login"_ba, false),
    };
}

} // namespace inflight
