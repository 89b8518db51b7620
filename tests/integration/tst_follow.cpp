// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetesting.h"
#include "pipeline/registry.h"
#include "support/functionstage.h"

#include <QJsonObject>
#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

HandMadeStage followStage(const QJsonObject &options)
{
    const StageKind *const kind = stageKind("follow");
    OptionValues values;
    for (const StageOption &option : kind->options)
        values.set(option.name, options.value(option.name).isUndefined() ? option.defaultValue
                                                                         : options.value(option.name));
    return {kind->make(values, {}), {}, u"follow"_s};
}

RunSettings following(const QJsonObject &options)
{
    RunSettings settings = EngineRun::defaults();
    settings.pipeline = handMadePipeline(HandMadeStage{valueStage()}, followStage(options),
                                         HandMadeStage{lookingStage([](const Payload &) {})});
    return settings;
}

Script json(const QByteArray &text)
{
    return Script::answer(200, jsonType(), text);
}

QStringList requestedPaths(const ScriptServer &server)
{
    QStringList paths;
    for (const ServerRequest &request : server.requests())
        paths.append(QString::fromUtf8(request.target));
    return paths;
}

QByteArray sentHeader(const ServerRequest &request, const QByteArray &name)
{
    return headerValue(request.headers, name);
}

} // namespace

