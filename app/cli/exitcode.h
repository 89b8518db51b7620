// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace inflight {

/// The exit status of the program (contract, section 2).
enum class ExitCode : int {
    Success = 0,      ///< every job succeeded
    Usage = 1,        ///< usage, configuration or internal error: nothing was fetched
    Incomplete = 2,   ///< some jobs failed or were cancelled, or some input was rejected
    NotWritten = 3,   ///< results could not be written
    Interrupted = 130 ///< SIGINT or SIGTERM
};

/// How a run ended.
struct RunEnd
{
    bool resultsLost = false; ///< some output could not be written
    bool interrupted = false;
    int rejectedInputs = 0;
    int unsuccessfulJobs = 0;  ///< failed or cancelled
    bool listCutShort = false; ///< the run goes on with one whose list is not known to its end
};

/// Lost results outweigh an interruption: 130 promises that everything known was written.
[[nodiscard]] constexpr ExitCode exitCodeOf(const RunEnd &end)
{
    if (end.resultsLost)
        return ExitCode::NotWritten;
    if (end.interrupted)
        return ExitCode::Interrupted;
    return end.listCutShort || end.rejectedInputs > 0 || end.unsuccessfulJobs > 0 ? ExitCode::Incomplete
                                                                                  : ExitCode::Success;
}

} // namespace inflight
