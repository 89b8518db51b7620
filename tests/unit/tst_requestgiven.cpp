// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/requestgiven.h"

#include "jobs/requestof.h"
#include "net/wire/http2/http2fields.h"
#include "net/wire/requestbytes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

using Pairs = QList<QPair<QByteArray, QByteArray>>;

std::shared_ptr<const RequestTemplate> flags()
{
    return std::make_shared<const RequestTemplate>(
        RequestTemplate{"PUT"_ba, {{"A"_ba, "flag"_ba}, {"Content-Type"_ba, "flag"_ba}}, "flag"_ba});
}

} // namespace

class TestRequestGiven final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSaidIsTheDefault()
    {
        const auto defaults = flags();
        QCOMPARE(requestGiven({}, {}, {}, defaults), defaults);
        QVERIFY(!requestGiven({}, {}, {}, nullptr));
        QVERIFY(!requestGiven("GET"_ba, {}, {}, nullptr));
    }

    void headersWinByName()
    {
        const auto request = requestGiven({}, {{"a"_ba, "own"_ba}}, {}, flags());
        QCOMPARE(request->method, "PUT"_ba);
        QCOMPARE(request->body, "flag"_ba);
        QCOMPARE(request->headers.size(), 2);
        QCOMPARE(request->headers[0].value, "own"_ba);
        QCOMPARE(request->headers[1].name, "Content-Type"_ba);
    }

    void ownMethodHasItsOwnBody()
    {
        const auto request = requestGiven("GET"_ba, {}, {}, flags());
        QCOMPARE(request->method, "GET"_ba);
        QVERIFY(request->body.isEmpty());
        QCOMPARE(request->headers.size(), 1);
    }

    void whatIsAskedAnewReplacesWhatItSays()
    {
        const auto stored = std::make_shared<const RequestTemplate>(
            RequestTemplate{"PUT"_ba, {{"authorization"_ba, "old"_ba}, {"B"_ba, "b"_ba}}, "stored"_ba});
        const auto token = requestChanged(stored, {"GET"_ba, {{"Authorization"_ba, "new"_ba}}, {}});
        QCOMPARE(token->method, "PUT"_ba);
        QCOMPARE(token->body, "stored"_ba);
        QCOMPARE(token->headers, (HeaderList{{"B", "b"}, {"Authorization", "new"}}));
        const auto body = requestChanged(stored, {"POST"_ba, {}, "now"_ba});
        QCOMPARE(body->method, "POST"_ba);
        QCOMPARE(body->body, "now"_ba);
        QCOMPARE(body->headers, stored->headers);
        QCOMPARE(requestChanged(nullptr, {"GET"_ba, {{"A"_ba, "a"_ba}}, {}})->method, "GET"_ba);
    }

    void aBodyIsPosted()
    {
        QCOMPARE(requestGiven({}, {}, "x"_ba, nullptr)->method, "POST"_ba);
        QCOMPARE(requestGiven({}, {}, "x"_ba, flags())->method, "PUT"_ba);
        QCOMPARE(requestGiven({}, {}, "x"_ba, flags())->body, "x"_ba);
    }

    void removedHeaders()
    {
        const auto request = requestGiven(
            {}, Pairs{{"A"_ba, {}}, {"Accept"_ba, {}}, {"user-agent"_ba, {}}, {"Accept-Encoding"_ba, {}}}, {},
            flags());
        QByteArrayList names;
        for (const Header &header : request->headers)
            names.append(header.name);
        QCOMPARE(names,
                 (QByteArrayList{"Accept"_ba, "user-agent"_ba, "Accept-Encoding"_ba, "Content-Type"_ba}));
        QVERIFY(request->headers[0].value.isNull());
        QVERIFY(request->headers[1].value.isNull());
        QVERIFY(request->headers[2].value.isNull());
    }

    /// On neither wire.
    void removedHeadersStayRemoved()
    {
        const auto given =
            requestGiven({}, Pairs{{"User-Agent"_ba, {}}, {"Accept-Encoding"_ba, {}}}, {}, nullptr);
        const Request request = requestOf({.url = u"https://h/"_s, .request = given});
        const auto bytes = requestBytes(request);
        QCOMPARE(bytes, std::optional("GET / HTTP/1.1\r\nHost: h\r\nAccept: */*\r\n\r\n"_ba));
        const auto fields = http2Fields(request);
        QVERIFY(fields);
        QCOMPARE(fields->sliced(4), (HeaderList{{"accept"_ba, "*/*"_ba}}));
    }

    void emptyHeadersAreSent()
    {
        const auto given = requestGiven({}, Pairs{{"User-Agent"_ba, ""_ba}}, {}, nullptr);
        const auto bytes = requestBytes(requestOf({.url = u"http://h/"_s, .request = given}));
        QVERIFY(bytes && bytes->contains("User-Agent: \r\n"));
    }
};

QTEST_GUILESS_MAIN(TestRequestGiven)
#include "tst_requestgiven.moc"
