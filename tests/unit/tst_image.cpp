// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QBuffer>
#include <QImage>
#include <QImageReader>
#include <QTest>

#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray picture(const char *format, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, format))
        qFatal("the test's picture could not be made");
    return bytes;
}

/// Two pixels, black and white. Qt reads GIF and writes none.
QByteArray gif()
{
    return QByteArray::fromHex("47494638396102000100800000000000ffffff2c000000000200010000020244"
                               "0a003b");
}

} // namespace

/// Pictures made smaller and other.
class TestImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void makesThumbnails_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("wide") << ", \"max_width\": 64"_ba << QSize(64, 32) << "png"_ba;
        QTest::newRow("a box") << ", \"max_width\": 64, \"max_height\": 16"_ba << QSize(32, 16) << "png"_ba;
        QTest::newRow("never larger") << ", \"max_width\": 999"_ba << QSize(200, 100) << "png"_ba;
        QTest::newRow("another format")
            << ", \"format\": \"jpeg\", \"quality\": 50"_ba << QSize(200, 100) << "jpeg"_ba;
    }

    void makesThumbnails()
    {
        QFETCH(QByteArray, options);
        QFETCH(QByteArray, format);
        StageTrial run;
        const Outcome<StageResult> outcome =
            runStages("{\"stage\": \"image\"" + options + "}",
                      payloadOf(picture("png", {200, 100}), "image/png"), run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const Payload &payload = outcome.value().payload;
        QByteArray bytes = payload.current().bytes().toByteArray();
        QBuffer buffer(&bytes);
        QImageReader reader(&buffer);
        QTEST(reader.size(), "size");
        QCOMPARE(reader.format(), format);
        QCOMPARE(payload.currentType(), "image/" + format);
        QVERIFY(outcome.value().detail.startsWith(u"PNG 200 × 100"_s));
    }

    void whatNeedsNoChangeGoesOnAsItCame()
    {
        StageTrial run;
        for (const QByteArray &bytes : {picture("jpeg", {20, 10}), gif()}) {
            const Outcome<StageResult> outcome =
                runStages("{\"stage\": \"image\", \"max_width\": 64, \"max_height\": 64}", payloadOf(bytes),
                          run.context);
            QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
            QCOMPARE(outcome.value().payload.current().bytes(), bytes);
        }
    }

    void whatCannotBeWrittenAsItIsBecomesPng()
    {
        StageTrial run;
        const Outcome<StageResult> outcome =
            runStages("{\"stage\": \"image\", \"max_width\": 1}", payloadOf(gif(), "image/gif"), run.context);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QCOMPARE(outcome.value().payload.currentType(), "image/png");
        QCOMPARE(outcome.value().detail, u"GIF 2 × 1 → PNG 1 × 1"_s);
    }

    void refusesWhatIsNoPicture()
    {
        StageTrial run;
        const QByteArray whole = picture("png", {200, 100});
        QCOMPARE(
            faultName(runStages("{\"stage\": \"image\"}", payloadOf("no picture", "image/png"), run.context)),
            u"parse"_s);
        QCOMPARE(faultName(runStages("{\"stage\": \"image\"}", payloadOf({}, "image/png"), run.context)),
                 u"parse"_s);
        QCOMPARE(faultName(runStages("{\"stage\": \"image\"}", payloadOf(whole.first(40), "image/png"),
                                     run.context)),
                 u"parse"_s);
    }
};

QTEST_GUILESS_MAIN(TestImage)
#include "tst_image.moc"
