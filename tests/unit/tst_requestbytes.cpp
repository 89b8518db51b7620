// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/requestbytes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

/// What goes on the wire.
class TestRequestBytes final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereTheBodyEndsOnce_data();
    void saysWhereTheBodyEndsOnce();
};

void TestRequestBytes::saysWhereTheBodyEndsOnce_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("rest");
    const HeaderList chunked{{"Transfer-Encoding", "chunked"}};
    QTest::newRow("nothing") << "GET"_ba << HeaderList() << ""_ba
                             << "\r\n"_ba;
    QTest::newRow("a length") << "POST"_ba << HeaderList() << "abc"_ba
                              << "Content-Length: 3\r\n\r\nabc"_ba;
    QTest::newRow("a length of nothing") << "POST"_ba << HeaderList() << ""_ba
                                         << "Content-Length: 0\r\n\r\n"_ba;
    QTest::newRow("lengths of a person's own")
        << "POST"_ba << HeaderList{{"Content-Length", "3"}, {"content-length", "9"}} << "abcd"_ba
        << "Content-Length: 4\r\n\r\nabcd"_ba;
    QTest::newRow("a length of what is not there") << "GET"_ba << HeaderList{{"content-length", "6"}} << ""_ba
                                                   << "\r\n"_ba;
    QTest::newRow("chunks") << "POST"_ba << chunked << "0123456789abcdef"_ba
                            << "Transfer-Encoding: chunked\r\n\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n"_ba;
    QTest::newRow("chunks of nothing") << "POST"_ba << chunked << ""_ba
                                       << "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba;
    QTest::newRow("chunks and a length")
        << "POST"_ba << HeaderList{{"Transfer-Encoding", "gzip, chunked"}, {"Content-Length", "1"}} << "z"_ba
        << "Transfer-Encoding: gzip, chunked\r\n\r\n1\r\nz\r\n0\r\n\r\n"_ba;
    QTest::newRow("a coding that does not say where it ends")
        << "POST"_ba << HeaderList{{"Transfer-Encoding", "gzip"}} << "z"_ba
        << "Content-Length: 1\r\n\r\nz"_ba;
}

void TestRequestBytes::saysWhereTheBodyEndsOnce()
{
    QFETCH(const QByteArray, method);
    QFETCH(const HeaderList, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, rest);
    const auto bytes = requestBytes(
        {.url = QUrl(u"http://example.org/x"_s), .method = method, .headers = headers, .body = body});
    QVERIFY(bytes);
    QCOMPARE(*bytes, method + " /x HTTP/1.1\r\nHost: example.org\r\n" + rest);
}

QTEST_GUILESS_MAIN(TestRequestBytes)
#include "tst_requestbytes.moc"
