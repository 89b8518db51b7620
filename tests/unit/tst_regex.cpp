// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QElapsedTimer>
#include <QTest>

#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

/// Patterns in texts, and that none of them runs for ever.
class TestRegex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("values");
        const auto row = [](const char *name, const QByteArray &options, const QByteArray &text,
                            const QByteArray &values) { QTest::newRow(name) << options << text << values; };
        row("named groups", "\"pattern\": \"(?<k>\\\\w+)=(?<v>\\\\d+)?\"",
            "a=1, b=", "{\"k\":\"a\",\"v\":\"1\"}\n{\"k\":\"b\",\"v\":null}\n");
        row("no groups", "\"pattern\": \"\\\\d+\"", "1 22 333", "\"1\"\n\"22\"\n\"333\"\n");
        row("the first alone", "\"pattern\": \"\\\\d+\", \"all\": false", "1 22", "\"1\"\n");
        row("case", "\"pattern\": \"\u00e4b\", \"ignore_case\": true", "\u00c4B", "\"\u00c4B\"\n");
        row("lines", "\"pattern\": \"^.\", \"multiline\": true", "ab\ncd", "\"a\"\n\"c\"\n");
        row("empty matches", "\"pattern\": \"x*\"", "ax", "\"\"\n\"x\"\n\"\"\n");
        row("empty matches between wide letters", "\"pattern\": \"x*\"", "\u00e9x", "\"\"\n\"x\"\n\"\"\n");
        row("none", "\"pattern\": \"z\"", "a", "transform: The pattern is found nowhere in the text.");
        row("none is fine", "\"pattern\": \"z\", \"required\": false", "a", "");
        row("not UTF-8", "\"pattern\": \"b\"", "a\xff\xfe b", "\"b\"\n");
        row("does not compile", "\"pattern\": \"a(\"", "a",
            "internal: $.stages[0].pattern: The pattern does not compile at character 3: missing closing "
            "parenthesis.");
    }

    void finds()
    {
        QFETCH(QByteArray, options);
        QFETCH(QByteArray, text);
        StageTrial run;
        Payload payload = payloadOf(text, "text/plain");
        payload.decoded = true;
        QTEST(valuesOf(runStages("{\"stage\": \"regex\", " + options + "}", payload, run.context)), "values");
    }

    /// More than fits on the stack of compiled patterns.
    void longRepeatsOfAlternatives()
    {
        StageTrial run;
        const Outcome<StageResult> outcome =
            runStages("{\"stage\": \"regex\", \"pattern\": \"(?<all>(?:a|b)*)c\"}",
                      payloadOf(QByteArray(100'000, 'a') + "c", "text/plain"), run.context);
        QCOMPARE(valuesOf(outcome), "{\"all\":\"" + QByteArray(100'000, 'a') + "\"}\n");
    }

    /// Each match is quick enough, but there are many.
    void allMatchesTogetherAreBounded()
    {
        StageTrial run;
        const QByteArray text = (QByteArray(16, 'a') + "! ").repeated(50'000);
        QCOMPARE(valuesOf(runStages("{\"stage\": \"regex\", \"pattern\": \"(?=(?:(a+)+\\\\d)?).\", "
                                    "\"timeout\": 1}",
                                    payloadOf(text, "text/plain"), run.context))
                     .first(43),
                 "transform: The pattern takes longer than 1 ");
    }

    void noPatternRunsForEver_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::newRow("repeats inside repeats") << "(a+)+$"_ba;
        QTest::newRow("alternatives") << "^(a|a)*$"_ba;
        QTest::newRow("back references") << "(a*)*\\\\1b"_ba;
        QTest::newRow("recursion") << "^(a(?1)?a?)*$"_ba;
    }

    void noPatternRunsForEver()
    {
        QFETCH(QByteArray, pattern);
        StageTrial run;
        QElapsedTimer clock;
        clock.start();
        const Outcome<StageResult> outcome =
            runStages("{\"stage\": \"regex\", \"pattern\": \"" + pattern + "\"}",
                      payloadOf(QByteArray(5000, 'a') + "!", "text/plain"), run.context);
        QVERIFY(!outcome.cancelled());
        QVERIFY2(clock.elapsed() < 20'000, QByteArray::number(clock.elapsed()).constData());
        QCOMPARE(faultName(outcome), u"transform"_s);
    }
};

QTEST_GUILESS_MAIN(TestRegex)
#include "tst_regex.moc"
