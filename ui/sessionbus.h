// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace inflight {

/// Whether there is a session bus. Asking the library for one where there is none makes it start one, and
/// wait for it.
[[nodiscard]] bool hasSessionBus();

} // namespace inflight
