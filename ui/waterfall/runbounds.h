// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/waterfall/timescale.h"

namespace inflight {

struct ChangeBatch;
struct JobView;

/// Keeps from when to when a run goes, by its batches: what a batch costs depends on what is in it.
class RunBounds
{
public:
    /// `steadyZeroMs`: the moment, since the epoch, at which steadyNowMs() was 0.
    void follow(const ChangeBatch &batch, double steadyZeroMs);

    [[nodiscard]] const RunSpan &span() const { return m_span; }
    /// Something of it was ever under way here: it is not merely looked at.
    [[nodiscard]] bool wasLive() const { return m_wasLive; }

private:
    void include(const JobView &job, double steadyZeroMs);
    void include(double beginMs, double endMs);

    RunSpan m_span;
    bool m_any = false;
    bool m_wasLive = false;
};

} // namespace inflight
