// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/session/sessionreader.h"

namespace inflight {

/// `run` with dots in the place of every secret (contract, section 3): in URLs, headers, messages and
/// arguments; the bodies of requests, which may hold any, are dots alone. Such a run can be looked at, and
/// fetched again as far as it needs none of them.
[[nodiscard]] StoredRun redacted(StoredRun run);

} // namespace inflight
