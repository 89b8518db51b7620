// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"

namespace inflight {

/// A job's body without the codings that it was sent in, as far as they can be removed within `limit` bytes.
struct PlainBody
{
    Body body;
    bool isCoded = false; ///< they could not: it is as it came
};

/// May take long and write temporary files.
[[nodiscard]] PlainBody plainBody(const FinishedJob &job, qint64 limit);

} // namespace inflight
