// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// WCAG 2.1, level AA: words at least 4.5 : 1 (1.4.3), shapes that say something at least 3 : 1 (1.4.11).

#include "ui/appearance.h"
#include "ui/theme.h"
#include "ui/windowstyle.h"

#include <QApplication>
#include <QImage>
#include <QPainter>
#include <QStyleOptionButton>
#include <QTest>

#include <array>
#include <cmath>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

constexpr double forWords = 4.5;
constexpr double forShapes = 3.0;

constexpr std::array tones{Tone::Neutral, Tone::Active, Tone::Good, Tone::Bad, Tone::Caution};

/// Relative luminance and contrast as the recommendation defines them, apart from the code under test.
double luminance(const QColor &color)
{
    const auto linear = [](int channel) {
        const double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.red()) + 0.7152 * linear(color.green()) + 0.0722 * linear(color.blue());
}

double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

void need(double least, const QColor &color, const QColor &ground, const QString &what)
{
    const double ratio = contrast(color, ground);
    QVERIFY2(
        ratio >= least,
        qPrintable(u"%1: %2 on %3 is %4 : 1"_s.arg(what, color.name(), ground.name()).arg(ratio, 0, 'f', 2)));
}

/// What many desktops give: the colours of a dark theme, Qt's blue links and black hints among them.
QPalette carelessPalette()
{
    QPalette palette(QColor(0x31, 0x36, 0x3b), QColor(0x2a, 0x2e, 0x32));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x20));
    palette.setColor(QPalette::AlternateBase, QColor(0x23, 0x26, 0x29));
    palette.setColor(QPalette::Text, QColor(0xfc, 0xfc, 0xfc));
    palette.setColor(QPalette::PlaceholderText, QColor(0, 0, 0, 128));
    palette.setColor(QPalette::Highlight, QColor(0x3d, 0xae, 0xe9));
    palette.setColor(QPalette::HighlightedText, QColor(0xfc, 0xfc, 0xfc));
    palette.setColor(QPalette::Link, Qt::blue);
    palette.setColor(QPalette::LinkVisited, Qt::magenta);
    return palette;
}

} // namespace

class TestContrast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QApplication::setPalette(QPalette()); }

    void wordsAreReadable_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::newRow("light") << lightPalette();
        QTest::newRow("dark") << darkPalette();
        QTest::newRow("Qt's own") << legible(QApplication::palette());
        QTest::newRow("a desktop's") << legible(carelessPalette());
    }

    void wordsAreReadable()
    {
        QFETCH(QPalette, palette);
        using Pair = std::pair<QPalette::ColorRole, QPalette::ColorRole>;
        for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
            for (const auto &[words, ground] : std::initializer_list<Pair>{
                     {QPalette::Text, QPalette::Base},
                     {QPalette::Text, QPalette::AlternateBase},
                     {QPalette::WindowText, QPalette::Window},
                     {QPalette::ButtonText, QPalette::Button},
                     {QPalette::ToolTipText, QPalette::ToolTipBase},
                     {QPalette::HighlightedText, QPalette::Highlight},
                     {QPalette::PlaceholderText, QPalette::Base},
                     {QPalette::Link, QPalette::Base},
                     {QPalette::LinkVisited, QPalette::Base},
                 })
                need(forWords, palette.color(group, words), palette.color(group, ground),
                     u"role %1"_s.arg(words));
        }
    }

    void tonesAreReadable_data() { wordsAreReadable_data(); }

    void tonesAreReadable()
    {
        QFETCH(QPalette, palette);
        const Theme theme(palette);
        const QColor words = palette.color(QPalette::Text);
        for (const Tone tone : tones) {
            const QString name = u"text of tone %1"_s.arg(static_cast<int>(tone));
            for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
                need(forWords, theme.text(tone), palette.color(ground), name);
            need(forWords, theme.text(tone), theme.wash(tone), name + u" on its wash"_s);
            need(forWords, words, theme.wash(tone), u"words on the wash of %1"_s.arg(static_cast<int>(tone)));
        }
        for (const auto ground : {QPalette::Base, QPalette::AlternateBase, QPalette::Window})
            need(forWords, theme.mutedText(), palette.color(ground), u"muted text"_s);
    }

    void shapesStandOut_data() { wordsAreReadable_data(); }

    void shapesStandOut()
    {
        QFETCH(QPalette, palette);
        const Theme theme(palette);
        for (const auto role : {QPalette::Base, QPalette::AlternateBase, QPalette::Window}) {
            const QColor ground = palette.color(role);
            for (const Tone tone : tones)
                need(forShapes, theme.fill(tone), ground, u"fill of tone %1"_s.arg(static_cast<int>(tone)));
            need(forShapes, theme.outline(), ground, u"outline"_s);
        }
        for (const Tone tone : tones)
            need(forShapes, theme.onFill(tone), theme.fill(tone),
                 u"glyph on the fill of %1"_s.arg(static_cast<int>(tone)));
        need(forShapes, palette.color(QPalette::Highlight), palette.color(QPalette::Base), u"selection"_s);
    }

    void boxesToTickStandOut_data() { wordsAreReadable_data(); }

    void boxesToTickStandOut()
    {
        QFETCH(QPalette, palette);
        const WindowStyle style;
        QStyleOptionButton option;
        option.rect = QRect(4, 4, 14, 14);
        option.palette = palette;
        option.state = QStyle::State_Enabled | QStyle::State_Off;
        for (const auto element : {QStyle::PE_IndicatorCheckBox, QStyle::PE_IndicatorRadioButton}) {
            const QColor ground = palette.color(QPalette::Window);
            QImage image(22, 22, QImage::Format_RGB32);
            image.fill(ground);
            QPainter painter(&image);
            style.drawPrimitive(element, &option, &painter, nullptr);
            painter.end();
            // The middle of its left edge.
            need(forShapes, image.pixelColor(4, 11), ground, u"the outline of %1"_s.arg(element));
        }
    }

    void computesContrastAsTheRecommendationDoes()
    {
        for (const QColor &color : {QColor(Qt::white), QColor(0x77, 0x77, 0x77), QColor(0x1f, 0x6f, 0xbf)})
            QVERIFY(std::abs(Theme::contrast(color, Qt::black) - contrast(color, Qt::black)) < 0.01);
        QVERIFY(std::abs(Theme::contrast(Qt::white, Qt::black) - 21) < 0.001);
    }

    void givesTheApplicationItsColours()
    {
        const QColor before = QApplication::palette().color(QPalette::Base);
        setAppearance(Appearance::Dark);
        QCOMPARE(QApplication::palette().color(QPalette::Base), darkPalette().color(QPalette::Base));
        QVERIFY(Theme(QApplication::palette()).isDark());
        setAppearance(Appearance::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Window), lightPalette().color(QPalette::Window));
        setAppearance(Appearance::System);
        QCOMPARE(QApplication::palette().color(QPalette::Base), before);
    }
};

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
