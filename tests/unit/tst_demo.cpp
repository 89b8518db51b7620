// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoserver.h"
#include "demo/gzip.h"
#include "support/rawclient.h"

#include <QJsonDocument>
#include <QMap>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSize>
#include <QTest>
#include <QUrl>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int limitMs = 20'000;
constexpr double hurried = 0.01;

struct Answer
{
    int status = 0; ///< 0: none came
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    QByteArray type;
    QByteArray body;
    QString finalPath;
};

using Answers = QMap<QString, Answer>;

bool neverEnds(const QString &url)
{
    return url.endsWith("/api/queue/next"_L1) || url.endsWith("/stream/radio"_L1);
}

QString pathOf(const QUrl &url)
{
    return url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
}

Answer takeAnswer(QNetworkReply &reply)
{
    return {.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .error = reply.error(),
            .type = reply.rawHeader("Content-Type"),
            .body = reply.readAll(),
            .finalPath = pathOf(reply.url())};
}

/// What each of `urls` is answered, all asked at once. Each has a manager of its own: one that meets a broken
/// connection fails everything else that it has queued for the host.
Answers fetch(const QStringList &urls)
{
    std::vector<std::unique_ptr<QNetworkAccessManager>> managers;
    QMap<QString, std::shared_ptr<QNetworkReply>> replies;
    for (const QString &url : urls) {
        QNetworkRequest request{QUrl(url)};
        request.setMaximumRedirectsAllowed(5);
        request.setDecompressedSafetyCheckThreshold(-1);
        managers.push_back(std::make_unique<QNetworkAccessManager>());
        replies.insert(url, std::shared_ptr<QNetworkReply>(managers.back()->get(request)));
    }
    const auto allOver = [&] {
        return std::ranges::all_of(replies, [](const auto &reply) { return reply->isFinished(); });
    };
    Answers answers;
    if (!QTest::qWaitFor(allOver, limitMs))
        return answers;
    for (auto each = replies.cbegin(); each != replies.cend(); ++each)
        answers.insert(pathOf(QUrl(each.key())), takeAnswer(*each.value()));
    return answers;
}

Answer fetchOne(DemoServer &demo, const QString &path)
{
    return fetch({demo.server().url(path)}).value(path);
}

QByteArray gunzipped(const QByteArray &packed)
{
    z_stream stream{};
    QByteArray bytes(1'000'000, Qt::Uninitialized);
    QByteArray input = packed;
    stream.next_in = reinterpret_cast<Bytef *>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef *>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    constexpr int gzipOnly = 15 + 16;
    const bool whole = inflateInit2(&stream, gzipOnly) == Z_OK && inflate(&stream, Z_FINISH) == Z_STREAM_END;
    bytes.truncate(whole ? static_cast<qsizetype>(stream.total_out) : 0);
    inflateEnd(&stream);
    return bytes;
}

QSize pngSize(const QByteArray &png)
{
    if (!png.startsWith("\x89PNG\r\n"_ba) || png.size() < 24)
        return {};
    return {qFromBigEndian<qint32>(png.constData() + 16), qFromBigEndian<qint32>(png.constData() + 20)};
}

} // namespace

class TestDemo final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsSixtyJobs();
    void routesEveryJob();
    void offersEveryKind();
    void sendsWellFormedBodies();
    void sendsLargeBodies();
    void compresses();
    void repeatsItself();
    void failsOnceAndThenNot_data();
    void failsOnceAndThenNot();
    void asksToWait();
    void resetsAlwaysOrOnce();
    void truncates();
    void leadsElsewhere();
    void neverAnswersTwo();
    void knowsNothingElse();

private:
    std::unique_ptr<DemoServer> m_demo;
    Answers m_answers;
};

void TestDemo::initTestCase()
{
    m_demo = std::make_unique<DemoServer>(hurried);
    QVERIFY(m_demo->server().isListening());
    QStringList ending = m_demo->demoJobUrls();
    QCOMPARE(ending.removeIf(neverEnds), 2);
    m_answers = fetch(ending);
    QCOMPARE(m_answers.size(), ending.size());
}

void TestDemo::listsSixtyJobs()
{
    const QStringList urls = m_demo->demoJobUrls();
    QCOMPARE(urls.size(), 60);
    QCOMPARE(QSet<QString>(urls.begin(), urls.end()).size(), urls.size());
    for (const QString &url : urls) {
        QVERIFY(url.startsWith(m_demo->server().url(u"/"_s)));
        QVERIFY(QUrl(url, QUrl::StrictMode).isValid());
    }
}

