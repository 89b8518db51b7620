// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"

namespace inflight {

class FlagReader;

/// --merge FILE…: takes what stands beside the flags for sessions, too.
void readMerge(FlagReader &flags, Options &options);
/// A session that stands where URLs stand: it is opened, and nothing of it is fetched. After the flags of the
/// session.
void readOpened(FlagReader &flags, Options &options);
/// --again WHAT: what of it is run again. After readOpened().
void readAgain(FlagReader &flags, Options &options);

} // namespace inflight
