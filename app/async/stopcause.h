// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/fault.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace inflight {

/// A stop request with its reason: one way to stop for a person's click, a timeout, --cancel-slow and
/// shutdown. The first request wins. May have a parent, whose stop becomes this one's. Used on one thread.
class StopCause
{
    Q_DISABLE_COPY_MOVE(StopCause)

public:
    explicit StopCause(std::stop_token parent = {});

    /// Somebody no longer wants the result: ends as Cancelled.
    void cancel();
    /// A deadline or a limit: ends as this failure.
    void fail(Fault why);

    [[nodiscard]] std::stop_token token() const { return m_source.get_token(); }
    [[nodiscard]] bool stopped() const { return m_source.stop_requested(); }
    /// Why it stopped; nothing when cancelled, or not stopped.
    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }

private:
    std::stop_source m_source;
    std::optional<Fault> m_fault;
    std::stop_callback<std::function<void()>> m_fromParent;
};

} // namespace inflight