/// Jobs that stages find in what came.
class TestFollow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesFromPageToPage()
    {
        ScriptServer server([](const ServerRequest &request) {
            const int page = request.target.mid(request.target.indexOf('=') + 1).toInt();
            const QByteArray next = page < 5 ? "\"/list?page=" + QByteArray::number(page + 1) + '"' : "null";
            return json("{\"next\": " + next + "}");
        });
        EngineRun run(following({{u"url"_s, u"/next"_s}}));
        run.submit({server.url(u"/list?page=1"_s)});
        QTRY_COMPARE(run.records().size(), 5U);
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 5);
        QCOMPARE(requestedPaths(server).constLast(), u"/list?page=5"_s);
        QCOMPARE(run.table().parent(0), -1);
        for (int row = 1; row < 5; ++row)
            QCOMPARE(run.table().parent(row), row - 1);
        QCOMPARE(run.timesFinished(), 1); // a run is over when the last page is
    }

    void eachUrlIsFetchedOnce()
    {
        ScriptServer server(
            [](const ServerRequest &) { return json("[\"/a\", \"/b\", \"/a#x\", \"/\", \"b\"]"); });
        EngineRun run(following({}));
        run.submit({server.url(u"/"_s)});
        QTRY_COMPARE(run.records().size(), 3U);
        QVERIFY(run.finish());
        QStringList paths = requestedPaths(server);
        paths.sort();
        QCOMPARE(paths, (QStringList{u"/"_s, u"/a"_s, u"/b"_s}));
    }

    void whatWasFoundBeforeARestartCounts()
    {
        ScriptServer server([](const ServerRequest &request) {
            return json('"' + request.target + "x\"");
        }); // without an end
        QList<RestoredJob> earlier;
        for (const QString &path : {u"/"_s, u"/x"_s, u"/xx"_s}) {
            RestoredJob job;
            job.input.url = server.url(path);
            job.input.depth = static_cast<quint16>(earlier.size());
            if (!earlier.isEmpty())
                job.input.parent = static_cast<JobId>(earlier.size() - 1);
            JobRecord record;
            record.id = static_cast<JobId>(earlier.size());
            record.url = job.input.url;
            record.state = JobState::Succeeded;
            if (path != u"/xx"_s)
                job.record = std::make_shared<const JobRecord>(record);
            earlier.append(job);
        }
        EngineRun run(following({{u"limit"_s, 3}}));
        run.engine().restore(earlier);
        QTRY_COMPARE(run.timesFinished(), 1);
        QCOMPARE(run.table().size(), 4);
        QCOMPARE(requestedPaths(server), (QStringList{u"/xx"_s, u"/xxx"_s}));
        QCOMPARE(run.table().parent(3), 2);
    }

    void depthAndNumberAreBounded_data()
    {
        QTest::addColumn<QJsonObject>("options");
        QTest::addColumn<int>("jobs");
        QTest::newRow("depth") << QJsonObject{{u"depth"_s, 3}} << 4;
        QTest::newRow("number") << QJsonObject{{u"limit"_s, 7}} << 8;
    }

    void depthAndNumberAreBounded()
    {
        QFETCH(QJsonObject, options);
        QFETCH(int, jobs);
        ScriptServer server([](const ServerRequest &request) {
            return json('"' + request.target + "x\"");
        }); // without an end
        EngineRun run(following(options));
        run.submit({server.url(u"/"_s)});
        QTRY_COMPARE(run.timesFinished(), 1);
        QCOMPARE(run.table().size(), jobs);
        QCOMPARE(server.requestCount(), jobs);
    }

    void otherOriginsAreLeftOutUnlessAskedFor()
    {
        ScriptServer other(answerJson);
        ScriptServer server([&other](const ServerRequest &) {
            return json("[\"" + other.url(u"/there"_s).toUtf8() + "\", \"/here\"]");
        });
        {
            EngineRun run(following({{u"depth"_s, 1}}));
            run.submit({server.url(u"/"_s)});
            QTRY_COMPARE(run.timesFinished(), 1);
            QCOMPARE(run.table().size(), 2);
            QCOMPARE(other.requestCount(), 0);
            QVERIFY(run.record(0)->stages.at(2).detail.contains("1 to other origins"_L1));
        }
        EngineRun run(following({{u"depth"_s, 1}, {u"origin"_s, u"any"_s}}));
        run.submit({server.url(u"/"_s)});
        QTRY_COMPARE(run.timesFinished(), 1);
        QCOMPARE(run.table().size(), 3);
        QCOMPARE(other.requestCount(), 1);
    }

    void secretsStayAtTheirOrigin()
    {
        ScriptServer other(answerJson);
        ScriptServer server([&other](const ServerRequest &) {
            return json("[\"" + other.url(u"/there"_s).toUtf8() + "\", \"/here\"]");
        });
        auto request = std::make_shared<RequestTemplate>();
        request->method = "POST";
        request->body = "secret";
        request->headers = {{"Authorization", "Bearer t"}, {"X-Trace", "1"}};
        EngineRun run(following({{u"depth"_s, 1}, {u"origin"_s, u"any"_s}}));
        run.submit({server.url(u"/"_s)}, request);
        QTRY_COMPARE(run.timesFinished(), 1);
        const ServerRequest there = other.requests().constFirst();
        QCOMPARE(there.method, "GET");
        QCOMPARE(sentHeader(there, "authorization"), QByteArray());
        QCOMPARE(sentHeader(there, "x-trace"), "1");
        const ServerRequest here = server.requests().constLast();
        QCOMPARE(here.method, "GET");
        QCOMPARE(sentHeader(here, "authorization"), "Bearer t");
        QVERIFY(here.body.isEmpty());
    }

    void theRestOfThePipelineIsForTheItemsOfAList()
    {
        ScriptServer server([](const ServerRequest &request) {
            return request.target == "/list" ? json("[\"/1\", \"/2\"]") : Script::answer(200, {}, "no JSON");
        });
        EngineRun run(following({{u"then"_s, u"rest"_s}}));
        run.submit({server.url(u"/list"_s)});
        QTRY_COMPARE(run.timesFinished(), 1);
        using S = StageState;
        QCOMPARE(stageStates(*run.record(0)), (QList{S::Done, S::Done, S::Done, S::Skipped}));
        QCOMPARE(stageStates(*run.record(1)), (QList{S::Done, S::Skipped, S::Skipped, S::Done}));
        QCOMPARE(run.table().totals().succeeded, 3);
    }

    void theLinkHeaderIsRead_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QStringList>("links");
        QTest::newRow("one") << "</p2>; rel=\"next\""_ba << QStringList{u"/p2"_s};
        QTest::newRow("bare") << "</p2>; rel=next"_ba << QStringList{u"/p2"_s};
        QTest::newRow("several") << "</p1>; rel=\"prev\", </p3>; rel=\"next\"; title=\"a, b\""_ba
                                 << QStringList{u"/p3"_s};
        QTest::newRow("two relations") << "</p2>; rel=\"last next\""_ba << QStringList{u"/p2"_s};
        QTest::newRow("another") << "</p2>; rel=\"nextish\""_ba << QStringList{};
        QTest::newRow("a comma in the URL") << "</p?a=1,2>; rel=next"_ba << QStringList{u"/p?a=1,2"_s};
        QTest::newRow("nonsense") << "next"_ba << QStringList{};
    }

    void theLinkHeaderIsRead()
    {
        QFETCH(QByteArray, header);
        ScriptServer server([&](const ServerRequest &request) {
            HeaderList headers = jsonType();
            if (request.target == "/start")
                headers.append(Header{"Link", header});
            return Script::answer(200, headers, "1");
        });
        EngineRun run(following({{u"link_header"_s, true}}));
        run.submit({server.url(u"/start"_s)});
        QTRY_COMPARE(run.timesFinished(), 1);
        QStringList paths = requestedPaths(server);
        paths.removeFirst();
        QTEST(paths, "links");
    }

    void whatIsNoUrlIsAFault()
    {
        ScriptServer server([](const ServerRequest &) { return json("{\"next\": {\"a\": 1}}"); });
        EngineRun run(following({{u"url"_s, u"/next"_s}}));
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->fault->faultClass, FaultClass::Transform);
        QVERIFY(run.record(0)->fault->message.contains("Value 1"_L1));
    }

    void cancellingStopsTheWholeTree()
    {
        ScriptServer server([](const ServerRequest &request) {
            if (request.target == "/")
                return json("[\"/1\", \"/2\", \"/3\"]");
            return Script().hold();
        });
        EngineRun run(following({}));
        run.submit({server.url(u"/"_s)});
        QTRY_COMPARE(run.table().size(), 4);
        run.engine().cancelAll();
        QVERIFY(run.finish(2000));
        QCOMPARE(run.table().totals().cancelled, 3);
        QVERIFY(run.stop());
    }
};

QTEST_GUILESS_MAIN(TestFollow)
#include "tst_follow.moc"
