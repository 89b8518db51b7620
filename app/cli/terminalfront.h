// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/inputs.h"
#include "cli/options.h"
#include "store/session/sessionreader.h"

namespace inflight {

/// Prints what `options` asks for instead of a run (Options::asksForInformation()): to stdout, an unknown
/// stage to stderr. Gives the exit status.
int printInformation(const Options &options);

/// Prints "inflight: …" and where help is to stderr. Gives the exit status.
int reportUsageFault(const UsageFault &fault);

/// Fetches without a window: reports rejected input, drives an engine, writes the outputs, shows progress on
/// stderr, obeys SIGINT and SIGTERM. To be called from main() under a QCoreApplication, whose event loop it
/// runs. Gives the exit status.
/// `earlier`: what it goes on with; empty for a new run. `readOnly`: why its session is not written; empty:
/// it is.
int runHeadless(const Options &options, GatheredInputs gathered, StoredRun earlier = {},
                const QString &readOnly = {});

} // namespace inflight
