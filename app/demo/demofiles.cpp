// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/democontent.h"
#include "demo/demopicture.h"
#include "demo/demoroutes.h"

#include <QSize>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

namespace {

using std::chrono::milliseconds;

constexpr auto csvType = "text/csv; charset=utf-8";
constexpr auto textType = "text/plain; charset=utf-8";
constexpr auto htmlType = "text/html; charset=utf-8";

Script sized(const QByteArray &type, qint64 size)
{
    return Script::head(200, {{"Content-Type"_ba, type}, {"Content-Length"_ba, QByteArray::number(size)}});
}

/// A large file of `pieces` times `piece` bytes, made while it is sent, over `time`.
DemoRoute large(const QByteArray &target, const QByteArray &type, const BytesSource &source, qint64 piece,
                int pieces, milliseconds time)
{
    const qint64 size = piece * pieces;
    return demoRoute(target, sized(type, size).stream(size, source, piece, time / pieces));
}

DemoRoute dripped(const QByteArray &target, const QByteArray &type, const QByteArray &body, int pieces,
                  milliseconds time)
{
    return demoRoute(target, sized(type, body.size()).drip(body, body.size() / pieces + 1, time / pieces));
}

/// The picture is painted when it is asked for.
DemoRoute picture(const QByteArray &name, QSize size, int hue, milliseconds delay)
{
    const auto answer = [name, size, hue, delay](const ServerRequest &) {
        const bool isPng = name.endsWith(".png"_ba);
        const QByteArray body = demoPicture(size, isPng ? "png" : "jpg", hue);
        return demoAnswer(isPng ? "image/png"_ba : "image/jpeg"_ba, body).after(delay);
    };
    return {"/images/"_ba + name, answer};
}

DemoRoute slowPicture(const QByteArray &name, QSize size, int hue, milliseconds time)
{
    const auto answer = [size, hue, time](const ServerRequest &) {
        const QByteArray body = demoPicture(size, "jpg", hue);
        constexpr int pieces = 25;
        return sized("image/jpeg"_ba, body.size()).drip(body, body.size() / pieces + 1, time / pieces);
    };
    return {"/images/"_ba + name, answer};
}

DemoRoute latin1()
{
    const QByteArray text =
        u"Grüße aus dem Hafen: frische Brötchen, süßer Kaffee, schöne Aussicht.\n"_s.toLatin1();
    return demoRoute("/texts/postcard.txt"_ba,
                     demoAnswer("text/plain; charset=ISO-8859-1"_ba, text).after(200ms));
}

} // namespace

QList<DemoRoute> demoFileRoutes()
{
    const QByteArray csv = demoCsv(0, 400 * demoCsvLine);
    return {
        demoRoute("/index.html"_ba, demoAnswer(htmlType, demoHtml("Harbour"_ba, 6)).after(70ms)),
        picture("harbour.png"_ba, {640, 480}, 200, 600ms),
        large("/exports/sensors-2026.csv"_ba, csvType, demoCsv, 5000 * demoCsvLine, 95, 5200ms),
        demoRoute("/robots.txt"_ba,
                  demoAnswer(textType, "User-agent: *\nDisallow: /admin/\n"_ba).after(30ms)),
        demoRoute("/reports/2026-q1.csv"_ba, demoAnswer(csvType, csv).after(380ms)),
        dripped("/logs/today.log"_ba, textType, demoLog(900), 40, 6000ms),
        latin1(),
        picture("lighthouse.jpg"_ba, {1280, 960}, 260, 1200ms),
        demoRoute("/api/ping"_ba, Script::answer(204).after(60ms)),
        large("/exports/archive.bin"_ba, "application/octet-stream"_ba, demoNoise, 160'000, 50, 3600ms),
        demoRoute("/reports/2026-q2.csv"_ba, demoAnswer(csvType, csv).after(2100ms)),
        picture("icon.png"_ba, {32, 32}, 210, 50ms),
        dripped("/reports/2026-q3.csv"_ba, csvType, csv, 25, 4500ms),
        demoRoute("/feeds/news.xml"_ba, demoAnswer("application/rss+xml"_ba, demoFeed(30)).after(520ms)),
        slowPicture("panorama.jpg"_ba, {1920, 600}, 330, 3800ms),
        demoRoute("/texts/haiku.txt"_ba,
                  demoAnswer(textType, u"古池や\n蛙飛び込む\n水の音\n"_s.toUtf8()).after(750ms)),
        dripped("/exports/measurements.json"_ba, "application/json"_ba, demoMeasurements(5'000'000), 40,
                3000ms),
        demoRoute("/sitemap.xml"_ba, demoAnswer("application/xml"_ba, demoFeed(8)).after(160ms)),
        picture("chart.png"_ba, {1024, 768}, 30, 1700ms),
        dripped("/texts/inventory.txt"_ba, textType, demoLog(300), 12, 3000ms),
        demoRoute("/news/opening.html"_ba, demoAnswer(htmlType, demoHtml("Opening"_ba, 40)).after(1300ms)),
    };
}

} // namespace inflight
