// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/redirect.h"
#include "net/retrypolicy.h"

#include <QTest>
#include <QTimeZone>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("ms"); // −1: not understood
        const auto row = [](const char *value, qint64 ms) {
            QTest::newRow(value) << QByteArray(value) << ms;
        };
        row("0", 0);
        row("37", 37'000);
        row(" 2 ", 2'000);
        row("Mon, 23 Nov 2026 12:00:10 GMT", 10'000);
        row("Mon, 23 Nov 2026 11:59:00 GMT", 0); // past
        row("Monday, 23-Nov-26 12:00:10 GMT", 10'000);
        row("Mon Nov 23 12:00:10 2026", 10'000);
        row("Sun Dec  6 12:00:00 2026", 24LL * 3600 * 1000); // two weeks: more than a day is not waited for
        row("Sunday, 22-Nov-99 12:00:00 GMT", 0);            // 1999
        row("86401", 24LL * 3600 * 1000);
        row("99999999999999999999", 24LL * 3600 * 1000);
        row("", -1);
        row("-5", -1);
        row("1.5", -1);
        row("soon", -1);
        row("23 Nov 2026", -1);
    }

    void retryAfter()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const qint64, ms);
        const QDateTime now(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC);
        const std::optional<milliseconds> delay = parseRetryAfter(value, now);
        QCOMPARE(delay ? qint64(delay->count()) : qint64(-1), ms);
    }

    void backOffDoublesToItsCapWithFullJitter()
    {
        QCOMPARE(backOffDelay(1, 500ms, 30s, 1.0), 500ms);
        QCOMPARE(backOffDelay(2, 500ms, 30s, 1.0), 1000ms);
        QCOMPARE(backOffDelay(5, 500ms, 30s, 1.0), 8000ms);
        QCOMPARE(backOffDelay(50, 500ms, 30s, 1.0), 30s);
        QCOMPARE(backOffDelay(2000, 500ms, 30s, 1.0), 30s);
        QCOMPARE(backOffDelay(3, 500ms, 30s, 0.0), 0ms);
        QCOMPARE(backOffDelay(3, 500ms, 30s, 0.25), 500ms);
    }

    void onlySomeFaultsAreTransient()
    {
        for (const FaultClass each :
             {FaultClass::Dns, FaultClass::Refused, FaultClass::Unreachable, FaultClass::Truncated,
              FaultClass::TimeoutConnect, FaultClass::TimeoutFirstByte, FaultClass::TimeoutIdle})
            QVERIFY(isTransient(each));
        for (const FaultClass each : {FaultClass::Tls, FaultClass::Proxy, FaultClass::TimeoutTotal,
                                      FaultClass::Redirect, FaultClass::Protocol, FaultClass::TooLarge,
                                      FaultClass::Parse, FaultClass::Slow, FaultClass::Internal})
            QVERIFY(!isTransient(each));
        QVERIFY(isIdempotent("GET") && isIdempotent("PUT") && isIdempotent("DELETE"));
        QVERIFY(!isIdempotent("POST") && !isIdempotent("PATCH"));
    }

    void everyFaultClassHasItsName()
    {
        QSet<QString> names;
        for (int i = 0; i < static_cast<int>(FaultClass::Count); ++i) {
            const auto each = static_cast<FaultClass>(i);
            const QString name = faultClassName(each);
            QCOMPARE(faultClassFromName(name), std::optional(each));
            names.insert(name);
        }
        QCOMPARE(names.size(), static_cast<qsizetype>(FaultClass::Count));
        QVERIFY(!faultClassFromName(u"no such class"));
    }

    void httpsIsNotGivenUp()
    {
        Request request;
        request.url = QUrl(u"https://example.org/a"_s);
        ResponseHead head;
        head.status = 302;
        head.headers = {{"location", "http://example.org/b"}};
        const auto refused = followRedirect(request, head);
        QVERIFY(std::holds_alternative<Fault>(refused));
        QCOMPARE(std::get<Fault>(refused).faultClass, FaultClass::Redirect);

        head.headers = {{"location", "//other.example/b#part"}};
        const auto followed = followRedirect(request, head);
        QVERIFY(std::holds_alternative<Request>(followed));
        QCOMPARE(std::get<Request>(followed).url, QUrl(u"https://other.example/b"_s));
    }

    void encryptionIsGivenUpWhenAllowedAndCredentialsStay()
    {
        Request request;
        request.url = QUrl(u"https://example.org/a"_s);
        request.headers = {{"Authorization", "Basic x"}, {"Cookie", "a=b"}, {"Accept", "*/*"}};
        ResponseHead head;
        head.status = 307;
        head.headers = {{"location", "http://example.org/b"}};
        const auto followed = followRedirect(request, head, Downgrade::Followed);
        QVERIFY(std::holds_alternative<Request>(followed));
        QCOMPARE(std::get<Request>(followed).url, QUrl(u"http://example.org/b"_s));
        QCOMPARE(std::get<Request>(followed).headers, (HeaderList{{"Accept", "*/*"}}));
        for (const char *target : {"file:///etc/passwd", "ftp://example.org/", "data:,x", "javascript:1"}) {
            head.headers = {{"location", target}};
            const auto refused = followRedirect(request, head, Downgrade::Followed);
            QVERIFY2(std::holds_alternative<Fault>(refused), target);
        }
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
