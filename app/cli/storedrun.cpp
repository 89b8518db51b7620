// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/storedrun.h"

#include "cli/console.h"
#include "cli/exitcode.h"
#include "cli/inputmessages.h"
#include "cli/resumption.h"
#include "cli/signals.h"
#include "cli/summary.h"
#include "jobs/humantext.h"
#include "store/resultwriter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct StoredRunText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::StoredRun)
};

/// What a run came to.
struct Ends
{
    RunTotals totals;
    FaultCounts faults;
};

Ends endsOf(const StoredRun &run)
{
    Ends ends;
    for (const RestoredJob &job : run.jobs) {
        const JobState state = job.record ? job.record->state : JobState::Queued;
        ++(state == JobState::Succeeded   ? ends.totals.succeeded
           : state == JobState::Failed    ? ends.totals.failed
           : state == JobState::Cancelled ? ends.totals.cancelled
                                          : ends.totals.queued);
        if (job.record && job.record->fault)
            ++ends.faults[job.record->fault->faultClass];
    }
    return ends;
}

std::optional<QString> writeOutputs(const Options &options, const StoredRun &run, const QString &path)
{
    ResultWriter writer(options.outputs, options.secrets);
    writer.setFilter(options.filter);
    if (std::optional<QString> fault = writer.open())
        return fault;
    writeEarlier(run, path, writer);
    return writer.finish();
}

void say(const Options &options, const Ends &ends, const std::optional<QString> &fault)
{
    Console console;
    if (fault)
        console.printLine(u"inflight: "_s + printable(*fault, fault->size()));
    if (options.quiet)
        return;
    console.printLine(summaryText(ends.totals, ends.faults, 0));
    if (ends.totals.queued > 0)
        console.printLine(unfetchedText(ends.totals.queued));
}

} // namespace

QString unfetchedText(int count)
{
    return count == 1 ? StoredRunText::tr("1 of them was not fetched; --resume goes on with it.")
                      : StoredRunText::tr("%1 of them were not fetched; --resume goes on with them.")
                            .arg(formatCount(count));
}

int exportStoredRun(const Options &options, const StoredRun &run, const QString &path)
{
    ignoreBrokenPipes();
    const Ends ends = endsOf(run);
    const std::optional<QString> fault =
        options.outputs.isEmpty() ? std::nullopt : writeOutputs(options, run, path);
    say(options, ends, fault);
    for (const QString &remark : remarksOn(run, path))
        Console().printLine(u"inflight: "_s + printable(remark, remark.size()));
    const std::optional<qint64> known = cutShortAfter(run, options);
    if (known)
        Console().printLine(u"inflight: "_s + cutShortMessage(*known));
    return static_cast<int>(exitCodeOf({.resultsLost = fault.has_value(),
                                        .unsuccessfulJobs = ends.totals.all() - ends.totals.succeeded,
                                        .listCutShort = known.has_value()}));
}

} // namespace inflight
