// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/statusset.h"

#include <QTest>

using namespace Qt::StringLiterals;
using inflight::StatusSet;

class TestStatusSet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void defaultIsSuccess();
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void equalHoweverWritten();
};

void TestStatusSet::defaultIsSuccess()
{
    const StatusSet set;
    QVERIFY(!set.contains(199));
    QVERIFY(set.contains(200));
    QVERIFY(set.contains(299));
    QVERIFY(!set.contains(300));
    QCOMPARE(set.text(), u"200..=299"_s);
}

void TestStatusSet::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("inside");
    QTest::addColumn<QList<int>>("outside");
    QTest::addColumn<QString>("canonical");

    QTest::newRow("contract") << u"200..=299,304"_s << QList{200, 299, 304} << QList{199, 300, 303, 305}
                              << u"200..=299,304"_s;
    QTest::newRow("exclusive") << u"200..300"_s << QList{200, 299} << QList{300} << u"200..=299"_s;
    QTest::newRow("one") << u"404"_s << QList{404} << QList{403, 405, 200} << u"404"_s;
    QTest::newRow("spaces") << u" 200 , 404 "_s << QList{200, 404} << QList{201} << u"200,404"_s;
    QTest::newRow("merged") << u"204..=299,200..=203,250"_s << QList{200, 250, 299} << QList{300}
                            << u"200..=299"_s;
    QTest::newRow("unsorted") << u"500,200"_s << QList{200, 500} << QList{201, 499} << u"200,500"_s;
    QTest::newRow("open end") << u"400.."_s << QList{400, 999} << QList{399} << u"400..=999"_s;
    QTest::newRow("open start") << u"..=199"_s << QList{100, 199} << QList{200} << u"100..=199"_s;
    QTest::newRow("edges") << u"100..=999"_s << QList{100, 999} << QList{99, 1000, 0} << u"100..=999"_s;
}

void TestStatusSet::parses()
{
    QFETCH(QString, text);
    QFETCH(QList<int>, inside);
    QFETCH(QList<int>, outside);
    const auto set = StatusSet::parse(text);
    QVERIFY(set);
    for (const int status : std::as_const(inside))
        QVERIFY2(set->contains(status), qPrintable(QString::number(status)));
    for (const int status : std::as_const(outside))
        QVERIFY2(!set->contains(status), qPrintable(QString::number(status)));
    QTEST(set->text(), "canonical");
    QCOMPARE(StatusSet::parse(set->text()), set);
}

void TestStatusSet::refuses_data()
{
    QTest::addColumn<QString>("text");
    const QStringList texts{u""_s,           u","_s,           u"200,"_s, u"abc"_s,      u"99"_s,
                            u"1000"_s,       u"200-299"_s,     u"2xx"_s,  u"300..200"_s, u"200..200"_s,
                            u"200..=1000"_s, u"200..=..300"_s, u"+200"_s, u"200..="_s,   u"0200"_s,
                            u"٢٠٠"_s,        u"200;304"_s};
    for (const QString &text : texts)
        QTest::newRow(qPrintable(u"'%1'"_s.arg(text))) << text;
}

void TestStatusSet::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!StatusSet::parse(text));
}

void TestStatusSet::equalHoweverWritten()
{
    QCOMPARE(StatusSet::parse(u"200..300"), std::optional(StatusSet()));
    QVERIFY(StatusSet::parse(u"200") != std::optional(StatusSet()));
}

QTEST_APPLESS_MAIN(TestStatusSet)
#include "tst_statusset.moc"
