// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/ratetext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;
using namespace std::chrono_literals;

class TestRateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("periodMs");
        QTest::newRow("a second") << u"5/s"_s << 5 << qint64{1000};
        QTest::newRow("a minute") << u"100/m"_s << 100 << qint64{60'000};
        QTest::newRow("an hour") << u"7/h"_s << 7 << qint64{3'600'000};
        QTest::newRow("a day") << u"1/d"_s << 1 << qint64{86'400'000};
        QTest::newRow("several seconds") << u"5/15s"_s << 5 << qint64{15'000};
        QTest::newRow("as curl: an hour") << u"30"_s << 30 << qint64{3'600'000};
        QTest::newRow("the most") << u"1000/s"_s << 1000 << qint64{1000};
        QTest::newRow("the longest") << u"1/365d"_s << 1 << qint64{365LL * 86'400'000};
        QTest::newRow("spaces around") << u" 5/s "_s << 5 << qint64{1000};
    }

    void reads()
    {
        QFETCH(const QString, text);
        QFETCH(const int, count);
        QFETCH(const qint64, periodMs);
        const std::optional<RateLimit> rate = rateFromText(text);
        QVERIFY(rate);
        QCOMPARE(rate->count, count);
        QCOMPARE(qint64{rate->period.count()}, periodMs);
        QCOMPARE(rateFromText(rateText(*rate)), rate);
    }

    void nothingIsNoLimit()
    {
        QCOMPARE(rateFromText(u""), std::optional(RateLimit{}));
        QCOMPARE(rateText({}), QString());
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"0/s",    "-1/s",  "5/",   "/s",         "5/x",         "5/0s", "5/s5",   "5 / s",
              "five/s", "5.5/s", "5//s", "99999999/s", "5/99999999d", "+5/s", "1001/s", "1/366d",
              "5/S",    "5/15",  "5/sx", "5/s/s",      "5/ms",        "٥/s"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }

    void refuses()
    {
        QFETCH(const QString, text);
        QVERIFY(!rateFromText(text));
    }

    void writesTheLargestUnitThatSaysItWhole()
    {
        QCOMPARE(rateText({.count = 5, .period = 60s}), u"5/m"_s);
        QCOMPARE(rateText({.count = 5, .period = 90s}), u"5/90s"_s);
        QCOMPARE(rateText({.count = 5, .period = 48h}), u"5/2d"_s);
    }
};

QTEST_MAIN(TestRateText)
#include "tst_ratetext.moc"
