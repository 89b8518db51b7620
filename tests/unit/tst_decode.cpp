// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/decode.h"

#include <atomic>
#include <sys/resource.h>

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

#include <QElapsedTimer>
#include <QTest>
#include <QThread>

#include "stagetesting.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int gzipWindow = MAX_WBITS + 16;
constexpr int zlibWindow = MAX_WBITS;
constexpr int bareWindow = -MAX_WBITS;

QByteArray deflated(const QByteArray &plain, int window, int flush = Z_FINISH)
{
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("deflateInit2");
    QByteArray coded(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(plain.size()))) + 64,
                     '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(plain.data()));
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = reinterpret_cast<Bytef *>(coded.data());
    stream.avail_out = static_cast<uInt>(coded.size());
    deflate(&stream, flush);
    coded.truncate(coded.size() - static_cast<qsizetype>(stream.avail_out));
    deflateEnd(&stream);
    return coded;
}

QByteArray gzipped(const QByteArray &plain)
{
    return deflated(plain, gzipWindow);
}

QByteArray brotlied(const QByteArray &plain)
{
    size_t size = BrotliEncoderMaxCompressedSize(static_cast<size_t>(plain.size())) + 64;
    QByteArray coded(static_cast<qsizetype>(size), '\0');
    if (!BrotliEncoderCompress(4, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC,
                               static_cast<size_t>(plain.size()),
                               reinterpret_cast<const uint8_t *>(plain.data()), &size,
                               reinterpret_cast<uint8_t *>(coded.data())))
        qFatal("BrotliEncoderCompress");
    coded.truncate(static_cast<qsizetype>(size));
    return coded;
}

QByteArray zstded(const QByteArray &plain)
{
    QByteArray coded(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))), '\0');
    const size_t size = ZSTD_compress(coded.data(), static_cast<size_t>(coded.size()), plain.data(),
                                      static_cast<size_t>(plain.size()), 3);
    coded.truncate(static_cast<qsizetype>(size));
    return coded;
}

QByteArray coded(const QByteArray &coding, const QByteArray &plain)
{
    if (coding == "gzip")
        return gzipped(plain);
    if (coding == "deflate")
        return deflated(plain, zlibWindow);
    return coding == "br" ? brotlied(plain) : zstded(plain);
}

/// What does not get small when it is compressed, the same every time.
QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    quint32 state = 12345;
    for (qsizetype i = 0; i < size; ++i) {
        state = state * 1664525 + 1013904223;
        bytes[i] = static_cast<char>(state >> 24);
    }
    return bytes;
}

/// 2 GB of zeros as one gzip member: a megabyte compressed so that its bytes can follow themselves.
QByteArray gzipBomb()
{
    const QByteArray zeros(megabyte, '\0');
    const QByteArray block = deflated(zeros, bareWindow, Z_FULL_FLUSH);
    return "\x1f\x8b\x08\0\0\0\0\0\0\xff"_ba + block.repeated(2048);
}

QByteArray bomb(const QByteArray &coding)
{
    if (coding == "gzip")
        return gzipBomb();
    if (coding == "deflate")
        return deflated(QByteArray(megabyte, '\0'), bareWindow, Z_FULL_FLUSH).repeated(2048);
    if (coding == "zstd")
        return zstded(QByteArray(16 * megabyte, '\0')).repeated(128);
    return brotlied(QByteArray(32 * megabyte, '\0'));
}

qint64 peakMemory()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

Outcome<StageResult> decode(const Payload &payload, const StageContext &context)
{
    return DecodeStage().run(payload, context);
}

const QByteArray sentence = "The quick brown fox jumps over the lazy dog. "_ba.repeated(500);

} // namespace

class TestDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesACoding_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("none") << ""_ba << sentence;
        QTest::newRow("identity") << "identity"_ba << sentence;
        QTest::newRow("gzip") << "gzip"_ba << gzipped(sentence);
        QTest::newRow("x-gzip") << "X-GZip"_ba << gzipped(sentence);
        QTest::newRow("gzip and identity") << "gzip, identity"_ba << gzipped(sentence);
        QTest::newRow("gzip members")
            << "gzip"_ba << gzipped(sentence.first(7)) + gzipped(sentence.sliced(7));
        QTest::newRow("gzip, an empty member") << "gzip"_ba << gzipped(sentence) + gzipped({});
        QTest::newRow("deflate, zlib") << "deflate"_ba << deflated(sentence, zlibWindow);
        QTest::newRow("deflate, bare") << "deflate"_ba << deflated(sentence, bareWindow);
        QTest::newRow("br") << "br"_ba << brotlied(sentence);
        QTest::newRow("zstd") << "zstd"_ba << zstded(sentence);
        QTest::newRow("zstd frames") << "zstd"_ba << zstded(sentence.first(7)) + zstded(sentence.sliced(7));
        QTest::newRow("several") << "gzip, br"_ba << brotlied(gzipped(sentence));
        QTest::newRow("five") << " gzip,br ,, zstd,deflate,gzip "_ba
                              << gzipped(deflated(zstded(brotlied(gzipped(sentence))), zlibWindow));
    }

    void removesACoding()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, body);
        StageTrial run;
        Outcome<StageResult> outcome = decode(payloadOf(body, "text/plain", encoding), run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const Payload &payload = outcome.value().payload;
        QVERIFY(payload.body.bytes() == sentence);
        QCOMPARE(payload.decodedSize, sentence.size());
        QVERIFY(payload.decoded);
        QVERIFY(payload.contentEncoding.isEmpty());
        QVERIFY(payload.text);
        QVERIFY(payload.text->bytes() == sentence);
        QVERIFY(payload.sha256.isEmpty());
    }

    void thousandsOfGzipMembersAreOneBody()
    {
        const QByteArray body = gzipped("a").repeated(20'000);
        StageTrial run;
        Outcome<StageResult> outcome = decode(payloadOf(body, {}, "gzip"), run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QCOMPARE(outcome.value().payload.body.size(), 20'000);
    }

    void largeBodiesGoThroughTheDisk_data() { eachCoding(); }

    void largeBodiesGoThroughTheDisk()
    {
        QFETCH(QByteArray, coding);
        const QByteArray plain = noise(3 * megabyte) + QByteArray(2 * megabyte, 'x');
        StageTrial run;
        const QByteArray body = coded(coding, plain);
        Outcome<StageResult> outcome = decode(payloadOf(body, {}, coding), run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QVERIFY(outcome.value().payload.body.onDisk());
        QVERIFY(outcome.value().payload.body.bytes() == plain);
        QVERIFY(!outcome.value().payload.text);
        QCOMPARE(run.done, body.size());
        QCOMPARE(run.total, body.size());
        QVERIFY(run.reports > 5);
        QVERIFY(!run.wentBack);
    }

    void anEmptyBodyIsEmptyInAnyCoding_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        for (const char *const encoding : {"", "gzip", "deflate", "br", "zstd", "gzip, br"})
            QTest::newRow(encoding) << QByteArray(encoding);
    }

    void anEmptyBodyIsEmptyInAnyCoding()
    {
        QFETCH(QByteArray, encoding);
        StageTrial run;
        Outcome<StageResult> outcome = decode(payloadOf({}, "text/plain", encoding), run.context);
        QVERIFY(outcome.succeeded());
        QCOMPARE(outcome.value().payload.decodedSize, 0);
        QCOMPARE(outcome.value().detail, u"empty"_s);
    }

    void theDetailSaysWhatWasDone()
    {
        StageTrial run;
        Outcome<StageResult> outcome =
            decode(payloadOf(gzipped(sentence), "text/plain", "gzip"), run.context);
        QVERIFY(outcome.succeeded());
        const QString detail = outcome.value().detail;
        const QRegularExpression expected(u"^gzip \\d+ bytes → 22 kB, utf-8$"_s);
        QVERIFY2(expected.match(detail).hasMatch(), qPrintable(detail));
    }

    void unknownCodingsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QString>("named");
        QTest::newRow("unknown") << "lzma9"_ba << u"lzma9"_s;
        QTest::newRow("compress") << "compress"_ba << u"compress"_s;
        QTest::newRow("among known ones") << "gzip, Foo"_ba << u"foo"_s;
        QTest::newRow("too many") << "gzip,gzip,gzip,gzip,gzip,gzip"_ba << u"6"_s;
    }

    void unknownCodingsAreNamed()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QString, named);
        StageTrial run;
        Outcome<StageResult> outcome =
            decode(payloadOf(gzipped(sentence), "text/plain", encoding), run.context);
        QCOMPARE(faultName(outcome), u"decompression"_s);
        QVERIFY2(faultMessage(outcome).contains(named), qPrintable(faultMessage(outcome)));
    }

    void truncatedAtAnyByteIsAFault_data() { eachCoding(); }

    void truncatedAtAnyByteIsAFault()
    {
        QFETCH(QByteArray, coding);
        const QByteArray body = coded(coding, "some text that is long enough, long enough, long enough");
        for (qsizetype size = 1; size < body.size(); ++size) {
            StageTrial run;
            Outcome<StageResult> outcome = decode(payloadOf(body.first(size), {}, coding), run.context);
            QCOMPARE(faultName(outcome), u"decompression"_s);
        }
    }

    void damageIsAFaultAndNeverACrash_data() { eachCoding(); }

    void damageIsAFaultAndNeverACrash()
    {
        QFETCH(QByteArray, coding);
        const QByteArray plain = noise(2000);
        const QByteArray body = coded(coding, plain);
        int faults = 0;
        for (qsizetype at = 0; at < body.size(); at += 7) {
            QByteArray damaged = body;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
            StageTrial run(megabyte);
            Outcome<StageResult> outcome = decode(payloadOf(damaged, {}, coding), run.context);
            faults += faultName(outcome) == "decompression"_L1 ? 1 : 0;
        }
        // br has no checksum and this zstd none in its frames, so damage may pass there as other bytes.
        QVERIFY2(faults > 0, qPrintable(QString::number(faults)));
        if (coding == "deflate")
            QVERIFY(faults > body.size() / 7 - 3);
    }

    void aWrongChecksumIsAFault()
    {
        QByteArray body = gzipped(sentence);
        body[body.size() - 6] = static_cast<char>(body[body.size() - 6] ^ 1);
        StageTrial run;
        QCOMPARE(faultName(decode(payloadOf(body, {}, "gzip"), run.context)), u"decompression"_s);
    }

    void plainBytesUnderACodingAreAFault_data() { eachCoding(); }

    void plainBytesUnderACodingAreAFault()
    {
        QFETCH(QByteArray, coding);
        StageTrial run;
        Outcome<StageResult> outcome = decode(payloadOf("{\"not\": \"coded\"}", {}, coding), run.context);
        QCOMPARE(faultName(outcome), u"decompression"_s);
        QVERIFY2(faultMessage(outcome).contains(QString::fromLatin1(coding)),
                 qPrintable(faultMessage(outcome)));
    }

    void bytesAfterTheEndArePassedOverAndSaid_data() { eachCoding(); }

    void bytesAfterTheEndArePassedOverAndSaid()
    {
        QFETCH(QByteArray, coding);
        StageTrial run;
        const QByteArray body = coded(coding, sentence) + "garbage"_ba;
        Outcome<StageResult> outcome = decode(payloadOf(body, "text/plain", coding), run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QVERIFY(outcome.value().payload.body.bytes() == sentence);
        QVERIFY2(outcome.value().detail.contains("7 bytes after its end"_L1),
                 qPrintable(outcome.value().detail));
    }

    void bombsEndAsTooLarge_data() { eachCoding(); }

    void bombsEndAsTooLarge()
    {
        QFETCH(QByteArray, coding);
        const Payload payload = payloadOf(bomb(coding), {}, coding);
        const qint64 memoryBefore = peakMemory();
        QElapsedTimer clock;
        clock.start();
        StageTrial run(10 * megabyte);
        Outcome<StageResult> outcome = decode(payload, run.context);
        QCOMPARE(faultName(outcome), u"too_large"_s);
        QVERIFY(faultMessage(outcome).contains("10 MB"_L1));
        QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(peakMemory() - memoryBefore < 64 * megabyte);
    }

    void aBombInsideAnotherCodingEndsToo()
    {
        StageTrial run(10 * megabyte);
        // Each layer alone gives nothing: 100 MB of empty members inside 100 KB.
        const QByteArray emptyMembers = gzipped({}).repeated(5 * megabyte);
        const Payload payload = payloadOf(zstded(emptyMembers), {}, "gzip, zstd");
        QCOMPARE(faultName(decode(payload, run.context)), u"too_large"_s);
    }

    void anUncodedBodyHasTheSameLimit()
    {
        StageTrial run(1000);
        QCOMPARE(faultName(decode(payloadOf(QByteArray(1001, 'x')), run.context)), u"too_large"_s);
        QVERIFY(decode(payloadOf(QByteArray(1000, 'x')), run.context).succeeded());
    }

    void theLimitIsExact()
    {
        StageTrial run(sentence.size());
        QVERIFY(decode(payloadOf(gzipped(sentence), {}, "gzip"), run.context).succeeded());
        StageTrial tighter(sentence.size() - 1);
        QCOMPARE(faultName(decode(payloadOf(gzipped(sentence), {}, "gzip"), tighter.context)),
                 u"too_large"_s);
    }

    void stopsOnTheWay_data() { eachCoding(); }

    void stopsOnTheWay()
    {
        QFETCH(QByteArray, coding);
        const QByteArray body = coded(coding, noise(4 * megabyte));
        StageTrial run;
        run.stopAt(megabyte);
        Outcome<StageResult> outcome = decode(payloadOf(body, {}, coding), run.context);
        QVERIFY(outcome.cancelled());
        QVERIFY2(run.done < 2 * megabyte, qPrintable(QString::number(run.done)));
    }

    void stopsInsideOneSliceOfABomb()
    {
        // All of the coded bytes are one slice, so only the looks at every piece given on can end it.
        const Payload payload = payloadOf(zstded(QByteArray(16 * megabyte, '\0')).repeated(64), {}, "zstd");
        QVERIFY(payload.body.size() < 256 * 1024);
        StageTrial run;
        std::atomic<qint64> stoppedAt = 0;
        QElapsedTimer clock;
        clock.start();
        const std::unique_ptr<QThread> stopper(QThread::create([&] {
            stoppedAt = clock.elapsed();
            run.stopNow();
        }));
        stopper->start();
        Outcome<StageResult> outcome = decode(payload, run.context);
        const qint64 ended = clock.elapsed();
        QVERIFY(stopper->wait(10'000));
        QVERIFY(outcome.cancelled());
        QVERIFY2(ended - stoppedAt < 100, qPrintable(QString::number(ended - stoppedAt)));
    }

    void stoppedBeforehandDoesNothing()
    {
        StageTrial run;
        run.stopNow();
        QVERIFY(decode(payloadOf(gzipped(sentence), "text/plain", "gzip"), run.context).cancelled());
        QVERIFY(decode(payloadOf(sentence, "text/plain"), run.context).cancelled());
        QCOMPARE(run.reports, 0);
    }

    void aDecodedPayloadComesBackAsItIs()
    {
        StageTrial run;
        Outcome<StageResult> first = decode(payloadOf(gzipped(sentence), "text/plain", "gzip"), run.context);
        Outcome<StageResult> second = decode(first.value().payload, run.context);
        QVERIFY(second.succeeded());
        QVERIFY(second.value().payload.body.bytes() == sentence);
    }

    void manyThreadsShareOneStage()
    {
        const DecodeStage stage;
        std::atomic<int> right = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        const QByteArray body = brotlied(sentence);
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int round = 0; round < 50; ++round) {
                    StageTrial run;
                    Outcome<StageResult> outcome = stage.run(payloadOf(body, "text/html", "br"), run.context);
                    right += outcome.succeeded() && outcome.value().payload.body.bytes() == sentence ? 1 : 0;
                }
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait(20'000));
        QCOMPARE(right.load(), 200);
    }

private:
    static void eachCoding()
    {
        QTest::addColumn<QByteArray>("coding");
        for (const char *const coding : {"gzip", "deflate", "br", "zstd"})
            QTest::newRow(coding) << QByteArray(coding);
    }
};

QTEST_GUILESS_MAIN(TestDecode)
#include "tst_decode.moc"
