// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QColor>
#include <QPalette>

#include <array>

namespace inflight {

/// What a colour says. Never the only thing that says it: a glyph or a word stands beside.
enum class Tone : quint8 { Neutral, Active, Good, Bad, Caution, Count };

/// The tone of a job's or a stage's state.
Tone toneOf(const JobView &job);
Tone toneOf(StageState state);

/// `palette` with hints in empty fields that can be read: a platform's dark palette may leave them black.
QPalette withLegibleHints(QPalette palette);

/// Colours for states, worked out from a palette so that they read well on its Base colour, light or dark
/// (WCAG 2.1: text at least 4.5 : 1, shapes at least 3 : 1). UI thread.
class Theme
{
public:
    explicit Theme(const QPalette &palette);
    /// The theme of `palette`, worked out once for each palette.
    static Theme of(const QPalette &palette);

    /// For words and glyphs on Base.
    [[nodiscard]] QColor text(Tone tone) const { return m_texts[index(tone)]; }
    /// For solid shapes on Base.
    [[nodiscard]] QColor fill(Tone tone) const { return m_fills[index(tone)]; }
    /// For glyphs on fill().
    [[nodiscard]] QColor onFill(Tone tone) const { return m_onFills[index(tone)]; }
    /// A faint wash of the tone over Base, for grounds behind words.
    [[nodiscard]] QColor wash(Tone tone) const { return m_washes[index(tone)]; }
    /// For words that are less important.
    [[nodiscard]] QColor mutedText() const { return m_mutedText; }
    /// For frames of empty shapes.
    [[nodiscard]] QColor outline() const { return m_outline; }
    [[nodiscard]] QColor base() const { return m_base; }
    [[nodiscard]] bool isDark() const { return m_dark; }

    /// Contrast of two colours as WCAG 2.1 has it, 1 to 21.
    static double contrast(const QColor &a, const QColor &b);

private:
    static std::size_t index(Tone tone) { return static_cast<std::size_t>(tone); }
    using Tones = std::array<QColor, static_cast<std::size_t>(Tone::Count)>;

    QColor m_base;
    bool m_dark = false;
    Tones m_texts;
    Tones m_fills;
    Tones m_onFills;
    Tones m_washes;
    QColor m_mutedText;
    QColor m_outline;
};

} // namespace inflight
