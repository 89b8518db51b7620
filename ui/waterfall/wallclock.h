// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QDateTime>

#include <cmath>

namespace inflight {

/// Moments of the wall clock that run with the steady one: what runs neither jumps nor trembles, unless
/// somebody sets the wall clock. Milliseconds since the epoch. UI thread.
class WallClock
{
public:
    /// The moment at which steadyNowMs() was 0.
    [[nodiscard]] double steadyZeroMs() const { return m_zeroMs; }
    [[nodiscard]] double nowMs() const { return m_zeroMs + static_cast<double>(steadyNowMs()); }
    /// Looks whether the wall clock was set.
    void look()
    {
        constexpr double mostDriftMs = 500;
        const double zero = measured();
        if (std::abs(zero - m_zeroMs) > mostDriftMs)
            m_zeroMs = zero;
    }

private:
    static double measured()
    {
        return static_cast<double>(QDateTime::currentMSecsSinceEpoch() - steadyNowMs());
    }

    double m_zeroMs = measured();
};

} // namespace inflight
