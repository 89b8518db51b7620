// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/bufferedsockets.h"

#include "support/testsupport.h"

#include <QNetworkProxyQuery>
#include <QTest>
#include <QUrl>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

QNetworkProxy::ProxyType answer(ProxyChoice &choice, const QString &url)
{
    return choice.queryProxy(QNetworkProxyQuery(QUrl(url))).value(0).type();
}

} // namespace

class TestBufferedSockets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        for (const char *name :
             {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
            qunsetenv(name);
    }

    void theyWorkHere()
    {
        Executor executor;
        DeadlineQueue deadlines(executor);
        const int before = openFileDescriptors();
        QCOMPARE(runTask(checkBufferedSockets(&executor, &deadlines)), std::optional(true));
        QCOMPARE(deadlines.armed(), 0);
        QTRY_VERIFY(openFileDescriptors() <= before + 2); // the event loop's own
    }

    void onlyPlainHttpIsBuffered()
    {
        ProxyChoice choice(std::nullopt, true);
        QCOMPARE(answer(choice, u"http://example.org/"_s), QNetworkProxy::DefaultProxy);
        QCOMPARE(answer(choice, u"https://example.org/"_s), QNetworkProxy::NoProxy);
    }

    void withoutThemItFallsBack()
    {
        ProxyChoice choice(std::nullopt, false);
        QCOMPARE(answer(choice, u"http://example.org/"_s), QNetworkProxy::NoProxy);
    }

    void aProxyThatWasSetWins()
    {
        const QNetworkProxy proxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, 3128);
        ProxyChoice choice(proxy, true);
        QCOMPARE(answer(choice, u"http://example.org/"_s), QNetworkProxy::HttpProxy);
        QVERIFY(goesThroughProxy(proxy, QUrl(u"http://example.org/"_s)));
        QVERIFY(!goesThroughProxy(std::nullopt, QUrl(u"http://example.org/"_s)));
    }

    void theEnvironmentsProxyIsTaken()
    {
        qputenv("http_proxy", "http://127.0.0.1:3128");
        ProxyChoice choice(std::nullopt, true);
        QCOMPARE(answer(choice, u"http://example.org/"_s), QNetworkProxy::HttpProxy);
    }
};

QTEST_GUILESS_MAIN(TestBufferedSockets)
#include "tst_bufferedsockets.moc"
