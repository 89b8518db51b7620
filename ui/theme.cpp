// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace inflight {

namespace {

constexpr double stateContrast = 4.6;
constexpr double shapeContrast = 3.1;

struct Hue
{
    float hue;
    float saturation;
};

/// Hue and saturation of each tone; the lightness follows from the palette. Red and green also differ in
/// lightness once fitted, and never stand without a glyph.
constexpr std::array<Hue, static_cast<std::size_t>(Tone::Count)> hues{{
    {0.60F, 0.08F}, // Neutral
    {0.58F, 0.72F}, // Active
    {0.40F, 0.60F}, // Good
    {0.00F, 0.68F}, // Bad
    {0.10F, 0.90F}, // Caution
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(static_cast<double>(color.redF())) +
           0.7152 * linear(static_cast<double>(color.greenF())) +
           0.0722 * linear(static_cast<double>(color.blueF()));
}

QColor mixed(const QColor &over, const QColor &under, float share)
{
    const auto mix = [share](float a, float b) { return a * share + b * (1 - share); };
    return QColor::fromRgbF(mix(over.redF(), under.redF()), mix(over.greenF(), under.greenF()),
                            mix(over.blueF(), under.blueF()));
}

bool isDarkGround(const QColor &color)
{
    return luminance(color) < 0.18;
}

/// The ground of the two that is harder to read on.
QColor harder(const QColor &a, const QColor &b, bool dark)
{
    return (luminance(b) < luminance(a)) != dark ? b : a;
}

/// The colour of `hue` nearest to mid lightness that stands out from `ground` by `contrast`.
QColor fitted(Hue hue, const QColor &ground, bool dark, double contrast)
{
    constexpr float step = 0.01F;
    float lightness = dark ? 0.45F : 0.50F;
    QColor color = QColor::fromHslF(hue.hue, hue.saturation, lightness);
    while (Theme::contrast(color, ground) < contrast && lightness > step && lightness < 1 - step) {
        lightness += dark ? step : -step;
        color = QColor::fromHslF(hue.hue, hue.saturation, lightness);
    }
    return color;
}

} // namespace

Tone toneOf(const JobView &job)
{
    switch (job.state) {
    case JobState::Queued:
    case JobState::Cancelled:
        return Tone::Neutral;
    case JobState::BackingOff:
        return Tone::Caution;
    case JobState::Running:
        return job.slow ? Tone::Caution : Tone::Active;
    case JobState::Succeeded:
        return Tone::Good;
    case JobState::Failed:
        return Tone::Bad;
    }
    Q_UNREACHABLE();
}

Tone toneOf(StageState state)
{
    switch (state) {
    case StageState::Pending:
    case StageState::Cancelled:
    case StageState::Skipped:
        return Tone::Neutral;
    case StageState::Waiting:
        return Tone::Caution;
    case StageState::Running:
        return Tone::Active;
    case StageState::Done:
        return Tone::Good;
    case StageState::Failed:
        return Tone::Bad;
    }
    Q_UNREACHABLE();
}

double Theme::contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QPalette withLegibleHints(QPalette palette)
{
    constexpr double leastContrast = 3.0;
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor hint = palette.color(QPalette::Active, QPalette::PlaceholderText);
    if (Theme::contrast(mixed(hint, base, hint.alphaF()), base) < leastContrast)
        palette.setColor(QPalette::PlaceholderText, Theme::of(palette).mutedText());
    return palette;
}

Theme::Theme(const QPalette &palette)
    : m_base(palette.color(QPalette::Active, QPalette::Base))
    , m_dark(isDarkGround(m_base))
{
    // Rows alternate, and some glyphs stand on the window: whatever reads on the darkest of these grounds (in
    // a dark palette: the lightest) reads on all.
    QColor ground = harder(m_base, palette.color(QPalette::Active, QPalette::AlternateBase), m_dark);
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    if (isDarkGround(window) == m_dark)
        ground = harder(ground, window, m_dark);
    const QColor words = palette.color(QPalette::Active, QPalette::Text);

    for (std::size_t tone = 0; tone < hues.size(); ++tone) {
        m_fills[tone] = fitted(hues[tone], ground, m_dark, shapeContrast);
        // White on a strong colour is what people are used to, as long as it stands out.
        m_onFills[tone] =
            contrast(Qt::white, m_fills[tone]) >= shapeContrast ? QColor(Qt::white) : QColor(Qt::black);
        m_washes[tone] = mixed(m_fills[tone], m_base, m_dark ? 0.22F : 0.14F);
        m_texts[tone] = fitted(hues[tone], harder(ground, m_washes[tone], m_dark), m_dark, stateContrast);
    }
    float share = 0.50F;
    do {
        share += 0.02F;
        m_mutedText = mixed(words, ground, share);
    } while (share < 1.0F && contrast(m_mutedText, ground) < stateContrast);
    share = 0.42F;
    do {
        m_outline = mixed(words, ground, share);
        share += 0.02F;
    } while (share < 1.0F && contrast(m_outline, ground) < shapeContrast);
}

Theme Theme::of(const QPalette &palette)
{
    static std::map<qint64, Theme> themes;
    // Style changes make new palettes; a handful are alive at a time.
    constexpr std::size_t most = 16;
    const auto found = themes.find(palette.cacheKey());
    if (found != themes.end())
        return found->second;
    if (themes.size() >= most)
        themes.clear();
    return themes.emplace(palette.cacheKey(), Theme(palette)).first->second;
}

} // namespace inflight
