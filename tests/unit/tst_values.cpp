// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/values.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

/// The grammars of single flag values; what the flags make of them is tst_options.
class TestValues final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seconds_data();
    void seconds();
    void sizes_data();
    void sizes();
    void integers();
};

void TestValues::seconds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms"); // -1: refused
    const auto row = [](const QString &text, qint64 ms) {
        QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text << ms;
    };
    row(u"30"_s, 30'000);
    row(u"1.5"_s, 1500);
    row(u".25"_s, 250);
    row(u"2."_s, 2000);
    row(u"0"_s, 0);
    row(u"0.0001"_s, 1);
    row(u"2000000"_s, 2'000'000'000);
    for (const QString &text : {u""_s, u"."_s, u"-1"_s, u"+1"_s, u"1e3"_s, u"inf"_s, u"0x10"_s, u"1.2.3"_s,
                                u"1s"_s, u"2000001"_s, u"١"_s})
        row(text, -1);
}

void TestValues::seconds()
{
    QFETCH(QString, text);
    const auto time = parseSeconds(text);
    QTEST(time ? qint64(time->count()) : -1, "ms");
}

void TestValues::sizes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("bytes"); // -1: refused
    const auto row = [](const QString &text, qint64 bytes) {
        QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text << bytes;
    };
    row(u"500"_s, 500);
    row(u"500k"_s, 512'000);
    row(u"500K"_s, 512'000);
    row(u"1.5M"_s, 1'572'864);
    row(u"1G"_s, 1'073'741'824);
    row(u"2T"_s, 2'199'023'255'552);
    row(u"0"_s, 0);
    for (const QString &text : {u""_s, u"k"_s, u"-1"_s, u"1kB"_s, u"1 k"_s, u"G1"_s, u"99999999T"_s})
        row(text, -1);
}

void TestValues::sizes()
{
    QFETCH(QString, text);
    QTEST(parseSize(text).value_or(-1), "bytes");
}

void TestValues::integers()
{
    QCOMPARE(parseInteger(u"4096", 1, 4096), std::optional(4096));
    QCOMPARE(parseInteger(u"-1", -1, 5), std::optional(-1));
    for (const QStringView text :
         {u"", u"-", u"+1", u" 1", u"1 ", u"1.0", u"0x1", u"5000", u"0", u"99999999999", u"\u0661"})
        QVERIFY2(!parseInteger(text, 1, 4096), qPrintable(text.toString()));
}

QTEST_APPLESS_MAIN(TestValues)
#include "tst_values.moc"
