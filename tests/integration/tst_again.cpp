// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetesting.h"
#include "pipeline/values.h"
#include "support/functionstage.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

using Counter = std::shared_ptr<std::atomic_int>;

/// A stage that counts its calls and gives `text` as its value.
HandMadeStage sayingStage(const QByteArray &text, Counter counter = nullptr)
{
    auto stage =
        std::make_unique<FunctionStage>([text, counter](Payload payload, const StageContext &context) {
            if (counter)
                ++*counter;
            ValuesWriter values(context.maxSize);
            if (std::optional<Fault> fault = values.append(jsonString(text)))
                return Outcome<StageResult>(*fault);
            Outcome<Done> done = values.finish(payload);
            if (done.failed())
                return Outcome<StageResult>(done.fault());
            return Outcome<StageResult>(
                StageResult{std::move(payload), context.dryRun ? u"only tried"_s : u"said"_s});
        });
    return {std::move(stage), {}, QString::fromUtf8(text)};
}

HandMadeStage countingStage(Counter counter)
{
    return {lookingStage([counter](const Payload &) { ++*counter; }), {}, u"count"_s};
}

RunSettings keeping(std::shared_ptr<const Pipeline> pipeline, qint64 bytes = 64LL * 1024 * 1024)
{
    RunSettings settings = EngineRun::defaults();
    settings.pipeline = std::move(pipeline);
    settings.keptBodies = bytes;
    return settings;
}

} // namespace

