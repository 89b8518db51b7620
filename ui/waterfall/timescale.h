// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace inflight {

/// From the first start of a run to its latest end or to now: milliseconds since the epoch.
struct RunSpan
{
    double beginMs = 0;
    double endMs = 0;
    bool isLive = false; ///< something is under way: it ends now

    [[nodiscard]] bool isEmpty() const { return endMs <= beginMs && !isLive; }
};

/// Which stretch of time lies across how many pixels. It follows now, shows the whole run, or stands where a
/// person has put it. A value without a widget; times are milliseconds since the epoch.
class TimeScale
{
public:
    enum class Mode : quint8 { Follow, WholeRun, Stand };

    /// Shorter and longer stretches are not shown.
    static constexpr double leastSpanMs = 1;
    static constexpr double mostSpanMs = 3650.0 * 24 * 3600 * 1000;

    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] double beginMs() const { return m_beginMs; }
    [[nodiscard]] double spanMs() const { return m_spanMs; }
    [[nodiscard]] double endMs() const { return m_beginMs + m_spanMs; }
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] double msPerPixel() const { return m_spanMs / m_width; }

    /// Pixels there are; at least one.
    void setWidth(int pixels);
    /// Time goes from right to left.
    void setMirrored(bool mirrored) { m_mirrored = mirrored; }
    [[nodiscard]] bool isMirrored() const { return m_mirrored; }

    [[nodiscard]] double xOf(double ms) const;
    [[nodiscard]] double momentAt(double x) const;

    /// The end stays at now, or, once nothing is under way, at the end of the run.
    void follow();
    void showWholeRun();
    /// `factor` above 1: comes nearer. What is at `x` stays there, and the scale stands, unless it follows
    /// and `x` is past now or it goes away: then now stays where it is.
    void zoom(double factor, double x);
    /// The same around the middle, or, while it follows, around now.
    void zoom(double factor);
    /// Shows exactly this, and stands.
    void show(double beginMs, double endMs);
    /// Moves what is shown by so many pixels, to the right when positive, and stands.
    void pan(double pixels);

    /// Goes with the run, as its mode wants it. True: something changed.
    bool advance(const RunSpan &run, double nowMs);

private:
    void setRange(double beginMs, double spanMs);

    Mode m_mode = Mode::Follow;
    double m_beginMs = 0;
    double m_spanMs = 10'000;
    double m_followedMs = 30'000; ///< how much is shown while it follows
    double m_nowMs = 0;
    int m_width = 1;
    bool m_mirrored = false;
};

/// A line of the axis, with its label.
struct AxisTick
{
    double ms = 0;
    QString label; ///< time after the begin of the run: "350 ms", "12.5 s", "1:02:03"
};

/// Ticks at round times after `zeroMs`, at least `leastPixels` apart.
QList<AxisTick> axisTicks(const TimeScale &scale, double zeroMs, int leastPixels);

} // namespace inflight
