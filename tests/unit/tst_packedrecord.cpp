// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/keptrecord.h"
#include "jobs/packedrecord.h"
#include "store/recordjson.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);

/// With something in every field.
JobRecord fullRecord()
{
    JobRecord record;
    record.id = std::numeric_limits<JobId>::max();
    record.url = u"https://example.org/ä?x=1"_s;
    record.name = u"Überblick"_s;
    record.finalUrl = u"https://example.org/final"_s;
    record.state = JobState::Failed;
    record.fault = Fault{FaultClass::Check, u"check"_s, u"It is “wrong”."_s};
    record.status = 200;
    record.statusText = u"OK"_s;
    record.httpVersion = u"1.1"_s;
    record.method = "POST";
    record.requestHeaders = {{"Accept", "*/*"}};
    record.headers = {{"Content-Type", "text/plain"}, {"X-Empty", ""}};
    record.contentType = u"text/plain"_s;
    record.bytes = 5'000'000'000;
    record.wireBytes = 300;
    record.sha256 = QByteArray(32, '\x9a').toHex();
    record.started = start;
    record.durationMs = 1234.567891;
    AttemptRecord first;
    first.state = AttemptState::Failed;
    first.started = start;
    first.status = 503;
    first.fault = Fault{FaultClass::HttpStatus, u"fetch"_s, u"503"_s};
    first.timings = {0.125, 3.000001, 17.5, 0.0, 1.25};
    first.durationMs = 20;
    first.resumedFrom = 1 << 20;
    first.sent = true;
    AttemptRecord second;
    second.state = AttemptState::Cancelled;
    second.startMs = -40;
    second.backOffMs = 1000;
    second.hedge = true;
    second.lostTo = LostTo::First;
    record.attempts = {first, second};
    record.stages = {{u"fetch"_s, StageState::Done, -12.5, 20.0, u"2 tries"_s},
                     {u"check"_s, StageState::Failed, 20.25, 0.001, {}},
                     {u"save"_s, StageState::Skipped, {}, {}, {}}};
    record.output = R"({"a":1})";
    record.savedTo = u"/tmp/ä"_s;
    record.snippet = "text";
    record.redirects = {u"https://example.org/one"_s, u"https://example.org/two"_s};
    record.insecure = true;
    return record;
}

JobRecord packedAndUnpacked(const JobRecord &record)
{
    return *RecordPacker().pack(record)->unpacked();
}

QByteArray everything(const JobRecord &record)
{
    return recordToJsonLine(record, Secrets::Shown) + JournalRecords().write(record, {});
}

} // namespace

class TestPackedRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasPacked_data()
    {
        QTest::addColumn<int>("kind");

        QTest::newRow("everything") << 0;
        QTest::newRow("nothing") << 1;
        QTest::newRow("without an answer") << 2;
        QTest::newRow("a type that no header says") << 3;
        QTest::newRow("other final URL: none") << 4;
        QTest::newRow("a digest that is none") << 5;
    }

    void givesBackWhatWasPacked()
    {
        QFETCH(const int, kind);
        JobRecord record = kind == 1 ? JobRecord() : fullRecord();
        if (kind == 2) {
            record.status = 0;
            record.headers.clear();
            record.contentType.clear();
            record.attempts.resize(1);
        } else if (kind == 3)
            record.contentType = u"image/png"_s;
        else if (kind == 4)
            record.finalUrl.clear();
        else if (kind == 5)
            record.sha256 = "ABC";
        const JobRecord back = packedAndUnpacked(record);
        QCOMPARE(everything(back), everything(record));
        QCOMPARE(back.finalUrl, record.finalUrl);
        QCOMPARE(back.contentType, record.contentType);
        QCOMPARE(back.started, record.started);
        QCOMPARE(back.attempts.size(), record.attempts.size());
        for (qsizetype i = 0; i < record.attempts.size(); ++i)
            QCOMPARE(back.attempts.at(i).sent, record.attempts.at(i).sent);
    }

    /// What is counted when it ends is taken away by the same figures when it begins anew.
    void timesAreTheSameToTheLastBit()
    {
        JobRecord record;
        for (const double ns : {0.0, 1.0, 333.0, 1e6 + 1, 123456789.0, 3.6e12 + 7}) {
            record.durationMs = ns / 1e6;
            QCOMPARE(std::fpclassify(packedAndUnpacked(record).durationMs - record.durationMs), FP_ZERO);
        }
        for (const double ms : {0.001, 1234.567, 86'400'000.001}) {
            record.durationMs = ms;
            QCOMPARE(std::fpclassify(packedAndUnpacked(record).durationMs - record.durationMs), FP_ZERO);
        }
    }

    void someOfItIsKnownWithoutUnpacking()
    {
        JobRecord record = fullRecord();
        record.attempts[0].started = start.addMSecs(-5);
        for (const KeptRecord &kept : {KeptRecord(std::make_shared<const JobRecord>(record)),
                                       KeptRecord(RecordPacker().pack(record))}) {
            QVERIFY(kept);
            QCOMPARE(kept.headers(), record.headers);
            QCOMPARE(kept.contentType(), u"text/plain"_s);
            QCOMPARE(kept.stageNames(), (QStringList{u"fetch"_s, u"check"_s, u"save"_s}));
            QCOMPARE(kept.span()->beginMs, start.toMSecsSinceEpoch() - 5);
            QCOMPARE(kept.span()->endMs, start.toMSecsSinceEpoch() + 1234);
            QCOMPARE(everything(*kept.get()), everything(record));
        }
        record.started = {};
        QVERIFY(!KeptRecord(RecordPacker().pack(record)).span());
        QVERIFY(!KeptRecord());
        QVERIFY(!KeptRecord().get());
    }

    void whatManyHaveAlikeIsShared()
    {
        RecordPacker packer;
        const JobRecord record = fullRecord();
        const PackedRecordPtr one = packer.pack(record);
        const PackedRecordPtr other = packer.pack(record);
        QCOMPARE(one->stageNames(), (QStringList{u"fetch"_s, u"check"_s, u"save"_s}));
        QCOMPARE(one->stageNames().constData(), other->stageNames().constData());
        QCOMPARE(one->headers().constData(), record.headers.constData());
        const JobRecordPtr back = one->unpacked();
        QCOMPARE(back->requestHeaders.constData(), record.requestHeaders.constData());
        QCOMPARE(back->snippet.constData(), record.snippet.constData());
        QCOMPARE(back->url.constData(), record.url.constData());

        JobRecord cancelled = record;
        cancelled.stages.resize(1);
        QCOMPARE(packer.pack(cancelled)->stageNames(), QStringList{u"fetch"_s});
        QCOMPARE(packer.pack(record)->stageNames(), one->stageNames());
    }
};

QTEST_GUILESS_MAIN(TestPackedRecord)
#include "tst_packedrecord.moc"