/// Stages on bodies that were kept: run again, and tried out.
class TestAgain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsAChangedStageWithoutTheNetwork()
    {
        const auto counted = std::make_shared<std::atomic_int>(0);
        auto server = std::make_unique<ScriptServer>(answerJson);
        EngineRun run(keeping(handMadePipeline(countingStage(counted), sayingStage("one"))));
        run.submit(urls(*server, 10));
        QVERIFY(run.finish());
        QCOMPARE(run.record(3)->output, "\"one\"");
        QVERIFY(run.view(3).stored);
        const JobRecordPtr before = run.record(3);
        server.reset();

        run.engine().setPipeline(handMadePipeline(countingStage(counted), sayingStage("two")));
        run.engine().runAgain({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 1);
        QTRY_COMPARE(run.records().size(), 20U);
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 10);
        const JobRecordPtr after = run.record(3);
        QCOMPARE(after->output, "\"two\"");
        QCOMPARE(counted->load(), 10); // the first stage was not run again
        QCOMPARE(after->status, 200);
        QCOMPARE(after->headers, before->headers);
        QCOMPARE(after->attempts.size(), 1);
        QCOMPARE(after->attempts.first().started, before->attempts.first().started);
        QCOMPARE(after->bytes, before->bytes);
        QCOMPARE(stageStates(*after), (QList{StageState::Done, StageState::Done, StageState::Done}));
    }

    void timesOfEachStageAreThoseOfItsOwnRun()
    {
        const auto counted = std::make_shared<std::atomic_int>(0);
        ScriptServer server(answerJson);
        EngineRun run(keeping(handMadePipeline(countingStage(counted), sayingStage("one"))));
        run.submit(urls(server, 1));
        QVERIFY(run.finish());
        const JobRecordPtr before = run.record(0);
        const auto momentOf = [](const JobRecord &record, int stage) {
            return record.started.addMSecs(std::llround(record.stages.at(stage).startedMs.value()));
        };
        for (int round = 1; round <= 2; ++round) {
            const QDateTime asked = QDateTime::currentDateTimeUtc();
            run.engine().setPipeline(
                handMadePipeline(countingStage(counted), sayingStage(QByteArray::number(round))));
            run.engine().runAgain({0}, 1);
            QTRY_COMPARE(run.record(0)->output, '"' + QByteArray::number(round) + '"');
            QVERIFY(run.finish());
            const JobRecordPtr after = run.record(0);
            QVERIFY(after->started >= asked);
            constexpr qint64 rounding = 3;
            for (const int stage : {0, 1}) {
                QVERIFY(after->stages.at(stage).startedMs < 0);
                const qint64 off = momentOf(*after, stage).msecsTo(momentOf(*before, stage));
                QVERIFY2(std::abs(off) <= rounding, qPrintable(QString::number(off)));
                QCOMPARE(after->stages.at(stage).durationMs.has_value(), true);
            }
            QVERIFY(after->stages.at(2).startedMs >= 0);
            QVERIFY(*after->stages.at(2).startedMs <= after->durationMs);
        }
    }

    void beginsWithTheFirstStageThatChanged()
    {
        const auto counted = std::make_shared<std::atomic_int>(0);
        ScriptServer server(answerJson);
        EngineRun run(keeping(handMadePipeline(sayingStage("one"), countingStage(counted))));
        run.submit(urls(server, 1));
        QVERIFY(run.finish());
        run.engine().setPipeline(handMadePipeline(sayingStage("two"), countingStage(counted)));
        run.engine().runAgain({0}, 1);
        QTRY_COMPARE(run.records().size(), 2U);
        QCOMPARE(run.record(0)->output, "\"two\"");
        QCOMPARE(counted->load(), 2);
    }

    void whatIsRunAgainIsInTheOrderOfTheInput()
    {
        const QTemporaryDir folder;
        // The first ones take longest.
        const auto pipelineFor = [&folder](const QByteArray &file) {
            const auto built = parsePipeline(
                "{\"inflight\": 1, \"name\": \"t\", \"stages\": [{\"stage\": \"command\", \"run\": [\"sh\", "
                "\"-c\", "
                "\"sleep 0.$((8 - 2 * INFLIGHT_JOB)); echo $INFLIGHT_JOB\"], \"workers\": 4}, "
                "{\"stage\": \"ndjson\"}, {\"stage\": \"append\", \"order\": \"input\", \"path\": \"" +
                    file + "\"}]}",
                {folder.path()});
            return std::get<std::shared_ptr<const Pipeline>>(built);
        };
        const auto linesOf = [&folder](const QString &name) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        ScriptServer server(answerJson);
        EngineRun run(keeping(pipelineFor("first.jsonl")));
        run.submit(urls(server, 4));
        QVERIFY(run.finish());
        QTRY_COMPARE(linesOf(u"first.jsonl"_s), "0\n1\n2\n3\n");
        run.engine().setPipeline(pipelineFor("again.jsonl"));
        run.engine().runAgain({0, 1, 2, 3}, 1);
        QTRY_COMPARE(run.records().size(), 8U);
        QVERIFY(run.finish());
        QTRY_COMPARE(linesOf(u"again.jsonl"_s), "0\n1\n2\n3\n");
    }

    void aJobThatFailedInAStageGoesOnFromThere()
    {
        const auto counted = std::make_shared<std::atomic_int>(0);
        const auto bad = std::make_shared<std::atomic_bool>(true);
        const auto stage = [bad] {
            return HandMadeStage{
                std::make_unique<FunctionStage>([bad](Payload payload, const StageContext &) {
                    if (*bad)
                        return Outcome<StageResult>(Fault{FaultClass::Transform, {}, u"Not yet."_s});
                    return Outcome<StageResult>(StageResult{std::move(payload), {}});
                }),
                {},
                u"flaky"_s};
        };
        ScriptServer server(answerJson);
        EngineRun run(keeping(handMadePipeline(countingStage(counted), stage())));
        run.submit(urls(server, 1));
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->state, JobState::Failed);
        *bad = false;
        run.engine().runAgain({0}, 1);
        QTRY_COMPARE(run.records().size(), 2U);
        QCOMPARE(run.record(0)->state, JobState::Succeeded);
        QVERIFY(!run.record(0)->fault);
        QCOMPARE(counted->load(), 1);
        QCOMPARE(server.requestCount(), 1);
    }

    void whatIsNotKeptIsPassedOver()
    {
        const auto counted = std::make_shared<std::atomic_int>(0);
        ScriptServer server(
            [](const ServerRequest &) { return Script::answer(200, {}, QByteArray(100'000, 'x')); });
        EngineRun run(keeping(handMadePipeline(countingStage(counted)), 8 * 300'000));
        run.submit(urls(server, 10));
        QVERIFY(run.finish());
        QList<JobId> stored;
        for (JobId id = 0; id < 10; ++id) {
            if (run.view(id).stored)
                stored.append(id);
        }
        QCOMPARE(stored.size(), 2); // of a hundred kilobytes each, in an eighth of the limit
        run.engine().runAgain({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 0);
        QTRY_COMPARE(run.records().size(), 12U);
        QVERIFY(run.finish());
        QCOMPARE(counted->load(), 12);
    }

    void withoutALimitNothingIsKept()
    {
        ScriptServer server(answerJson);
        EngineRun run(keeping(handMadePipeline(sayingStage("one")), 0));
        run.submit(urls(server, 1));
        QVERIFY(run.finish());
        QVERIFY(!run.view(0).stored);
    }

    void aTryOutShowsEachStageAndLeavesNoTrace()
    {
        ScriptServer server(answerJson);
        EngineRun run(keeping(handMadePipeline(sayingStage("one"))));
        run.submit(urls(server, 1));
        QVERIFY(run.finish());
        TryOut tried;
        connect(&run.engine(), &Engine::triedOut, &run.engine(),
                [&](const TryOut &result) { tried = result; });
        auto failing = std::make_unique<FunctionStage>([](Payload, const StageContext &) {
            return Outcome<StageResult>(Fault{FaultClass::Transform, {}, u"No."_s});
        });
        run.engine().tryOut(
            0, handMadePipeline(sayingStage("new"), HandMadeStage{std::move(failing)}, sayingStage("never")));
        QTRY_COMPARE(tried.steps.size(), 3);
        QCOMPARE(tried.job, JobId(0));
        QCOMPARE(tried.missing, QString());
        QCOMPARE(tried.steps[0].state, StageState::Done);
        QCOMPARE(tried.steps[0].detail, u"only tried"_s);
        QCOMPARE(tried.steps[0].values, 1);
        QCOMPARE(tried.steps[0].sample, u"\"new\"\n"_s);
        QCOMPARE(tried.steps[1].state, StageState::Failed);
        QCOMPARE(tried.steps[1].detail, u"No."_s);
        QCOMPARE(tried.steps[2].state, StageState::Skipped);
        QCOMPARE(run.record(0)->output, "\"one\"");
        QCOMPARE(run.records().size(), 1U);
    }

    void aTryOutSaysWhenThereIsNothingToTryItOn()
    {
        EngineRun run(keeping(handMadePipeline(sayingStage("one"))));
        QString missing;
        connect(&run.engine(), &Engine::triedOut, &run.engine(),
                [&](const TryOut &result) { missing = result.missing; });
        run.engine().tryOut(7, handMadePipeline(sayingStage("new")));
        QTRY_VERIFY(!missing.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAgain)
#include "tst_again.moc"
