// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/snippet.h"

#include <QTest>

#include "pipeline/stages/decode.h"
#include "stagetesting.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

class TestSnippet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheBeginningOfTheText_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("characters");
        QTest::addColumn<QString>("snippet");
        QTest::newRow("short") << "text/plain"_ba
                               << "abc"_ba << 100 << u"abc"_s;
        QTest::newRow("cut") << "text/plain"_ba
                             << "abcdef"_ba << 3 << u"abc"_s;
        QTest::newRow("none wanted") << "text/plain"_ba
                                     << "abcdef"_ba << 0 << u""_s;
        QTest::newRow("characters, not bytes") << "text/plain"_ba
                                               << "\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80x"_ba << 3 << u"ä€😀"_s;
        QTest::newRow("another character set") << "text/html; charset=koi8-r"_ba
                                               << "\xf0\xd2x"_ba << 2 << u"Пр"_s;
        QTest::newRow("a mark is no text") << "text/plain"_ba
                                           << "\xef\xbb\xbfx"_ba << 1 << u"x"_s;
        QTest::newRow("json that is not utf-8") << "application/json"_ba
                                                << "[\"\xff\"]"_ba << 4 << u"[\"\uFFFD\""_s;
        QTest::newRow("svg") << "image/svg+xml"_ba
                             << "<svg/>"_ba << 4 << u"<svg"_s;
        QTest::newRow("image") << "image/png"_ba
                               << "\x89PNG\r\n\x1a\n"_ba << 9 << u""_s;
        QTest::newRow("binary") << ""_ba << QByteArray("\0\1\2", 3) << 9 << u""_s;
        QTest::newRow("empty") << "text/plain"_ba
                               << ""_ba << 9 << u""_s;
    }

    void isTheBeginningOfTheText()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, characters);
        StageTrial run;
        Outcome<StageResult> outcome = DecodeStage().run(payloadOf(body, type), run.context);
        QVERIFY(outcome.succeeded());
        QTEST(QString::fromUtf8(snippetOf(outcome.value().payload, characters)), "snippet");
    }

    void withoutADecodeStageItIsWhatIsMostLikelyText()
    {
        QCOMPARE(snippetOf(payloadOf("hello", "text/plain"), 4), "hell"_ba);
        QCOMPARE(snippetOf(payloadOf("hello"), 4), "hell"_ba);
        QCOMPARE(snippetOf(payloadOf(QByteArray("h\0i", 3)), 4), ""_ba);
        QCOMPARE(snippetOf(payloadOf("hello", "text/plain", "gzip"), 4), ""_ba);
        QCOMPARE(snippetOf({}, 4), ""_ba);
    }

    void ofAWholeBodyItSharesTheMemory()
    {
        const QByteArray body(300, 'x');
        QCOMPARE(snippetOf(payloadOf(body, "text/plain"), 500).constData(), body.constData());
        QCOMPARE(snippetOf(payloadOf(body, "text/plain"), 100), body.left(100));
    }
};

QTEST_GUILESS_MAIN(TestSnippet)
#include "tst_snippet.moc"
