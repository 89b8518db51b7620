// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/options.h"
#include "support/testcertificates.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// Nothing, with a warning, when they are refused.
std::optional<Options> parsed(const QStringList &flags)
{
    auto result = parseOptions(QStringList{u"inflight"_s} + flags);
    if (const auto *fault = std::get_if<UsageFault>(&result)) {
        qWarning() << "refused:" << fault->message;
        return std::nullopt;
    }
    return std::get<Options>(std::move(result));
}

QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName()
                                                                                    : QString();
}

} // namespace

/// What the flags that are curl's make of the request and its way.
class TestRequestOptions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainGetHasNoTemplate();
    void headers();
    void headerRemoval();
    void userAgent();
    void credentials();
    void dataMakesAPost();
    void dataFromAFile();
    void ownContentTypeAndMethod();
    void proxies_data();
    void proxies();
    void certificates();
};

void TestRequestOptions::plainGetHasNoTemplate()
{
    const auto options = parsed({u"http://h/"_s});
    QVERIFY(options && !options->request);
}

void TestRequestOptions::headers()
{
    const auto options =
        parsed({u"-H"_s, u"Accept: text/html"_s, u"-H"_s, u"X-Empty;"_s, u"-H"_s, u"X: a: b "_s, u"-H"_s,
                u"X:c"_s, u"-H"_s, u"X-Ä: no"_s.replace(u'Ä', u'A')});
    QVERIFY(options && options->request);
    QCOMPARE(options->request->method, "GET"_ba);
    const HeaderList expected{{"Accept"_ba, "text/html"_ba},
                              {"X-Empty"_ba, ""_ba},
                              {"X"_ba, "a: b"_ba},
                              {"X"_ba, "c"_ba},
                              {"X-A"_ba, "no"_ba}};
    QCOMPARE(options->request->headers, expected);
    QVERIFY(!options->request->headers[1].value.isNull());
}

void TestRequestOptions::headerRemoval()
{
    const auto options = parsed({u"-H"_s, u"Accept:"_s, u"-H"_s, u"X-Never-Sent:"_s, u"-H"_s,
                                 u"accept-encoding:"_s, u"-H"_s, u"User-Agent:"_s});
    QVERIFY(options && options->request);
    const HeaderList &headers = options->request->headers;
    QCOMPARE(headers.size(), 3);
    QCOMPARE(headers[0].name, "Accept"_ba);
    QVERIFY(headers[0].value.isNull());
    QCOMPARE(headers[1].name, "accept-encoding"_ba);
    QVERIFY(headers[1].value.isNull());
    QCOMPARE(headers[2].name, "User-Agent"_ba);
    QVERIFY(headers[2].value.isNull());
}

void TestRequestOptions::userAgent()
{
    const auto set = parsed({u"-A"_s, u"me/1.0"_s});
    QVERIFY(set && set->request);
    QCOMPARE(set->request->headers, (HeaderList{{"User-Agent"_ba, "me/1.0"_ba}}));
    const auto overridden = parsed({u"-A"_s, u"me/1.0"_s, u"-H"_s, u"user-agent: you"_s});
    QVERIFY(overridden && overridden->request);
    QCOMPARE(overridden->request->headers, (HeaderList{{"user-agent"_ba, "you"_ba}}));
    const auto removed = parsed({u"-A"_s, u""_s});
    QVERIFY(removed && removed->request);
    QCOMPARE(removed->request->headers.size(), 1);
    QCOMPARE(removed->request->headers[0].name, "User-Agent"_ba);
    QVERIFY(removed->request->headers[0].value.isNull());
}

