// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/gzip.h"
#include "stagetesting.h"

#include <brotli/encode.h>
#include <zstd.h>

#include <QRandomGenerator>
#include <QTest>

#include "pipeline/pipeline.h"
#include "pipeline/stages/decode.h"
#include "pipeline/stages/ndjson.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray brotlied(const QByteArray &plain)
{
    size_t size = BrotliEncoderMaxCompressedSize(static_cast<size_t>(plain.size())) + 16;
    QByteArray coded(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (!BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_GENERIC,
                               static_cast<size_t>(plain.size()),
                               reinterpret_cast<const uint8_t *>(plain.constData()), &size,
                               reinterpret_cast<uint8_t *>(coded.data())))
        qFatal("brotli refuses");
    coded.truncate(static_cast<qsizetype>(size));
    return coded;
}

QByteArray zstded(const QByteArray &plain)
{
    QByteArray coded(static_cast<qsizetype>(ZSTD_compressBound(static_cast<size_t>(plain.size()))),
                     Qt::Uninitialized);
    coded.truncate(
        static_cast<qsizetype>(ZSTD_compress(coded.data(), static_cast<size_t>(coded.size()),
                                             plain.constData(), static_cast<size_t>(plain.size()), 3)));
    return coded;
}

/// Bytes that nobody takes for text.
QByteArray noise(qsizetype size)
{
    QRandomGenerator random(1);
    QByteArray bytes(size, '\0');
    for (qsizetype i = 16; i < size; ++i)
        bytes[i] = static_cast<char>(random.bounded(256));
    return bytes;
}

/// Where the pipeline of one decode stage with `options` is wrong; empty where it is not.
QString faultPath(const QByteArray &options)
{
    const auto built = parsePipeline(
        "{`inflight`: 1, `name`: `t`, `stages`: [{`stage`: `decode`"_ba.replace('`', '"') + options + "}]}",
        {});
    const auto *const fault = std::get_if<PipelineFault>(&built);
    return fault ? fault->path : QString();
}

} // namespace

/// Files of one member that come as such, and not coded for the transfer alone.
class TestArchives : public QObject
{
    Q_OBJECT

private:
    static Outcome<StageResult> decode(const Payload &payload, const DecodeRules &rules)
    {
        StageTrial run;
        return DecodeStage(rules).run(payload, run.context);
    }

private Q_SLOTS:
    void textIsUnpacked_data()
    {
        const QByteArray lines = "{\"a\": 1}\n{\"a\": 2}\n";
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("name");
        const QByteArray none;
        QTest::newRow("gzip") << gzipped(lines) << u"http://h/a.ndjson.gz"_s << "application/gzip"_ba << none
                              << lines << u"a.ndjson"_s;
        QTest::newRow("gzip by its content")
            << gzipped(lines) << u"http://h/a"_s << "application/octet-stream"_ba << none << lines << u"a"_s;
        QTest::newRow("zstd") << zstded(lines) << u"http://h/x/a.csv.zst?b=c"_s << none << none << lines
                              << u"a.csv"_s;
        QTest::newRow("br") << brotlied(lines) << u"http://h/a.json.BR"_s << none << none << lines
                            << u"a.json"_s;
        QTest::newRow("coded once more")
            << brotlied(gzipped(lines)) << u"http://h/a.gz"_s << none << "br"_ba << lines << u"a"_s;
        QTest::newRow("said to be what is in it") << gzipped(lines) << u"http://h/a.json.gz"_s
                                                  << "application/json"_ba << none << lines << u"a.json"_s;
        QTest::newRow("a mark") << gzipped("\xef\xbb\xbf{}") << u"http://h/a.gz"_s << none << none << "{}"_ba
                                << u"a"_s;
        QTest::newRow("utf-16") << gzipped(QByteArray("\xff\xfe{\0}\0", 6)) << u"http://h/a.gz"_s << none
                                << none << "{}"_ba << u"a"_s;
        QTest::newRow("old characters")
            << gzipped("caf\xe9") << u"http://h/a.txt.gz"_s << none << none << "café"_ba << u"a.txt"_s;
        QTest::newRow("large") << gzipped(lines.repeated(200'000)) << u"http://h/a.gz"_s << none << none
                               << lines.repeated(200'000) << u"a"_s;
    }
    void textIsUnpacked()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, url);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, encoding);
        const Outcome<StageResult> outcome =
            decode(payloadOf(body, type, encoding, url), {Archive::Text, {}});
        QVERIFY(outcome.succeeded());
        const Payload &payload = outcome.value().payload;
        QTEST(payload.currentText().bytes().toByteArray(), "text");
        QTEST(payload.proposedName, "name");
        QVERIFY2(outcome.value().detail.startsWith("unpacked "_L1), qPrintable(outcome.value().detail));
        // What the record says is of the file as it came.
        QCOMPARE(payload.decodedSize, payload.body.size());
    }

