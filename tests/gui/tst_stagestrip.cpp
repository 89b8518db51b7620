// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/delegates/stagestrip.h"
#include "ui/glyphs.h"
#include "ui/theme.h"

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr std::array states{StageState::Pending, StageState::Waiting,   StageState::Running, StageState::Done,
                            StageState::Failed,  StageState::Cancelled, StageState::Skipped};

QPalette lightPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(0xf5, 0xf5, 0xf5));
    palette.setColor(QPalette::Text, Qt::black);
    return palette;
}

QPalette darkPalette()
{
    QPalette palette;
    palette.setColor(QPalette::Base, QColor(0x23, 0x26, 0x29));
    palette.setColor(QPalette::AlternateBase, QColor(0x2b, 0x2e, 0x31));
    palette.setColor(QPalette::Text, QColor(0xee, 0xee, 0xee));
    return palette;
}

/// A strip of one segment.
QImage painted(const StageView &stage, const QPalette &palette, qint64 nowMs = 0)
{
    QImage image(48, 14, QImage::Format_RGB32);
    image.fill(palette.color(QPalette::Base));
    QPainter painter(&image);
    paintStageStrip(painter, image.rect(), {stage}, 1, palette, nowMs);
    painter.end();
    return image;
}

/// Where an image differs from the commonest of its greys: its shape, with neither colour nor brightness.
QImage shapeOf(const QImage &image)
{
    const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
    std::array<int, 256> counts{};
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            ++counts[static_cast<std::size_t>(qGray(grey.pixel(x, y)))];
    }
    const auto commonest = static_cast<int>(std::ranges::max_element(counts) - counts.begin());
    QImage shape(grey.size(), QImage::Format_RGB32);
    for (int y = 0; y < grey.height(); ++y) {
        for (int x = 0; x < grey.width(); ++x)
            shape.setPixel(x, y,
                           std::abs(qGray(grey.pixel(x, y)) - commonest) > 40 ? 0xff000000 : 0xffffffff);
    }
    return shape;
}

int differingPixels(const QImage &a, const QImage &b)
{
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            count += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    return count;
}

StageView running(qint16 permille)
{
    return {.state = StageState::Running, .permille = permille};
}

} // namespace

