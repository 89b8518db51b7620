// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fullrecord.h"
#include "jobs/keptrecord.h"
#include "jobs/packedrecord.h"
#include "store/recordjson.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

JobRecord wholeRecord()
{
    JobRecord record = inflight::fullRecord(std::numeric_limits<JobId>::max());
    record.name = u"Überblick"_s;
    record.attempts[0].sent = true;
    record.attempts[1].startMs = -40;
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
        JobRecord record = kind == 1 ? JobRecord() : wholeRecord();
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
        JobRecord record = wholeRecord();
        record.attempts[0].started = record.started.addMSecs(-5);
        const qint64 startMs = record.started.toMSecsSinceEpoch();
        for (const KeptRecord &kept : {KeptRecord(std::make_shared<const JobRecord>(record)),
                                       KeptRecord(RecordPacker().pack(record))}) {
            QVERIFY(kept);
            QCOMPARE(kept.headers(), record.headers);
            QCOMPARE(kept.contentType(), u"text/html"_s);
            QCOMPARE(kept.stageNames(), (QStringList{u"fetch"_s, u"jq"_s, u"save"_s}));
            QCOMPARE(kept.span()->beginMs, startMs - 5);
            QCOMPARE(kept.span()->endMs, startMs + 12);
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
        const JobRecord record = wholeRecord();
        const PackedRecordPtr one = packer.pack(record);
        const PackedRecordPtr other = packer.pack(record);
        QCOMPARE(one->stageNames(), (QStringList{u"fetch"_s, u"jq"_s, u"save"_s}));
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
