// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fullrecord.h"
#include "store/recordjson.h"
#include "store/recordreader.h"

#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

/// What a session's records are read back as.
class TestRecordReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsComeBackWhole()
    {
        const JobRecord record = fullRecord(7);
        RecordReader reader;
        std::optional<JobRecord> read = reader.read(JournalRecords().write(record));
        QVERIFY(read);
        // The output is beside: not every parser takes all that JSON may be.
        read->output = record.output;
        QCOMPARE(JournalRecords().write(*read), JournalRecords().write(record));
        QCOMPARE(recordToJsonLine(*read, Secrets::Shown), recordToJsonLine(record, Secrets::Shown));
        QCOMPARE(read->attempts.at(1).lostTo, LostTo::First);
        QCOMPARE(read->requestHeaders, (HeaderList{{"authorization", "Bearer x"}, {"accept", "*/*"}}));
    }

    void aSnippetThatIsTheBodyIsLeftOutAndComesBack_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("snippet");
        QTest::addColumn<bool>("isThere");
        QTest::newRow("the same") << R"({"a": 1})"_ba
                                  << R"({"a": 1})"_ba << false;
        QTest::newRow("Latin-1") << "caf\xe9"_ba
                                 << "caf\xc3\xa9"_ba << true;
        QTest::newRow("UTF-8") << "caf\xc3\xa9"_ba
                               << "caf\xc3\xa9"_ba << false;
        QTest::newRow("binary") << "\x01\x02"_ba
                                << ""_ba << true;
        QTest::newRow("no body") << ""_ba
                                 << "kept elsewhere"_ba << true;
        QTest::newRow("no body, no text") << ""_ba
                                          << ""_ba << true;
        QTest::newRow("the beginning of more") << QByteArray(501, 'x') << QByteArray(500, 'x') << true;
        QTest::newRow("as long as can be") << QByteArray(500, 'x') << QByteArray(500, 'x') << false;
    }

    void aSnippetThatIsTheBodyIsLeftOutAndComesBack()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QByteArray, snippet);
        JobRecord record = fullRecord(7);
        record.snippet = snippet;
        const QByteArray json = JournalRecords().write(record, {body, {}, {}});
        QTEST(json.contains("\"snippet\""), "isThere");
        QCOMPARE(RecordReader().read(json, body.size() > 500 ? QByteArray() : body).value().snippet, snippet);
    }

    void headersThatAreKeptElsewhereAreANumber()
    {
        const JobRecord record = fullRecord(7);
        const QByteArray json = JournalRecords().write(record, {{}, 3, 5});
        QVERIFY2(json.contains(R"("headers":3,)") && json.contains(R"("request_headers":5})"),
                 json.constData());
        const SharedHeaders shared{{3, RecordReader().readHeaders(sharedHeaders(record.headers))},
                                   {5, RecordReader().readHeaders(sharedHeaders(record.requestHeaders))}};
        std::optional<JobRecord> read = RecordReader(&shared).read(json);
        QVERIFY(read);
        QCOMPARE(JournalRecords().write(*read), JournalRecords().write(record));
        // A number that nobody knows leaves the rest as it is.
        read = RecordReader().read(json);
        QVERIFY(read);
        QVERIFY(read->headers.isEmpty());
    }

    void whatIsAsUsualIsLeftOutAndComesBack()
    {
        JobRecord record = fullRecord(7);
        record.state = JobState::Succeeded;
        record.method = "GET";
        record.wireBytes = record.bytes;
        AttemptRecord attempt;
        attempt.state = AttemptState::Succeeded;
        attempt.started = record.started;
        attempt.status = 200;
        record.attempts = {attempt};
        record.stages = {{u"fetch"_s, StageState::Done, 0.0, 1.5, {}}};
        record.output = {};
        const QByteArray json = JournalRecords().write(record);
        QVERIFY2(json.contains(R"("attempts":[{"status":200,"timings_ms":{},"duration_ms":0}])"),
                 json.constData());
        QVERIFY2(json.contains(R"("stages":[["fetch",0.0,1.5]])"), json.constData());
        QVERIFY(!json.contains("\"method\"") && !json.contains("\"wire_bytes\""));
        const QByteArray line = recordToJsonLine(record, Secrets::Shown);
        QCOMPARE(recordToJsonLine(RecordReader().read(json).value(), Secrets::Shown), line);
        // As the versions before wrote it.
        QCOMPARE(JournalRecords().write(RecordReader().read(line).value()), JournalRecords().write([&record] {
            JobRecord without = record; // A line has neither.
            without.statusText.clear();
            without.requestHeaders.clear();
            return without;
        }()));
    }

    void stagesThatDidNotEndWellSaySo()
    {
        JobRecord record = fullRecord(7);
        record.stages = {{u"fetch"_s, StageState::Done, -2.5, 1.5, u"200 OK"_s},
                         {u"parse"_s, StageState::Failed, 1.5, 0.001, u"no JSON"_s},
                         {u"check"_s, StageState::Cancelled, 1.75, {}, {}},
                         {u"save"_s, StageState::Skipped, {}, {}, {}}};
        const QByteArray json = JournalRecords().write(record);
        QVERIFY2(
            json.contains(R"("stages":[["fetch",-2.5,1.5,"200 OK"],["parse",1.5,0.001,"no JSON","failed"],)"
                          R"(["check",1.75,null,"","cancelled"],["save",null,null,"","skipped"]])"),
            json.constData());
        const JobRecord read = RecordReader().read(json).value();
        QCOMPARE(recordToJsonLine(read, Secrets::Shown), recordToJsonLine(
                                                             [&record] {
                                                                 JobRecord without = record;
                                                                 without.output.clear();
                                                                 return without;
                                                             }(),
                                                             Secrets::Shown));
    }

    /// As sessions up to version 5 of the schema have them.
    void stagesAsObjectsAreReadToo()
    {
        const JobRecord read =
            RecordReader()
                .read(R"({"id":1,"url":"http://a.test/","state":"failed","stages":[)"
                      R"({"name":"fetch","started_ms":0.25,"duration_ms":1.5,"detail":"d"},)"
                      R"({"name":"save","state":"skipped"}]})")
                .value();
        QCOMPARE(read.stages.size(), 2);
        QCOMPARE(read.stages.at(0).name, u"fetch"_s);
        QCOMPARE(read.stages.at(0).state, StageState::Done);
        QCOMPARE(read.stages.at(0).startedMs, std::optional(0.25));
        QCOMPARE(read.stages.at(0).durationMs, std::optional(1.5));
        QCOMPARE(read.stages.at(0).detail, u"d"_s);
        QCOMPARE(read.stages.at(1).state, StageState::Skipped);
        QVERIFY(!read.stages.at(1).startedMs);
    }

    void aTypeThatAHeaderSaysIsLeftOutAndComesBack()
    {
        JobRecord record = fullRecord(7);
        record.headers = {{"content-type", "text/csv"}};
        record.contentType = u"text/csv"_s;
        QByteArray json = JournalRecords().write(record);
        QVERIFY2(!json.contains("content_type"), json.constData());
        QCOMPARE(RecordReader().read(json).value().contentType, u"text/csv"_s);
        record.contentType = u"text/plain"_s;
        json = JournalRecords().write(record);
        QCOMPARE(RecordReader().read(json).value().contentType, u"text/plain"_s);
    }

    void whatIsNoRecordIsNone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << JournalRecords().write(fullRecord(1)).chopped(1);
        QTest::newRow("list") << "[]"_ba;
        QTest::newRow("unfinished") << "{\"id\": 1, \"url\": \"http://a\", \"state\": \"running\"}"_ba;
        QTest::newRow("without url") << "{\"id\": 1, \"state\": \"failed\"}"_ba;
    }
    void whatIsNoRecordIsNone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!RecordReader().read(json));
    }
};

QTEST_GUILESS_MAIN(TestRecordReader)
#include "tst_recordreader.moc"
