// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/humantext.h"

#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

class TestHumanText final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void counts();
    void bytes_data();
    void bytes();
    void durations_data();
    void durations();
    void latencies();
    void seconds();
    void rates();
    void usesTheLocalesNumerals();
};

void TestHumanText::counts()
{
    QCOMPARE(formatCount(0), u"0"_s);
    QCOMPARE(formatCount(999), u"999"_s);
    QCOMPARE(formatCount(1000), u"1,000"_s);
    QCOMPARE(formatCount(1'234'567), u"1,234,567"_s);
}

void TestHumanText::bytes_data()
{
    QTest::addColumn<qint64>("size");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 size, const QString &text) {
        QTest::newRow(qPrintable(QString::number(size))) << size << text;
    };
    row(-1, {});
    row(0, u"0 B"_s);
    row(999, u"999 B"_s);
    row(1000, u"1.0 kB"_s);
    row(12'400'000, u"12.4 MB"_s);
    row(999'949, u"999.9 kB"_s);
    row(999'950, u"1.0 MB"_s);
    row(999'999'999, u"1.0 GB"_s);
    row(1'500'000'000'000, u"1.5 TB"_s);
    row(std::numeric_limits<qint64>::max(), u"9.2 EB"_s);
}

void TestHumanText::bytes()
{
    QFETCH(qint64, size);
    QTEST(formatBytes(size), "text");
}

void TestHumanText::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 ms, const QString &text) {
        QTest::newRow(qPrintable(QString::number(ms))) << ms << text;
    };
    row(-1, {});
    row(0, u"0 ms"_s);
    row(850, u"850 ms"_s);
    row(999, u"999 ms"_s);
    row(1000, u"1.0 s"_s);
    row(4200, u"4.2 s"_s);
    row(59'949, u"59.9 s"_s);
    row(59'950, u"1 min 0 s"_s);
    row(60'000, u"1 min 0 s"_s);
    row(192'400, u"3 min 12 s"_s);
    row(3'599'999, u"59 min 59 s"_s);
    row(3'600'000, u"1 h 0 min"_s);
    row(7'500'000, u"2 h 5 min"_s);
    row(86'400'000, u"1 d 0 h"_s);
    row(273'600'000, u"3 d 4 h"_s);
}

void TestHumanText::durations()
{
    QFETCH(qint64, ms);
    QTEST(formatDuration(ms), "text");
}

void TestHumanText::latencies()
{
    using std::chrono::microseconds;
    QCOMPARE(formatLatency(microseconds(490)), u"0.49 ms"_s);
    QCOMPARE(formatLatency(microseconds(9'940)), u"9.9 ms"_s);
    QCOMPARE(formatLatency(microseconds(10'920)), u"11 ms"_s);
}

void TestHumanText::seconds()
{
    QCOMPARE(formatSeconds(-1), QString());
    QCOMPARE(formatSeconds(499), u"0 s"_s);
    QCOMPARE(formatSeconds(20'600), u"21 s"_s);
    QCOMPARE(formatSeconds(59'499), u"59 s"_s);
    QCOMPARE(formatSeconds(59'500), u"1 min 0 s"_s);
    QCOMPARE(formatSeconds(192'000), u"3 min 12 s"_s);
}

void TestHumanText::rates()
{
    QCOMPARE(formatRate(0), u"0 B/s"_s);
    QCOMPARE(formatRate(3.1e6), u"3.1 MB/s"_s);
}

void TestHumanText::usesTheLocalesNumerals()
{
    QLocale::setDefault(QLocale(QLocale::German));
    const QString size = formatBytes(12'400'000);
    const QString count = formatCount(1000);
    QLocale::setDefault(QLocale::c());
    QCOMPARE(size, u"12,4 MB"_s);
    QCOMPARE(count, u"1.000"_s);
}

QTEST_APPLESS_MAIN(TestHumanText)
#include "tst_humantext.moc"