void TestDemo::routesEveryJob()
{
    const QMap<QString, int> unusual{{u"/images/missing.png"_s, 404},
                                     {u"/api/users/9999"_s, 404},
                                     {u"/admin/audit.log"_s, 403},
                                     {u"/api/payments/17"_s, 500},
                                     {u"/api/inventory"_s, 503},
                                     {u"/api/quota"_s, 429},
                                     {u"/login"_s, 302},
                                     {u"/legacy/export.dat"_s, 0},
                                     {u"/api/ping"_s, 204}};
    for (auto each = m_answers.cbegin(); each != m_answers.cend(); ++each) {
        QVERIFY2(!each->body.contains("no such page"), qPrintable(each.key()));
        QVERIFY2(each->status == unusual.value(each.key(), 200),
                 qPrintable(each.key() + u' ' + QString::number(each->status)));
    }
    for (auto each = unusual.cbegin(); each != unusual.cend(); ++each)
        QVERIFY2(m_answers.contains(each.key()), qPrintable(each.key()));
}

void TestDemo::offersEveryKind()
{
    QMap<QByteArray, int> kinds;
    for (const Answer &answer : std::as_const(m_answers)) {
        if (answer.status == 200)
            ++kinds[answer.type.split(';').constFirst()];
    }
    QVERIFY(kinds.value("application/json"_ba) >= 20);
    for (const char *type : {"text/plain", "text/csv", "text/html", "image/png", "image/jpeg"})
        QVERIFY2(kinds.value(type) >= 2, type);
    for (const char *type : {"application/rss+xml", "application/xml", "application/octet-stream"})
        QVERIFY2(kinds.value(type) >= 1, type);
    QCOMPARE(m_answers.value(u"/texts/postcard.txt"_s).type, "text/plain; charset=ISO-8859-1"_ba);
    QVERIFY(m_answers.value(u"/texts/postcard.txt"_s)
                .body.startsWith("Gr\xFC\xDF"
                                 "e aus"_ba));
}

void TestDemo::sendsWellFormedBodies()
{
    for (auto each = m_answers.cbegin(); each != m_answers.cend(); ++each) {
        if (each->status != 200)
            continue;
        if (each->type == "application/json"_ba && each.key() != u"/api/counter"_s) {
            QJsonParseError fault;
            const QJsonDocument document = QJsonDocument::fromJson(each->body, &fault);
            const bool good = !document.isNull();
            QVERIFY2(good != (each.key() == "/api/config/crane-4.json"_L1), qPrintable(each.key()));
            QVERIFY(good || each->body.left(fault.offset).count('\n') == 4);
        } else if (each->type == "image/jpeg"_ba) {
            QVERIFY2(each->body.startsWith("\xFF\xD8\xFF"_ba), qPrintable(each.key()));
        }
    }
    QCOMPARE(m_answers.value(u"/api/counter"_s).body, "42"_ba);
    QCOMPARE(pngSize(m_answers.value(u"/images/harbour.png"_s).body), QSize(640, 480));
    QCOMPARE(pngSize(m_answers.value(u"/images/icon.png"_s).body), QSize(32, 32));
}

void TestDemo::sendsLargeBodies()
{
    const QByteArray csv = m_answers.value(u"/exports/sensors-2026.csv"_s).body;
    QCOMPARE(csv.size(), 30'400'000);
    QCOMPARE(csv.count('\n'), 475'000); // whole lines, whatever the pieces
    QVERIFY(csv.startsWith("id,station,"_ba));
    QVERIFY(csv.contains("\n474999,station-"_ba));
    QCOMPARE(m_answers.value(u"/exports/archive.bin"_s).body.size(), 8'000'000);
    QVERIFY(m_answers.value(u"/exports/measurements.json"_s).body.size() >= 5'000'000);
}

void TestDemo::compresses()
{
    const QByteArray text(100'000, 'x');
    QVERIFY(gzipped(text).size() < 1000);
    QCOMPARE(gunzipped(gzipped(text)), text);
    QCOMPARE(gunzipped(gzipped({})), QByteArray());
    RawClient client(m_demo->server().port());
    client.get("/api/catalogue.json"_ba, "Connection: close\r\n"_ba);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.got().contains("\r\nContent-Encoding: gzip\r\n"_ba));
    QCOMPARE(gunzipped(client.body()), m_answers.value(u"/api/catalogue.json"_s).body);
}

void TestDemo::repeatsItself()
{
    DemoServer other(hurried);
    for (const QString &path : {u"/images/lighthouse.jpg"_s, u"/api/users/17"_s, u"/reports/2026-q3.csv"_s})
        QCOMPARE(fetchOne(other, path).body, m_answers.value(path).body);
    QStringList paths;
    for (const QString &url : other.demoJobUrls())
        paths.append(pathOf(QUrl(url)));
    QStringList before;
    for (const QString &url : m_demo->demoJobUrls())
        before.append(pathOf(QUrl(url)));
    QCOMPARE(paths, before);
}

void TestDemo::failsOnceAndThenNot_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("/api/payments/17") << 500;
    QTest::newRow("/api/inventory") << 503;
    QTest::newRow("/api/quota") << 429;
}

