// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

namespace inflight {

/// How long what a window begins with waits after it is shown: its first frame alone takes most of the 16 ms
/// that a turn of the event loop may have.
inline constexpr std::chrono::milliseconds firstFrame{34};

} // namespace inflight
