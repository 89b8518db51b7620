// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/stage.h"

namespace inflight {

/// The SHA-256 of `body` in lower-case hex, read for it unless it is known; empty when `context` was stopped.
/// On a thread that may take its time.
[[nodiscard]] QByteArray sha256Of(const Body &body, const StageContext &context);

} // namespace inflight
