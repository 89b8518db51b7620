// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QTest>
#include <QtConcurrentRun>

#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

QByteArray jqStage(const QString &filter, const QByteArray &more = {})
{
    return "{\"stage\": \"ndjson\"}, {\"stage\": \"jq\", \"filter\": " + quoted(filter) + more + "}";
}

QByteArray jqValues(const QString &filter, const QByteArray &input, const QByteArray &more = {})
{
    StageTrial run;
    return valuesOf(runStages(jqStage(filter, more), payloadOf(input, "text/plain"), run.context));
}

/// What the program jq itself gives, by way of the stage command.
QByteArray byCommand(const QString &filter, const QByteArray &input)
{
    StageTrial run;
    return valuesOf(runStages("{\"stage\": \"command\", \"run\": [\"jq\", \"-c\", " + quoted(filter) +
                                  "]}, {\"stage\": \"ndjson\"}",
                              payloadOf(input, "text/plain"), run.context));
}

/// Whether a program that this process started is running.
bool hasChild()
{
    const QDir tasks(u"/proc/self/task"_s);
    const QStringList ids = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return std::ranges::any_of(ids, [&tasks](const QString &id) {
        QFile children(tasks.filePath(id + u"/children"_s));
        return children.open(QIODevice::ReadOnly) && !children.readAll().trimmed().isEmpty();
    });
}

} // namespace

/// The stage jq against jq's own program, and what it must survive.
class TestJq : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhatJqGives_data();
    void givesWhatJqGives();
    void faultsNameValueAndReason();
    void onErrorGoesByValue();
    void slurpsAllValues();
    void manyOutputsOfOneValue();
    void isRefusedWhenItDoesNotCompile();
    void whatDoesNotEndIsEnded();
    void whatTakesAllMemoryIsEnded();
    void stopsPromptly();
    void manyThreadsShareIt();
};

void TestJq::givesWhatJqGives_data()
{
    QTest::addColumn<QString>("filter");
    const QStringList filters{u"."_s,
                              u".a"_s,
                              u".list[]"_s,
                              u".list | length"_s,
                              u"keys"_s,
                              u"to_entries"_s,
                              u"map_values(.)"_s,
                              u"[.list[] | select(. > 1)]"_s,
                              u".list | add"_s,
                              u"{a, n: .name}"_s,
                              u".name | ascii_upcase"_s,
                              u".name | split(\"o\")"_s,
                              u".name | test(\"^s\")"_s,
                              u".name | @base64"_s,
                              u".name | @uri"_s,
                              u".list | @csv"_s,
                              u".list | @json"_s,
                              u"\"\\(.name) has \\(.list | length)\""_s,
                              u".missing // \"none\""_s,
                              u"if .a == 1 then \"one\" else \"more\" end"_s,
                              u"[paths]"_s,
                              u"[leaf_paths | map(tostring) | join(\".\")]"_s,
                              u"del(.list)"_s,
                              u".list |= map(. * 2)"_s,
                              u".a += 1"_s,
                              u"with_entries(.key |= \"x_\" + .)"_s,
                              u"[.list[] as $x | $x * $x]"_s,
                              u"reduce .list[] as $x (0; . + $x)"_s,
                              u"[foreach .list[] as $x (0; . + $x)]"_s,
                              u"def f(x): x + 1; [.list[] | f(.)]"_s,
                              u"[limit(2; .list[])]"_s,
                              u"[range(5)]"_s,
                              u"first(.list[])"_s,
                              u".list | sort_by(-.)"_s,
                              u".list | group_by(. % 2)"_s,
                              u".list | min, max"_s,
                              u".list | unique"_s,
                              u".list | index(2)"_s,
                              u".nested.deep[0].x"_s,
                              u"[.. | numbers]"_s,
                              u"getpath([\"nested\", \"deep\"])"_s,
                              u".list[1:]"_s,
                              u".list | any(. > 2)"_s,
                              u"tojson | fromjson"_s,
                              u"empty"_s,
                              u".name, .a"_s,
                              u".list | tostream"_s,
                              u".a | tostring"_s,
                              u".name | explode | implode"_s,
                              u".nested | has(\"deep\")"_s,
                              u"try error(\"x\") catch ."_s,
                              u"[.list[]?, (.name | .[]?)]"_s,
                              u"label $out | .list[] | if . == 1 then break $out else . end"_s,
                              u"[infinite, -infinite, nan] | tostring"_s,
                              u"[splits(\"a\")?] | length"_s,
                              u".list | @text, @html, @sh, @tsv"_s,
                              u"path(..)"_s,
                              u"limit(3; repeat(.a))"_s,
                              u".name | ltrimstr(\"so\") | [match(\"o\"; \"g\").offset]"_s,
                              u"[.list | combinations(2)?]"_s,
                              u"$ENV | type"_s,
                              u"\"\\u0000\", \"\\u001f\u2028\""_s,
                              u"100000000000000000000, 1e1000, 0.1, -0"_s};
    for (const QString &filter : filters)
        QTest::newRow(qUtf8Printable(filter)) << filter;
}

void TestJq::givesWhatJqGives()
{
    QFETCH(QString, filter);
    const QByteArray input =
        "{\"a\": 1, \"name\": \"so m\u00f6 \\\"x\\\"\", \"list\": [3, 1, 2], \"nested\": {\"deep\": [{\"x\": "
        "null}]}}\n"
        "{\"a\": 2.5, \"name\": \"other\", \"list\": [1], \"nested\": {\"deep\": [{\"x\": true}]}}\n";
    const QByteArray values = jqValues(filter, input);
    QVERIFY2(!values.startsWith("transform") && !values.startsWith("internal"), values.constData());
    QCOMPARE(values, byCommand(filter, input));
}

