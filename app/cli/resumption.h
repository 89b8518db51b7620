// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/inputs.h"
#include "cli/options.h"
#include "store/session/journal.h"
#include "store/session/sessionreader.h"

#include <QStringList>

#include <variant>

namespace inflight {

/// A run that is gone on with (--resume).
struct Resumption
{
    Options options; ///< those it was started with, and over them those of the command line
    StoredRun run = {};
    QList<JobInput> inputs = {}; ///< that are fetched beside what is gone on with
    QString readOnly = {};       ///< why nothing can be written to it; empty: it can
};

/// Reads the session that `options` name, which `arguments` gave. A fault when it cannot be gone on with.
/// Blocks.
[[nodiscard]] std::variant<Resumption, UsageFault> resume(const Options &options,
                                                          const QStringList &arguments);

/// What of a run goes through its stages again without being fetched.
struct StagesAgain
{
    QList<JobId> jobs;
    int unfetched = 0; ///< jobs that had not ended, and stay so
};
/// Takes out of `run.ended` what ends once more. Jobs that had not ended have a record then, as cancelled
/// ones do, that goes nowhere.
[[nodiscard]] StagesAgain beginStages(StoredRun &run);

/// That no job of a run can go through its stages again, as a translated sentence; empty where some can.
[[nodiscard]] QString noBodiesText(const StoredRun &run);

/// RunSettings::earlierNotes of a run with these options.
[[nodiscard]] QString earlierNotes(const Options &options);

/// Of the inputs that a run has, which are passed over when they are given once more. Further ones come after
/// them in the whole list, unless that list was cut short: then it is given from its beginning.
[[nodiscard]] InputTally tallyOf(const StoredRun &run);

/// Of a run whose list came from stdin and was cut short, and is not given by `options` once more: how many
/// inputs of it are known. Nothing where the list is whole.
[[nodiscard]] std::optional<qint64> cutShortAfter(const StoredRun &run, const Options &options);

/// Tells `sink`, which has the run, what jobs send now that ask anew, and of a pipeline that is another one
/// now.
void noteChanges(const StoredRun &run, const RunSettings &settings, RecordSink &sink);

/// Gives `sink` the jobs of `run`, which is in the session at `path`, that ended earlier: outputs have
/// every job. Blocks.
void writeEarlier(const StoredRun &run, const QString &path, RecordSink &sink);

/// The journal of the run that `options` ask for, not started; null where none is kept.
[[nodiscard]] std::unique_ptr<Journal> journalFor(const Options &options);

} // namespace inflight
