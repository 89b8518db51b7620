// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/fuzzymatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

class TestFuzzyMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::newRow("nothing typed") << u""_s << u"Cancel"_s << true;
        QTest::newRow("blanks alone") << u"  "_s << u"Cancel"_s << true;
        QTest::newRow("no text") << u"a"_s << u""_s << false;
        QTest::newRow("begin") << u"can"_s << u"Cancel"_s << true;
        QTest::newRow("case does not matter") << u"CAN"_s << u"cancel"_s << true;
        QTest::newRow("gaps") << u"cl"_s << u"Cancel"_s << true;
        QTest::newRow("wrong order") << u"lc"_s << u"Cancel"_s << false;
        QTest::newRow("a letter twice") << u"cc"_s << u"Cancel"_s << true;
        QTest::newRow("a letter too often") << u"ccc"_s << u"Cancel"_s << false;
        QTest::newRow("words in any order") << u"jobs cancel"_s << u"Cancel all jobs"_s << true;
        QTest::newRow("each word has to fit") << u"cancel xyz"_s << u"Cancel all jobs"_s << false;
        QTest::newRow("letters with accents") << u"über"_s << u"Über Inflight"_s << true;
        QTest::newRow("longer than the text") << u"cancellation"_s << u"Cancel"_s << false;
    }

    void matches()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QCOMPARE(fuzzyMatch(query, text).has_value(), fits);
    }

    void tellsWhichLetters_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qsizetype>>("positions");
        QTest::newRow("begins of words") << u"ca"_s << u"Cache; cancel all"_s << QList<qsizetype>{0, 1};
        QTest::newRow("initials") << u"raf"_s << u"Retry all failed"_s << QList<qsizetype>{0, 6, 10};
        QTest::newRow("together rather than apart")
            << u"ail"_s << u"bat bit failed"_s << QList<qsizetype>{9, 10, 11};
        QTest::newRow("words") << u"job can"_s << u"Cancel job"_s << QList<qsizetype>{0, 1, 2, 7, 8, 9};
    }

    void tellsWhichLetters()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QFETCH(QList<qsizetype>, positions);
        const auto match = fuzzyMatch(query, text);
        QVERIFY(match);
        QCOMPARE(match->positions, positions);
    }

    void ranks_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("better");
        QTest::addColumn<QString>("worse");
        QTest::newRow("begin before middle") << u"ex"_s << u"Export"_s << u"Next pane"_s;
        QTest::newRow("beside each other before apart") << u"ret"_s << u"Retry"_s << u"Rename it"_s;
        QTest::newRow("begin of a word before its middle") << u"run"_s << u"Save run as"_s << u"Prune it"_s;
        QTest::newRow("initials before letters anywhere") << u"cs"_s << u"Cancel slow"_s << u"Cancel this"_s;
        QTest::newRow("a small gap before a large one") << u"ce"_s << u"xcye"_s << u"xcyyyyyye"_s;
    }

    void ranks()
    {
        QFETCH(QString, query);
        QFETCH(QString, better);
        QFETCH(QString, worse);
        const auto one = fuzzyMatch(query, better);
        const auto other = fuzzyMatch(query, worse);
        QVERIFY(one && other);
        QVERIFY2(one->score > other->score, qPrintable(u"%1, %2"_s.arg(one->score).arg(other->score)));
    }

    void theNameCountsMoreThanTheMenu()
    {
        const QString inName = u"View ▸ Jobs"_s;
        const QString inMenu = u"Jobs ▸ View"_s;
        const auto name = fuzzyMatch(u"jobs"_s, inName, 7);
        const auto menu = fuzzyMatch(u"jobs"_s, inMenu, 7);
        QVERIFY(name && menu);
        QVERIFY(name->score > menu->score);
    }
};

QTEST_MAIN(TestFuzzyMatch)
#include "tst_fuzzymatch.moc"