class TestStageStrip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hintsCanBeReadInEveryPalette()
    {
        QPalette dark;
        dark.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
        dark.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
        dark.setColor(QPalette::Text, Qt::white);
        dark.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
        const QColor hint = withLegibleHints(dark).color(QPalette::PlaceholderText);
        QVERIFY(Theme::contrast(hint, dark.color(QPalette::Base)) >= 4.5);
        dark.setColor(QPalette::PlaceholderText, Qt::white);
        QCOMPARE(withLegibleHints(dark), dark);
    }

    void statesDifferInShape_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
    }

    void statesDifferInShape()
    {
        QFETCH(QPalette, palette);
        for (std::size_t i = 0; i < states.size(); ++i) {
            for (std::size_t k = i + 1; k < states.size(); ++k) {
                const QImage a = shapeOf(painted({.state = states[i], .permille = 500}, palette));
                const QImage b = shapeOf(painted({.state = states[k], .permille = 500}, palette));
                const QString pair =
                    u"%1 and %2"_s.arg(static_cast<int>(states[i])).arg(static_cast<int>(states[k]));
                QVERIFY2(differingPixels(a, b) > 12, qPrintable(pair));
            }
        }
    }

    void fillShowsRealProgress()
    {
        const QPalette palette = lightPalette();
        const QColor fill = Theme(palette).fill(Tone::Active);
        const auto filled = [&](qint16 permille) {
            const QImage image = painted(running(permille), palette);
            int count = 0;
            for (int x = 2; x < image.width() - 2; ++x)
                count += image.pixel(x, 7) == fill.rgb() ? 1 : 0;
            return count;
        };
        QCOMPARE(filled(0), 0);
        QVERIFY(std::abs(filled(500) - 22) <= 2);
        QCOMPARE(filled(1000), 44);
    }

    void unknownProgressMoves()
    {
        const QPalette palette = lightPalette();
        QVERIFY(painted(running(-1), palette, 0) != painted(running(-1), palette, 400));
        QCOMPARE(painted(running(-1), palette, 0), painted(running(-1), palette, 3200));
        QCOMPARE(painted(running(300), palette, 0), painted(running(300), palette, 400));
    }

    void segmentsFillTheStrip()
    {
        const QRect strip(10, 5, 133, 14);
        for (const int count : {1, 2, 5, 9}) {
            QCOMPARE(stageSegment(strip, 0, count).left(), strip.left());
            QCOMPARE(stageSegment(strip, count - 1, count).right(), strip.right());
            for (int stage = 0; stage < count; ++stage) {
                QVERIFY(stageSegment(strip, stage, count).width() > 0);
                QCOMPARE(stageAt(strip, stageSegment(strip, stage, count).center().x(), count), stage);
                if (stage > 0)
                    QVERIFY(stageSegment(strip, stage, count).left() >
                            stageSegment(strip, stage - 1, count).right());
            }
        }
        QCOMPARE(stageAt(strip, 0, 3), -1);
        QCOMPARE(stageAt(strip, 200, 3), -1);
    }

    void stagesNotToldYetArePending()
    {
        const QPalette palette = lightPalette();
        QImage image(100, 14, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        paintStageStrip(painter, image.rect(), {}, 2, palette, 0);
        painter.end();
        QImage explicitly(100, 14, QImage::Format_RGB32);
        explicitly.fill(Qt::white);
        QPainter other(&explicitly);
        paintStageStrip(other, explicitly.rect(), {{}, {}}, 2, palette, 0);
        other.end();
        QCOMPARE(image, explicitly);
    }

    void coloursReadWell_data() { statesDifferInShape_data(); }

    void coloursReadWell()
    {
        QFETCH(QPalette, palette);
        const Theme theme(palette);
        for (const QPalette::ColorRole role : {QPalette::Base, QPalette::AlternateBase}) {
            const QColor ground = palette.color(role);
            for (int tone = 0; tone < static_cast<int>(Tone::Count); ++tone) {
                QVERIFY(Theme::contrast(theme.text(static_cast<Tone>(tone)), ground) >= 4.5);
                QVERIFY(Theme::contrast(theme.fill(static_cast<Tone>(tone)), ground) >= 3.0);
            }
            QVERIFY(Theme::contrast(theme.mutedText(), ground) >= 4.5);
        }
        for (int tone = 0; tone < static_cast<int>(Tone::Count); ++tone) {
            QVERIFY(Theme::contrast(theme.onFill(static_cast<Tone>(tone)),
                                    theme.fill(static_cast<Tone>(tone))) >= 3.0);
            QVERIFY(Theme::contrast(theme.text(static_cast<Tone>(tone)),
                                    theme.wash(static_cast<Tone>(tone))) >= 3.0);
        }
    }

    void contrastIsThatOfTheStandard()
    {
        QVERIFY(qFuzzyCompare(Theme::contrast(Qt::black, Qt::white), 21.0));
        QVERIFY(qFuzzyCompare(Theme::contrast(Qt::red, Qt::red), 1.0));
        QVERIFY(std::abs(Theme::contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void glyphsFitTheScreen()
    {
        const QPixmap glyph = glyphPixmap(Glyph::Check, Qt::black, 14, 2.0);
        QCOMPARE(glyph.size(), QSize(28, 28));
        QCOMPARE(glyph.devicePixelRatio(), 2.0);
        QCOMPARE(glyphPixmap(Glyph::Check, Qt::black, 14, 2.0).cacheKey(), glyph.cacheKey());
        QVERIFY(glyphPixmap(Glyph::Check, Qt::red, 14, 2.0).cacheKey() != glyph.cacheKey());
    }
};

QTEST_MAIN(TestStageStrip)
#include "tst_stagestrip.moc"