void TestJq::faultsNameValueAndReason()
{
    QCOMPARE(jqValues(u".a"_s, "{\"a\": 1}\n[1]\n"),
             "transform: Value 2: Cannot index array with string \"a\".");
    QCOMPARE(jqValues(u"error(\"no good\")"_s, "1\n"), "transform: Value 1: no good.");
    QCOMPARE(jqValues(u"if . == 2 then \"no more\" | halt_error else . end"_s, "1\n2\n3\n"),
             "transform: Value 2: no more.");
}

void TestJq::onErrorGoesByValue()
{
    QCOMPARE(jqValues(u".a"_s, "{\"a\": 1}\n[1]\n{\"a\": 3}\n", ", \"on_error\": \"skip\""), "1\n3\n");
    QCOMPARE(jqValues(u".a"_s, "{\"a\": 1}\n[1]\n{\"a\": 3}\n", ", \"on_error\": \"keep\""), "1\n[1]\n3\n");
}

void TestJq::slurpsAllValues()
{
    QCOMPARE(jqValues(u"length"_s, "1\n2\n3\n", ", \"slurp\": true"), "3\n");
    QCOMPARE(jqValues(u"."_s, "", ", \"slurp\": true"), "[]\n");
}

void TestJq::manyOutputsOfOneValue()
{
    StageTrial run;
    const Outcome<StageResult> outcome =
        runStages(jqStage(u"range(300000)"_s), payloadOf("1\n", "text/plain"), run.context);
    QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
    QCOMPARE(outcome.value().payload.valueCount, 300'000);
    QVERIFY(outcome.value().payload.values->onDisk());
    QVERIFY(outcome.value().payload.values->bytes().endsWith("\n299999\n"));

    StageTrial small(megabyte);
    QCOMPARE(valuesOf(runStages(jqStage(u"range(1e9)"_s), payloadOf("1\n", "text/plain"), small.context)),
             "transform: Value 1: the jq program gave more than --max-size allows.");
}

void TestJq::isRefusedWhenItDoesNotCompile()
{
    const QByteArray refusal = jqValues(u".a | nosuch(1)"_s, "1\n");
    QVERIFY2(refusal.startsWith(
                 "internal: $.stages[1].filter: jq does not understand the program: nosuch/1 is not "
                 "defined"),
             refusal.constData());
    QVERIFY(jqValues(u".a |"_s, "1\n").contains("$.stages[1].filter"));
    QVERIFY(jqValues(u"import \"x\" as x; ."_s, "1\n").contains("$.stages[1].filter"));
    // One that does not end compiles all the same.
    QCOMPARE(runStages(jqStage(u"def f: f; f"_s), payloadOf("", "text/plain")).succeeded(), true);
}

void TestJq::whatDoesNotEndIsEnded()
{
    const QByteArray limit = ", \"timeout\": 4, \"on_error\": \"skip\"";
    QCOMPARE(jqValues(u"if . == 2 then (def f: f; f) else . end"_s, "1\n2\n3\n", limit), "1\n3\n");
    const QByteArray fault = jqValues(u"last(repeat(1))"_s, "1\n", ", \"timeout\": 1");
    QCOMPARE(fault, "transform: Value 1: the jq program did not end within 1 s.");
}

void TestJq::whatTakesAllMemoryIsEnded()
{
    const QByteArray limit = ", \"memory\": 64, \"timeout\": 60";
    const QByteArray fault = jqValues(u"[range(100000000)] | length"_s, "1\n", limit);
    QCOMPARE(fault, "transform: Value 1: the jq program crashed, or took more memory than its limit.");
    QCOMPARE(jqValues(u"if . == 2 then ([range(100000000)] | length) else . end"_s, "1\n2\n3\n",
                      limit + ", \"on_error\": \"skip\""),
             "1\n3\n");
}

void TestJq::stopsPromptly()
{
    StageTrial run;
    QFuture<bool> stopping = QtConcurrent::run([&run] {
        const bool begun = QTest::qWaitFor(hasChild);
        run.stopNow();
        return begun;
    });
    QElapsedTimer clock;
    clock.start();
    QVERIFY(runStages(jqStage(u"def f: f; f"_s), payloadOf("1\n", "text/plain"), run.context).cancelled());
    QVERIFY(clock.elapsed() < 2000);
    QVERIFY(stopping.result());
}

void TestJq::manyThreadsShareIt()
{
    const auto built =
        parsePipeline("{\"inflight\": 1, \"name\": \"t\", \"stages\": [" + jqStage(u"{v: .}"_s) + "]}", {});
    const auto pipeline = std::get<std::shared_ptr<const Pipeline>>(built);
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    QList<QFuture<QByteArray>> results;
    for (int i = 0; i < 40; ++i) {
        results.append(QtConcurrent::run(&pool, [pipeline, i] {
            Outcome<StageResult> last =
                StageResult{payloadOf(QByteArray::number(i) + "\n", "text/plain"), {}};
            for (const auto &stage : pipeline->stages())
                last = static_cast<const CpuStage &>(*stage).run(std::move(last.value().payload), {});
            return valuesOf(last);
        }));
    }
    for (int i = 0; i < 40; ++i)
        QCOMPARE(results[i].result(), "{\"v\":" + QByteArray::number(i) + "}\n");
}

QTEST_GUILESS_MAIN(TestJq)
#include "tst_jq.moc"
