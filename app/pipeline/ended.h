// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/outcome.h"

namespace inflight {

/// How `outcome`, which did not succeed, ends an operation that would have given a `To`.
template <typename To, typename From>
[[nodiscard]] Outcome<To> ended(const Outcome<From> &outcome)
{
    if (outcome.failed())
        return outcome.fault();
    return Cancelled{};
}

} // namespace inflight
