// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/pipeline.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include "pipeline/registry.h"
#include "stagetesting.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

std::shared_ptr<const Pipeline> pipelineOf(const PipelineOrFault &result)
{
    const auto *const pipeline = std::get_if<std::shared_ptr<const Pipeline>>(&result);
    return pipeline ? *pipeline : nullptr;
}

QByteArray fileWith(const QByteArray &stages)
{
    return R"({"inflight": 1, "name": "mine", "stages": [)" + stages + "]}";
}

/// Runs the CPU stages of a pipeline one after the other, as the engine would.
Outcome<StageResult> runAll(const Pipeline &pipeline, Payload payload, StageTrial &run)
{
    Outcome<StageResult> last = StageResult{std::move(payload), {}};
    for (const auto &stage : pipeline.stages()) {
        const auto *const cpuStage = dynamic_cast<const CpuStage *>(stage.get());
        if (cpuStage && last.succeeded())
            last = cpuStage->run(std::move(last.value().payload), run.context);
    }
    return last;
}

} // namespace

class TestPipeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void builtInOnes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("saveDir");
        QTest::addColumn<QStringList>("stages");
        QTest::newRow("inspect") << u"inspect"_s << u""_s
                                 << QStringList{u"fetch"_s, u"decode"_s, u"parse"_s, u"digest"_s};
        QTest::newRow("inspect and save")
            << u"inspect"_s << u"/tmp/x"_s
            << QStringList{u"fetch"_s, u"decode"_s, u"parse"_s, u"digest"_s, u"save"_s};
        QTest::newRow("download") << u"download"_s << u""_s
                                  << QStringList{u"fetch"_s, u"decode"_s, u"digest"_s, u"save"_s};
    }

    void builtInOnes()
    {
        QFETCH(QString, name);
        QFETCH(QString, saveDir);
        const auto pipeline = pipelineOf(builtInPipeline(name, {saveDir}));
        QVERIFY(pipeline);
        QCOMPARE(pipeline->name(), name);
        QTEST(pipeline->stageNames(), "stages");
    }

    void theFirstBuiltInOneIsTheDefault()
    {
        QCOMPARE(builtInPipelineNames().constFirst(), u"inspect"_s);
        for (const QString &name : builtInPipelineNames())
            QVERIFY(pipelineOf(builtInPipeline(name, {})));
    }

    void anUnknownBuiltInOneNamesThoseThereAre()
    {
        const PipelineOrFault result = builtInPipeline(u"nonsense"_s, {});
        const auto *const fault = std::get_if<PipelineFault>(&result);
        QVERIFY(fault);
        QVERIFY(fault->message.contains("nonsense"_L1));
        QVERIFY(fault->message.contains("inspect, download"_L1));
    }

    void theDefaultPipelineWorksFromEndToEnd()
    {
        const QTemporaryDir folder;
        const auto pipeline = pipelineOf(builtInPipeline(u"inspect"_s, {folder.path()}));
        StageTrial run;
        Outcome<StageResult> outcome = runAll(
            *pipeline, payloadOf("{\"a\": 1}", "application/json", {}, u"http://example.org/thing"_s), run);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const Payload &payload = outcome.value().payload;
        QCOMPARE(payload.kind, ContentKind::Json);
        QCOMPARE(payload.sha256.size(), 64);
        QCOMPARE(payload.savedTo, folder.path() + u"/example.org/thing.json"_s);
        QVERIFY(QFileInfo::exists(payload.savedTo));
    }

    void readsAFile()
    {
        const QByteArray json =
            fileWith(R"({"stage": "decode"}, {"ms": 250, "stage": "delay"}, {"stage": "parse"})");
        const auto pipeline = pipelineOf(parsePipeline(json, {}));
        QVERIFY(pipeline);
        QCOMPARE(pipeline->name(), u"mine"_s);
        QCOMPARE(pipeline->stageNames(), (QStringList{u"fetch"_s, u"decode"_s, u"delay"_s, u"parse"_s}));
        const auto *const delay = dynamic_cast<const WaitStage *>(pipeline->stages().at(1).get());
        QVERIFY(delay);
        QCOMPARE(delay->duration(), std::chrono::milliseconds(250));
    }

    void aByteOrderMarkIsPassedOver()
    {
        QVERIFY(pipelineOf(parsePipeline("\xEF\xBB\xBF" + fileWith(R"({"stage": "decode"})"), {})));
    }

    void aFileWithoutStagesOnlyFetches()
    {
        const auto pipeline = pipelineOf(parsePipeline(fileWith(""), {}));
        QVERIFY(pipeline);
        QCOMPARE(pipeline->stageNames(), QStringList{u"fetch"_s});
    }

    void theSameStageMayComeTwice()
    {
        const auto pipeline = pipelineOf(
            parsePipeline(fileWith(R"({"stage": "delay", "ms": 0}, {"stage": "delay", "ms": 600000})"), {}));
        QVERIFY(pipeline);
        QCOMPARE(pipeline->stageNames(), (QStringList{u"fetch"_s, u"delay"_s, u"delay"_s}));
    }

    void aFileSavesWhereTheOptionsSay()
    {
        const QTemporaryDir folder;
        const auto pipeline = pipelineOf(parsePipeline(fileWith(R"({"stage": "save"})"), {folder.path()}));
        QVERIFY(pipeline);
        StageTrial run;
        Outcome<StageResult> outcome = runAll(*pipeline, payloadOf("x", {}, {}, u"http://h/a.bin"_s), run);
        QVERIFY(outcome.succeeded());
        QCOMPARE(outcome.value().payload.savedTo, folder.path() + u"/h/a.bin"_s);
    }

    void refusesAFileWithThePathOfTheFault_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("part");
        QTest::newRow("nothing") << ""_ba << u"$"_s << u"line 1, column 1"_s;
        QTest::newRow("no json") << "{\"inflight\": 1,\n \"name\" \"x\"}"_ba << u"$"_s
                                 << u"line 2, column 9"_s;
        QTest::newRow("comma") << fileWith(R"({"stage": "parse"},)") << u"$"_s << u"column 63"_s;
        QTest::newRow("array") << "[]"_ba << u"$"_s << u"object"_s;
        QTest::newRow("number") << "1e400"_ba << u"$"_s << u"cannot be read"_s;
        QTest::newRow("no version") << R"({"name": "x", "stages": []})"_ba << u"$.inflight"_s << u"missing"_s;
        QTest::newRow("version 2") << R"({"inflight": 2, "name": "x", "stages": []})"_ba << u"$.inflight"_s
                                   << u"version 1"_s;
        QTest::newRow("version as text")
            << R"({"inflight": "1", "name": "x", "stages": []})"_ba << u"$.inflight"_s << u"version 1"_s;
        QTest::newRow("no name") << R"({"inflight": 1, "stages": []})"_ba << u"$.name"_s << u"missing"_s;
        QTest::newRow("name as number")
            << R"({"inflight": 1, "name": 5, "stages": []})"_ba << u"$.name"_s << u"text"_s;
        QTest::newRow("no stages") << R"({"inflight": 1, "name": "x"})"_ba << u"$.stages"_s << u"missing"_s;
        QTest::newRow("stages as object")
            << R"({"inflight": 1, "name": "x", "stages": {}})"_ba << u"$.stages"_s << u"list"_s;
        QTest::newRow("unknown key") << R"({"inflight": 1, "name": "x", "stagse": []})"_ba << u"$.stagse"_s
                                     << u"inflight, name, stages"_s;
        QTest::newRow("a key that begins with a mark")
            << fileWith("{\"stage\": \"parse\", \"\xEF\xBB\xBFon_error\": \"skip\"}")
            << u"$.stages[0].on_error"_s << u"byte order mark"_s;
        QTest::newRow("a text that begins with a mark")
            << fileWith("{\"stage\": \"select\", \"namespaces\": {\"p\": \"\xEF\xBB\xBFurn:x\"}}")
            << u"$.stages[0].namespaces.p"_s << u"byte order mark"_s;
        QTest::newRow("an escaped mark")
            << fileWith(R"({"stage": "\ufeffparse"})") << u"$.stages[0].stage"_s << u"byte order mark"_s;
        QTest::newRow("unknown key with a space")
            << R"({"inflight": 1, "na me": "x", "stages": []})"_ba << u"$[\"na me\"]"_s << u"not known"_s;
        QTest::newRow("key twice") << R"({"inflight": 1, "name": "x", "name": "y", "stages": []})"_ba
                                   << u"$.name"_s << u"twice"_s;
        QTest::newRow("stage as text") << fileWith(R"("parse")") << u"$.stages[0]"_s << u"object"_s;
        QTest::newRow("stage without name")
            << fileWith(R"({"stage": "parse"}, {"ms": 1})") << u"$.stages[1].stage"_s << u"missing"_s;
        QTest::newRow("stage's name as number")
            << fileWith(R"({"stage": 1})") << u"$.stages[0].stage"_s << u"text"_s;
        QTest::newRow("unknown stage") << fileWith(R"({"stage": "decode"}, {"stage": "jqq"})")
                                       << u"$.stages[1].stage"_s << u"decode, json, ndjson"_s;
        QTest::newRow("fetch") << fileWith(R"({"stage": "fetch"})") << u"$.stages[0].stage"_s
                               << u"always comes first"_s;
        QTest::newRow("unknown option")
            << fileWith(R"({"stage": "save", "paht": "x"})") << u"$.stages[0].paht"_s << u"“paht”"_s;
        QTest::newRow("another stage's option")
            << fileWith(R"({"stage": "parse", "ms": 1})") << u"$.stages[0].ms"_s << u"not known"_s;
        QTest::newRow("option twice")
            << fileWith(R"({"stage": "delay", "ms": 1, "ms": 2})") << u"$.stages[0].ms"_s << u"twice"_s;
        QTest::newRow("missing option")
            << fileWith(R"({"stage": "parse"}, {"stage": "delay"})") << u"$.stages[1].ms"_s << u"missing"_s;
        QTest::newRow("option as text") << fileWith(R"({"stage": "delay", "ms": "1"})") << u"$.stages[0].ms"_s
                                        << u"whole number from 0 to 600000"_s;
        QTest::newRow("option as fraction")
            << fileWith(R"({"stage": "delay", "ms": 1.5})") << u"$.stages[0].ms"_s << u"whole number"_s;
        QTest::newRow("option as null")
            << fileWith(R"({"stage": "delay", "ms": null})") << u"$.stages[0].ms"_s << u"whole number"_s;
        QTest::newRow("option too small")
            << fileWith(R"({"stage": "delay", "ms": -1})") << u"$.stages[0].ms"_s << u"from 0"_s;
        QTest::newRow("option too large")
            << fileWith(R"({"stage": "delay", "ms": 600001})") << u"$.stages[0].ms"_s << u"to 600000"_s;
        QTest::newRow("a program that is none")
            << fileWith("{\"stage\": \"json\"}, {\"stage\": \"jq\", \"filter\": \".[\"}")
            << u"$.stages[1].filter"_s << u"jq does not understand"_s;
        QTest::newRow("a pattern that is none")
            << fileWith("{\"stage\": \"regex\", \"pattern\": \"[\"}") << u"$.stages[0].pattern"_s << u""_s;
        QTest::newRow("a selector that is none")
            << fileWith("{\"stage\": \"select\", \"css\": \"a >\"}") << u"$.stages[0].css"_s << u""_s;
        QTest::newRow("a path with an unknown place")
            << fileWith("{\"stage\": \"save\", \"path\": \"{hots}/x\"}") << u"$.stages[0].path"_s << u""_s;
        QTest::newRow("values into a stage that takes bytes")
            << fileWith("{\"stage\": \"json\"}, {\"stage\": \"decode\"}") << u"$.stages[1]"_s
            << u"takes bytes, but “json” before it gives JSON values"_s;
        QTest::newRow("bytes into a stage that takes values")
            << fileWith("{\"stage\": \"jq\", \"filter\": \".\"}") << u"$.stages[0]"_s
            << u"“fetch” before it gives bytes"_s;
        QTest::newRow("no such choice") << fileWith("{\"stage\": \"parse\", \"on_error\": \"ignore\"}")
                                        << u"$.stages[0].on_error"_s << u"one of"_s;
        QTest::newRow("too many workers")
            << fileWith("{\"stage\": \"parse\", \"workers\": 0}") << u"$.stages[0].workers"_s << u"from 1"_s;
        QTest::newRow("a flag as text") << fileWith("{\"stage\": \"html\", \"links\": \"yes\"}")
                                        << u"$.stages[0].links"_s << u"true or false"_s;
        QTest::newRow("a list as text")
            << fileWith("{\"stage\": \"command\", \"run\": \"cat x\"}") << u"$.stages[0].run"_s << u"list"_s;
        QTest::newRow("a list with a number") << fileWith("{\"stage\": \"command\", \"run\": [\"cat\", 1]}")
                                              << u"$.stages[0].run[1]"_s << u"text"_s;
        QTest::newRow("a list with a list") << fileWith(R"({"stage": "check", "exists": ["/a", ["/b"]]})")
                                            << u"$.stages[0].exists[1]"_s << u"text"_s;
        QTest::newRow("a map with a number")
            << fileWith("{\"stage\": \"select\", \"css\": \"a\", \"fields\": {\"x\": \"b\", \"y\\\"z\": {}}}")
            << u"$.stages[0].fields[\"y\\\"z\"]"_s << u"text"_s;
        QTest::newRow("a field that is no selector")
            << fileWith(R"({"stage": "select", "css": "a", "fields": {"x": "b", "y": "b >"}})")
            << u"$.stages[0].fields.y"_s << u"at character 4"_s;
        QTest::newRow("a pseudo-class") << fileWith(R"({"stage": "select", "css": "a b:hover"})")
                                        << u"$.stages[0].css"_s << u"at character 4"_s;
        QTest::newRow("a table without a name")
            << fileWith(R"({"stage": "json"}, {"stage": "append", "path": "a.sqlite", "table": ""})")
            << u"$.stages[1].table"_s << u"name"_s;
        QTest::newRow("a table of the database's own")
            << fileWith(R"({"stage": "json"}, {"stage": "append", "path": "a.db", "table": "sqlite_x"})")
            << u"$.stages[1].table"_s << u"name"_s;
        QTest::newRow("a column twice")
            << fileWith(
                   R"({"stage": "json"}, {"stage": "append", "path": "a.csv", "columns": ["a", "b", "a"]})")
            << u"$.stages[1].columns[2]"_s << u"twice"_s;
        QTest::newRow("a path that ends early")
            << fileWith(R"({"stage": "json"}, {"stage": "append", "path": "a\u0000.csv"})")
            << u"$.stages[1].path"_s << u"inside"_s;
        QTest::newRow("a pointer that is none")
            << fileWith(R"({"stage": "json"}, {"stage": "follow", "url": "/a~2"})") << u"$.stages[1].url"_s
            << u"pointer"_s;
        QTest::newRow("option past 64 bits") << fileWith(R"({"stage": "delay", "ms": 18446744073709551615})")
                                             << u"$.stages[0].ms"_s << u"to 600000"_s;
    }

    void refusesAFileWithThePathOfTheFault()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, part);
        const PipelineOrFault result = parsePipeline(json, {});
        const auto *const fault = std::get_if<PipelineFault>(&result);
        QVERIFY(fault);
        QTEST(fault->path, "path");
        QVERIFY2(fault->message.contains(part), qPrintable(fault->message));
    }

    void everyStageIsDescribedAndCanBeMade()
    {
        QSet<QString> names;
        for (const StageKind &kind : stageKinds()) {
            names.insert(kind.name);
            QVERIFY(!kind.description.isEmpty());
            for (const StageOption &option : kind.options) {
                QVERIFY(!option.description.isEmpty());
                QVERIFY(!option.typeText().isEmpty());
                QVERIFY(option.minimum <= option.maximum);
                if (!option.defaultValue.isUndefined())
                    QCOMPARE(option.check(option.defaultValue), std::nullopt);
            }
            QCOMPARE(stageKind(kind.name), &kind);
        }
        QCOMPARE(names.size(), stageKinds().size());
        QVERIFY(!stageKind(u"fetch"));
        QVERIFY(!stageKind(u""));
    }
};

QTEST_GUILESS_MAIN(TestPipeline)
#include "tst_pipeline.moc"
