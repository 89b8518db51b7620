// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/appearance.h"

#include "ui/settingsfile.h"
#include "ui/theme.h"

#include <QApplication>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr double textContrast = 4.5;

struct Colours
{
    QRgb window;
    QRgb base;
    QRgb alternate;
    QRgb button;
    QRgb words;
    QRgb faint; ///< words of what cannot be used
    QRgb hint;
    QRgb selection;
    QRgb link;
    QRgb visited;
    QRgb toolTip;
};

QPalette drawn(const Colours &colours)
{
    QPalette palette(colours.button, colours.window); // works out the shades of frames
    palette.setColor(QPalette::Base, colours.base);
    palette.setColor(QPalette::AlternateBase, colours.alternate);
    for (const auto role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, colours.words);
        palette.setColor(QPalette::Disabled, role, colours.faint);
    }
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, colours.hint);
    palette.setColor(QPalette::Highlight, colours.selection);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, colours.link);
    palette.setColor(QPalette::LinkVisited, colours.visited);
    palette.setColor(QPalette::ToolTipBase, colours.toolTip);
    return palette;
}

/// `color`, lighter or darker by steps until it stands out from `ground` by `contrast`.
QColor standingOut(const QColor &color, const QColor &ground, double contrast)
{
    const bool lighter = Theme::contrast(Qt::white, ground) > Theme::contrast(Qt::black, ground);
    float hue = 0;
    float saturation = 0;
    float lightness = 0;
    color.getHslF(&hue, &saturation, &lightness);
    QColor mended = color;
    while (Theme::contrast(mended, ground) < contrast && lightness > 0 && lightness < 1) {
        lightness = std::clamp(lightness + (lighter ? 0.01F : -0.01F), 0.0F, 1.0F);
        mended = QColor::fromHslF(std::max(hue, 0.0F), saturation, lightness);
    }
    return mended;
}

void mend(QPalette &palette, QPalette::ColorRole role, QPalette::ColorRole groundRole)
{
    for (const auto group : {QPalette::Active, QPalette::Inactive}) {
        const QColor color = palette.color(group, role);
        const QColor mended = standingOut(color, palette.color(group, groundRole), textContrast);
        if (mended != color)
            palette.setColor(group, role, mended);
    }
}

} // namespace

QPalette lightPalette()
{
    return drawn({.window = 0xfff1f3f5,
                  .base = 0xffffffff,
                  .alternate = 0xfff6f7f9,
                  .button = 0xffe9ecef,
                  .words = 0xff1b1f24,
                  .faint = 0xff868e97,
                  .hint = 0xff5f6770,
                  .selection = 0xff1f6fbf,
                  .link = 0xff0b5cad,
                  .visited = 0xff6b3fa0,
                  .toolTip = 0xfffffbe8});
}

QPalette darkPalette()
{
    return drawn({.window = 0xff262a30,
                  .base = 0xff191c20,
                  .alternate = 0xff1f2328,
                  .button = 0xff383d45,
                  .words = 0xffe8eaed,
                  .faint = 0xff7b828c,
                  .hint = 0xffa0a7b0,
                  .selection = 0xff2f6db5,
                  .link = 0xff7ab8ff,
                  .visited = 0xffc3a6ff,
                  .toolTip = 0xff383d45});
}

QPalette legible(QPalette palette)
{
    palette = withLegibleHints(palette);
    // The ground gives way: words on a selection are white or black in every palette.
    mend(palette, QPalette::Highlight, QPalette::HighlightedText);
    mend(palette, QPalette::Link, QPalette::Base);
    mend(palette, QPalette::LinkVisited, QPalette::Base);
    return palette;
}

Appearance appearanceInSettings()
{
    const QSettings file(settingsFile(u"settings"_s), QSettings::IniFormat);
    const QString wanted = file.value("appearance"_L1).toString();
    if (wanted == "light"_L1)
        return Appearance::Light;
    return wanted == "dark"_L1 ? Appearance::Dark : Appearance::System;
}

void setAppearance(Appearance appearance)
{
    QApplication::setPalette(QPalette()); // the desktop's again
    switch (appearance) {
    case Appearance::Light:
        return QApplication::setPalette(lightPalette());
    case Appearance::Dark:
        return QApplication::setPalette(darkPalette());
    case Appearance::System:
        return QApplication::setPalette(legible(QApplication::palette()));
    }
}

} // namespace inflight
