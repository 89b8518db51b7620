// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTemporaryDir>
#include <QTest>

#include "pipeline/stages/decode.h"
#include "pipeline/stages/digest.h"
#include "pipeline/stages/parse.h"
#include "pipeline/stages/save.h"
#include "stagetesting.h"
#include "support/processfacts.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 bodySize = 64 * megabyte;
constexpr qint64 mostMemory = 16 * megabyte;

std::unique_ptr<CpuStage> stageOf(const QByteArray &name, const QString &folder)
{
    if (name == "decode")
        return std::make_unique<DecodeStage>();
    if (name == "digest")
        return std::make_unique<DigestStage>();
    if (name == "parse")
        return std::make_unique<ParseStage>();
    return std::make_unique<SaveStage>(folder);
}

} // namespace

/// What stages take of the memory when a body is much larger than that.
class TestLargeBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingThemTakesLittleMemory_data()
    {
        QTest::addColumn<QByteArray>("stage");
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("decode UTF-8") << "decode"_ba
                                      << "Grüße an alle\n"_ba
                                      << "text/plain"_ba;
        QTest::newRow("decode Latin-1") << "decode"_ba
                                        << "Gr\xfc\xdf"
                                           "e\n"_ba
                                        << "text/plain; charset=iso-8859-1"_ba;
        QTest::newRow("digest") << "digest"_ba
                                << "\1\2\3"_ba
                                << "application/octet-stream"_ba;
        QTest::newRow("text") << "parse"_ba
                              << "line after line\n"_ba
                              << "text/plain"_ba;
        QTest::newRow("table") << "parse"_ba
                               << "a,b,c\n"_ba
                               << "text/csv"_ba;
        QTest::newRow("blanks that are no JSON, in one line") << "parse"_ba
                                                              << " "_ba
                                                              << "application/json"_ba;
        QTest::newRow("comments that are no XML") << "parse"_ba
                                                  << "<!-- text -->"_ba
                                                  << "text/xml"_ba;
        QTest::newRow("save") << "save"_ba
                              << "\1\2\3"_ba
                              << "application/octet-stream"_ba;
    }

    void readingThemTakesLittleMemory()
    {
        QFETCH(QByteArray, stage);
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, type);
        const QTemporaryDir folder;
        Payload payload = payloadOf({}, type);
        payload.body = repeatedBody(pattern, bodySize);
        QVERIFY(payload.body.onDisk());

        const qint64 before = residentBytes();
        StageTrial run;
        const Outcome<StageResult> outcome = stageOf(stage, folder.path())->run(payload, run.context);
        const qint64 taken = residentBytes() - before;
        QVERIFY(!outcome.cancelled());
        QVERIFY2(sanitized || taken < mostMemory, QByteArray::number(taken).constData());
    }
};

QTEST_GUILESS_MAIN(TestLargeBodies)
#include "tst_largebodies.moc"
