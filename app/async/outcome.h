// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/fault.h"

#include <utility>
#include <variant>

namespace inflight {

/// Somebody no longer wants the result. Not a failure, and never reported as one.
struct Cancelled
{};

/// What an operation that may fail or be stopped ends in: exactly one of a value, a Fault or Cancelled.
/// A plain value type; it lives on whichever thread holds it.
template <typename T>
class [[nodiscard]] Outcome
{
public:
    Outcome(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {}
    Outcome(Fault fault)
        : m_state(std::in_place_index<1>, std::move(fault))
    {}
    Outcome(Cancelled cancelled)
        : m_state(std::in_place_index<2>, cancelled)
    {}

    [[nodiscard]] bool succeeded() const { return m_state.index() == 0; }
    [[nodiscard]] bool failed() const { return m_state.index() == 1; }
    [[nodiscard]] bool cancelled() const { return m_state.index() == 2; }

    /// Only after succeeded().
    [[nodiscard]] T &value() { return std::get<0>(m_state); }
    [[nodiscard]] const T &value() const { return std::get<0>(m_state); }
    /// Only after failed().
    [[nodiscard]] const Fault &fault() const { return std::get<1>(m_state); }

private:
    std::variant<T, Fault, Cancelled> m_state;
};

/// The value of an operation that only succeeds or does not.
struct Done
{};

} // namespace inflight
