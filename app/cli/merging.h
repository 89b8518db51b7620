// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"

namespace inflight {

/// What --merge came to.
struct Merged
{
    /// 0 every job of the whole succeeded, 1 something is no session, 2 some jobs did not succeed, 3
    /// something could not be written.
    int status = 0;
    QString path; ///< of the whole; empty: there is none
};

/// Joins the sessions that `options` name and puts the whole where they say: --session, else among the runs.
/// Without a window, writes their outputs from it, too. Says on stderr what came of it. Fetches nothing.
/// Blocks.
[[nodiscard]] Merged merge(const Options &options);

} // namespace inflight