void TestRequestOptions::credentials()
{
    const auto options = parsed({u"-u"_s, u"user:pä:ss"_s});
    QVERIFY(options && options->request);
    QCOMPARE(options->request->headers,
             (HeaderList{{"Authorization"_ba, "Basic "_ba + "user:pä:ss"_ba.toBase64()}}));
    const auto without = parsed({u"-u"_s, u"user"_s});
    QVERIFY(without && without->request);
    QCOMPARE(without->request->headers[0].value, "Basic "_ba + "user:"_ba.toBase64());
    const auto overridden = parsed({u"-u"_s, u"user"_s, u"-H"_s, u"Authorization: Bearer x"_s});
    QVERIFY(overridden && overridden->request);
    QCOMPARE(overridden->request->headers, (HeaderList{{"Authorization"_ba, "Bearer x"_ba}}));
}

void TestRequestOptions::dataMakesAPost()
{
    const auto options = parsed({u"-d"_s, u"a=1"_s, u"--data"_s, u"b=ä"_s});
    QVERIFY(options && options->request);
    QCOMPARE(options->request->method, "POST"_ba);
    QCOMPARE(options->request->body, "a=1&b=ä"_ba);
    QCOMPARE(options->request->headers,
             (HeaderList{{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba}}));
    const auto empty = parsed({u"-d"_s, u""_s});
    QVERIFY(empty && empty->request);
    QCOMPARE(empty->request->method, "POST"_ba);
    QCOMPARE(empty->request->body, ""_ba);
}

void TestRequestOptions::dataFromAFile()
{
    const QTemporaryDir folder;
    const QString path = writeFile(folder, u"body"_s, QByteArray("a=1\r\nb\0c\n", 9));
    const auto options = parsed({u"-d"_s, u'@' + path, u"-d"_s, u"d"_s});
    QVERIFY(options && options->request);
    QCOMPARE(options->request->body, "a=1bc&d"_ba);
}

void TestRequestOptions::ownContentTypeAndMethod()
{
    const auto options =
        parsed({u"-d"_s, u"{}"_s, u"-X"_s, u"put"_s, u"-H"_s, u"content-type: application/json"_s});
    QVERIFY(options && options->request);
    QCOMPARE(options->request->method, "put"_ba); // methods are case-sensitive
    QCOMPARE(options->request->headers, (HeaderList{{"content-type"_ba, "application/json"_ba}}));
}

void TestRequestOptions::proxies_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QNetworkProxy>("proxy");
    QTest::newRow("host") << u"proxy.example"_s
                          << QNetworkProxy(QNetworkProxy::HttpProxy, u"proxy.example"_s, 1080);
    QTest::newRow("http") << u"http://h:3128/"_s << QNetworkProxy(QNetworkProxy::HttpProxy, u"h"_s, 3128);
    QTest::newRow("socks") << u"socks5://h"_s << QNetworkProxy(QNetworkProxy::Socks5Proxy, u"h"_s, 1080);
    QTest::newRow("socks names") << u"SOCKS5H://h:9"_s
                                 << QNetworkProxy(QNetworkProxy::Socks5Proxy, u"h"_s, 9);
    QTest::newRow("user") << u"http://u:p%40ss@h:1"_s
                          << QNetworkProxy(QNetworkProxy::HttpProxy, u"h"_s, 1, u"u"_s, u"p@ss"_s);
    QTest::newRow("none") << u""_s << QNetworkProxy(QNetworkProxy::NoProxy);
}

void TestRequestOptions::proxies()
{
    QFETCH(QString, text);
    const auto options = parsed({u"-x"_s, text});
    QVERIFY(options && options->settings.transport.proxy);
    QTEST(*options->settings.transport.proxy, "proxy");
}

void TestRequestOptions::certificates()
{
    const TestCertificates made;
    QVERIFY2(made.isValid(), qPrintable(made.error()));
    const auto options = parsed({u"--cacert"_s, made.caFile()});
    QVERIFY(options);
    QCOMPARE(options->settings.transport.caCertificates, QList{made.caCertificate()});
}

QTEST_GUILESS_MAIN(TestRequestOptions)
#include "tst_requestoptions.moc"