    void theRestIsKept_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("encoding");
        const QByteArray none;
        QTest::newRow("binary in it") << gzipped(noise(100'000)) << u"http://h/a.bin.gz"_s << none;
        QTest::newRow("nothing in it") << gzipped({}) << u"http://h/a.gz"_s << none;
        QTest::newRow("a tar") << gzipped(QByteArray(257, '\0') + "ustar" + QByteArray(250, '\0'))
                               << u"http://h/a.tgz"_s << none;
        QTest::newRow("coded for the transfer") << gzipped("{}") << u"http://h/a.json.gz"_s << "gzip"_ba;
        QTest::newRow("br by name alone") << "{\"plain\": true}"_ba << u"http://h/a.br"_s << none;
        QTest::newRow("text") << "plain"_ba << u"http://h/a.gz"_s << none;
        QTest::newRow("damaged at once") << "\x1f\x8b\x08 and then no more"_ba << u"http://h/a.gz"_s << none;
        QTest::newRow("empty") << none << u"http://h/a.gz"_s << none;
    }
    void theRestIsKept()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, url);
        QFETCH(QByteArray, encoding);
        const Outcome<StageResult> outcome = decode(payloadOf(body, {}, encoding, url), {Archive::Text, {}});
        QVERIFY(outcome.succeeded());
        QVERIFY(!outcome.value().payload.product);
    }

    void keepKeeps()
    {
        const Outcome<StageResult> outcome =
            decode(payloadOf(gzipped("text"), {}, {}, u"http://h/a.gz"_s), {});
        QVERIFY(outcome.succeeded());
        QVERIFY(!outcome.value().payload.product);
    }

    void whatMustBeAnArchiveIsUnpackedOrFails()
    {
        const QByteArray binary = noise(100'000);
        const Outcome<StageResult> good = decode(payloadOf(zstded(binary)), {Archive::Zstd, {}});
        QVERIFY(good.succeeded());
        QCOMPARE(good.value().payload.current().bytes(), QByteArrayView(binary));
        QCOMPARE(faultName(decode(payloadOf("text"), {Archive::Gzip, {}})), u"decompression"_s);
        QCOMPARE(faultName(decode(payloadOf(zstded(binary).chopped(9)), {Archive::Zstd, {}})),
                 u"decompression"_s);
        QCOMPARE(faultName(decode(payloadOf(brotlied("text")), {Archive::Zstd, {}})), u"decompression"_s);
    }

    void truncatedTextFails()
    {
        const QByteArray packed = gzipped(noise(50'000).toHex());
        QCOMPARE(faultName(decode(payloadOf(packed.chopped(100)), {Archive::Text, {}})), u"decompression"_s);
    }

    void bombsAreTooLarge()
    {
        StageTrial run(megabyte);
        const Payload payload = payloadOf(gzipped(QByteArray(64 * megabyte, ' ')));
        QCOMPARE(faultName(DecodeStage({Archive::Text, {}}).run(payload, run.context)), u"too_large"_s);
    }

    void progressIsOfTheArchive()
    {
        StageTrial run;
        const Body body(gzipped(noise(4 * megabyte).toHex()));
        Payload payload;
        payload.body = body;
        QVERIFY(DecodeStage({Archive::Text, {}}).run(payload, run.context).succeeded());
        QCOMPARE(run.done, body.size());
        QVERIFY(!run.wentBack);
    }

    void stagesThatReadTextUnpack()
    {
        StageTrial run;
        const Payload payload = payloadOf(gzipped("{\"a\": 1}\n{\"a\": 2}\n"), "application/gzip");
        const Outcome<StageResult> lines = NdjsonStage().run(payload, run.context);
        QVERIFY(lines.succeeded());
        QCOMPARE(lines.value().payload.valueCount, 2);
    }

    void charsetWins_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("over the header") << "\xef\xf0\xe8"_ba
                                         << "text/plain; charset=utf-8"_ba
                                         << "windows-1251"_ba
                                         << "при"_ba;
        QTest::newRow("over a guess") << "\x82\xa0"_ba
                                      << "text/plain"_ba
                                      << "shift_jis"_ba
                                      << "あ"_ba;
        QTest::newRow("what looks binary") << QByteArray("a\0b\0", 4) << "application/octet-stream"_ba
                                           << "utf-16le"_ba
                                           << "ab"_ba;
        QTest::newRow("with its mark") << "\xef\xbb\xbf{}"_ba
                                       << "application/json"_ba
                                       << "utf-8"_ba
                                       << "{}"_ba;
        QTest::newRow("in an archive") << gzipped("\xef\xf0\xe8") << "application/gzip"_ba
                                       << "windows-1251"_ba
                                       << "при"_ba;
    }
    void charsetWins()
    {
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, charset);
        const Outcome<StageResult> outcome = decode(payloadOf(body, type), {Archive::Text, charset});
        QVERIFY(outcome.succeeded());
        QTEST(outcome.value().payload.currentText().bytes().toByteArray(), "text");
    }

    void optionsAreRead()
    {
        QCOMPARE(faultPath({}), QString());
        QCOMPARE(faultPath(", \"archive\": \"zstd\", \"charset\": \"latin1\""), QString());
        QCOMPARE(faultPath(", \"charset\": \"klingon\""), u"$.stages[0].charset"_s);
        QCOMPARE(faultPath(", \"archive\": \"rar\""), u"$.stages[0].archive"_s);
    }
};

QTEST_GUILESS_MAIN(TestArchives)
#include "tst_archives.moc"
