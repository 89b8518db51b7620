// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/http2/http2fields.h"

#include <QTest>
#include <QUrl>

using namespace inflight;
using namespace Qt::StringLiterals;

class TestHttp2Fields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatTheUrlSays()
    {
        const Request request{.url = QUrl(u"https://example.org:8443/a b?q=1"_s)};
        const HeaderList expected{{":method", "GET"},
                                  {":scheme", "https"},
                                  {":authority", "example.org:8443"},
                                  {":path", "/a%20b?q=1"}};
        QCOMPARE(http2Fields(request), std::optional(expected));
    }

    void hasAPathInAnyCase()
    {
        const auto fields = http2Fields({.url = QUrl(u"https://[::1]"_s)});
        QVERIFY(fields);
        QCOMPARE(headerValue(*fields, ":path"), "/"_ba);
        QCOMPARE(headerValue(*fields, ":authority"), "[::1]"_ba);
    }

    void leavesOutWhatIsOfTheConnection()
    {
        Request request{.url = QUrl(u"https://example.org/"_s)};
        for (const char *name :
             {"Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade"})
            request.headers.append(Header{name, "x"});
        request.headers += {{"Host", "other.example"}, {"TE", "gzip"}, {"X-Own", " Kept "}, {"X-None", {}}};
        const auto fields = http2Fields(request);
        QVERIFY(fields);
        QCOMPARE(fields->size(), 5);
        QCOMPARE(headerValue(*fields, ":authority"), "other.example"_ba);
        QCOMPARE(fields->last(), (Header{"x-own", "Kept"}));
    }

    void saysOnceWhatIsGivenTwice()
    {
        const HeaderList headers{{"X-Own", "1"}, {"Cookie", "a=1"}, {"x-own", "2"}, {"cookie", "b=2"}};
        const auto fields = http2Fields({.url = QUrl(u"https://example.org/"_s), .headers = headers});
        QVERIFY(fields);
        const HeaderList expected{{"x-own", "1, 2"}, {"cookie", "a=1; b=2"}};
        QCOMPARE(fields->sliced(4), expected);
    }

    void announcesTheBody_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("length");
        QTest::newRow("GET") << "GET"_ba << QByteArray() << QByteArray();
        QTest::newRow("GET with one") << "GET"_ba
                                      << "four"_ba
                                      << "4"_ba;
        QTest::newRow("POST without one") << "POST"_ba << QByteArray() << "0"_ba;
        QTest::newRow("PUT") << "PUT"_ba
                             << "12345"_ba
                             << "5"_ba;
    }

    void announcesTheBody()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, length);
        for (const HeaderList &headers : {HeaderList(), HeaderList{{"Content-Length", "7"}}}) {
            const Request request{
                .url = QUrl(u"https://example.org/"_s), .method = method, .headers = headers, .body = body};
            const auto fields = http2Fields(request);
            QVERIFY(fields);
            QCOMPARE(headerValue(*fields, "content-length"), length);
        }
    }

    void lineBreaksAreRefused()
    {
        Request request{.url = QUrl(u"https://example.org/"_s), .method = "GET\r\nX: y"};
        QVERIFY(!http2Fields(request));
        request.method = "GET";
        request.headers = {{"X-Own", "a\nb"}};
        QVERIFY(!http2Fields(request));
    }
};

QTEST_GUILESS_MAIN(TestHttp2Fields)
#include "tst_http2fields.moc"
