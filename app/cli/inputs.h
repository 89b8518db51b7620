// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <functional>
#include <variant>

namespace inflight {

/// A line of input that cannot be fetched, with where it stood.
struct RejectedInput
{
    QString source; ///< a file's name, "stdin" or "command line"
    int line = 0;   ///< counting from 1; of the command line: which of its arguments
    QString text;   ///< may hold secrets and control characters
    QString reason; ///< a translated clause
};

/// What is counted over all inputs, whichever way they come.
struct InputTally
{
    quint32 listed = 0;  ///< accepted inputs, of all shares
    QSet<size_t> seen{}; ///< hashes of requests' keys: the keys of a million take 200 MB
    /// Requests that the run has already of a list that is given once more, by requestHash(), and how often:
    /// so many of each are passed over.
    QHash<size_t, int> known{};
};

/// All that the command line and the files that it names ask to fetch.
struct GatheredInputs
{
    QList<JobInput> inputs; ///< those of -i first, then the arguments, each in order; duplicates kept
    QList<RejectedInput> rejected;
    QList<RejectedInput> notes; ///< accepted all the same; `reason` says what a person should know
    int duplicates = 0;         ///< how many of `inputs` repeat an earlier one
    int known = 0;              ///< inputs that were passed over: the run has them
    InputTally tally;           ///< for stdin to go on with, where that is read later

    [[nodiscard]] bool isEmpty() const
    {
        return inputs.isEmpty() && rejected.isEmpty() && notes.isEmpty() && known == 0;
    }
};

/// Equal for inputs that ask the same of the same URL: by default, whatever that is, or by a method and body
/// of their own. Headers do not count: a token may be another one when a list is given once more.
[[nodiscard]] size_t requestHash(const JobInput &input, bool byDefault);

/// Takes what was found since it was last called; gives false when it wants no more.
using TakeInputs = std::function<bool(const GatheredInputs &)>;

/// Reads every input of `options`, in whatever format, and keeps its share of them (--shard). An argument
/// that names a file is read as -i is, else it is a URL. A fault when a file cannot be read. Blocks until
/// stdin ends, if that is read. `tally`: of the inputs that the run has already. `take`, where it is given,
/// gets the inputs as they are read, so that no more than a piece of them is in memory.
std::variant<GatheredInputs, UsageFault> gatherInputs(const Options &options, InputTally tally = {},
                                                      const TakeInputs &take = {});

} // namespace inflight
