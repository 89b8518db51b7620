// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/digest.h"

#include <QTest>

#include "pipeline/stages/decode.h"
#include "stagetesting.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

class TestDigest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSha256OfTheBytes_data()
    {
        // The vectors of FIPS 180-2 and its supplement.
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("sha256");
        QTest::newRow("empty") << ""_ba
                               << "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"_ba;
        QTest::newRow("abc") << "abc"_ba
                             << "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_ba;
        QTest::newRow("two blocks") << "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"_ba
                                    << "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"_ba;
        QTest::newRow("a million") << QByteArray(1'000'000, 'a')
                                   << "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"_ba;
    }

    void isTheSha256OfTheBytes()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, sha256);
        StageTrial run;
        Outcome<StageResult> outcome = DigestStage().run(payloadOf(body), run.context);
        QVERIFY(outcome.succeeded());
        QCOMPARE(outcome.value().payload.sha256, sha256);
        QCOMPARE(outcome.value().detail, QString::fromLatin1(sha256.first(12)));
        QVERIFY(outcome.value().payload.body.bytes() == body);
    }

    void isOfTheBytesBeforeTheirCharacterSet()
    {
        StageTrial run;
        const Payload payload = payloadOf("gr\xfc\xdf", "text/plain; charset=latin1");
        Outcome<StageResult> decoded = DecodeStage().run(payload, run.context);
        QVERIFY(decoded.value().payload.text->size() > payload.body.size());
        Outcome<StageResult> after = DigestStage().run(decoded.value().payload, run.context);
        Outcome<StageResult> bytes = DigestStage().run(payloadOf("gr\xfc\xdf", "image/png"), run.context);
        QCOMPARE(after.value().payload.sha256, bytes.value().payload.sha256);
    }

    void isNotComputedTwice()
    {
        Payload payload = payloadOf("abc");
        payload.decoded = true;
        payload.sha256 = "0123456789abcdef";
        StageTrial run;
        Outcome<StageResult> outcome = DigestStage().run(payload, run.context);
        QCOMPARE(outcome.value().payload.sha256, "0123456789abcdef"_ba);
        QCOMPARE(outcome.value().detail, u"0123456789ab"_s);
        QCOMPARE(run.reports, 0);
    }

    void reportsAndStopsOnTheWay()
    {
        Payload payload = payloadOf({});
        payload.body = repeatedBody("0123456789", 200 * megabyte);
        payload.decoded = true;
        StageTrial run;
        run.stopAt(8 * megabyte);
        QVERIFY(DigestStage().run(payload, run.context).cancelled());
        QVERIFY2(run.done < 9 * megabyte, qPrintable(QString::number(run.done)));
        QCOMPARE(run.total, 200 * megabyte);
    }

    void runsToTheEndWithProgress()
    {
        Payload payload = payloadOf({});
        payload.body = repeatedBody("0123456789", 3 * megabyte);
        payload.decoded = true;
        StageTrial run;
        QVERIFY(DigestStage().run(payload, run.context).succeeded());
        QCOMPARE(run.done, 3 * megabyte);
        QVERIFY(run.reports >= 10);
        QVERIFY(!run.wentBack);
    }

    void nobodyNeedsToListen() { QVERIFY(DigestStage().run(payloadOf("abc"), {}).succeeded()); }
};

QTEST_GUILESS_MAIN(TestDigest)
#include "tst_digest.moc"