void TestDemo::failsOnceAndThenNot()
{
    QFETCH(int, status);
    DemoServer demo(hurried);
    const QString path = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(fetchOne(demo, path).status, status);
    QCOMPARE(fetchOne(demo, path).status, 200);
    QCOMPARE(fetchOne(demo, path).status, status); // the demo again
    QCOMPARE(fetchOne(demo, path).status, 200);
}

void TestDemo::asksToWait()
{
    DemoServer demo(hurried);
    RawClient client(demo.server().port(), "/api/quota"_ba);
    QTRY_VERIFY(client.got().endsWith("Slow down.\n"_ba));
    QVERIFY(client.got().contains("\r\nRetry-After: 2\r\n"_ba));
}

void TestDemo::resetsAlwaysOrOnce()
{
    DemoServer demo(hurried);
    const auto errorOf = [&demo](const QByteArray &path) {
        return errorAfterReading(demo.server().port(),
                                 "GET "_ba + path + " HTTP/1.1\r\nConnection: close\r\n\r\n"_ba);
    };
    for (int i = 0; i < 4; ++i)
        QCOMPARE(errorOf("/legacy/export.dat"_ba), ECONNRESET);
    QCOMPARE(errorOf("/legacy/index.txt"_ba), ECONNRESET);
    QCOMPARE(errorOf("/legacy/index.txt"_ba), 0);
}

void TestDemo::truncates()
{
    RawClient client(m_demo->server().port(), "/downloads/firmware.bin"_ba);
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.got().contains("\r\nContent-Length: 200000\r\n"_ba));
    QCOMPARE(client.body().size(), 120'000);
}

void TestDemo::leadsElsewhere()
{
    QCOMPARE(m_answers.value(u"/old/prices"_s).finalPath, u"/reports/2026-q1.csv"_s);
    QCOMPARE(m_answers.value(u"/go/guide"_s).finalPath, u"/docs/guide.html"_s);
    QCOMPARE(m_answers.value(u"/receipts/latest"_s).finalPath, u"/receipts/2026-11.txt"_s);
    QCOMPARE(m_answers.value(u"/receipts/latest"_s).body, "Berth 7, two nights.\n"_ba);
    QCOMPARE(m_answers.value(u"/login"_s).error, QNetworkReply::TooManyRedirectsError);
    const QMap<QByteArray, QByteArray> first{{"/old/prices"_ba, "301"_ba},
                                             {"/go/guide"_ba, "302"_ba},
                                             {"/go/guide/latest"_ba, "302"_ba},
                                             {"/receipts/latest"_ba, "307"_ba},
                                             {"/login/return"_ba, "302"_ba}};
    for (auto each = first.cbegin(); each != first.cend(); ++each) {
        RawClient client(m_demo->server().port(), each.key());
        QTRY_VERIFY(client.got().startsWith("HTTP/1.1 "_ba + each.value()));
    }
}

void TestDemo::neverAnswersTwo()
{
    DemoServer demo(0);
    RawClient silent(demo.server().port(), "/api/queue/next"_ba);
    RawClient hanging(demo.server().port(), "/stream/radio"_ba);
    QTRY_COMPARE(demo.server().inProgress(), 2);
    QTRY_VERIFY(hanging.got().startsWith("HTTP/1.1 200 OK\r\n"_ba));
    QVERIFY(!QTest::qWaitFor([&] { return demo.server().inProgress() < 2; }, 100));
    QVERIFY(silent.got().isEmpty() && hanging.body().isEmpty());
    silent.socket().abort();
    hanging.socket().abort();
    QTRY_COMPARE(demo.server().abortedRequests(), 2);
}

void TestDemo::knowsNothingElse()
{
    const Answer answer = fetchOne(*m_demo, u"/api/unicorns"_s);
    QCOMPARE(answer.status, 404);
    QVERIFY(answer.body.contains("no such page"_ba));
}

} // namespace inflight

QTEST_GUILESS_MAIN(inflight::TestDemo)
#include "tst_demo.moc"
