// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/terminalfront.h"

#include "cli/completions.h"
#include "cli/console.h"
#include "cli/exitcode.h"
#include "cli/headlessrun.h"
#include "cli/helptext.h"
#include "cli/inputmessages.h"
#include "cli/inputstream.h"
#include "cli/manpage.h"
#include "cli/signals.h"
#include "cli/storedrun.h"
#include "cli/summary.h"
#include "jobs/humantext.h"
#include "store/outputfile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct TerminalFrontText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::TerminalFront)
};

constexpr int statusOf(ExitCode code)
{
    return static_cast<int>(code);
}

void printError(Console &console, const QString &text)
{
    for (const QString &line : text.split(u'\n'))
        console.printLine(u"inflight: "_s + printable(line, line.size()));
}

/// Success, or NotWritten with the reason on stderr.
ExitCode printToStdout(const QByteArray &bytes)
{
    ignoreBrokenPipes();
    OutputFile out(u"-"_s);
    std::optional<QString> error = out.open();
    if (!error)
        error = out.write(bytes);
    if (!error)
        error = out.commit();
    if (!error)
        return ExitCode::Success;
    Console console;
    printError(console, *error);
    return ExitCode::NotWritten;
}

int printCompletion(const QString &shell)
{
    if (const auto text = completionText(shell))
        return statusOf(printToStdout(text->toUtf8()));
    return reportUsageFault({TerminalFrontText::tr("--completion: \"%1\" is none of the shells %2")
                                 .arg(shell, completionShells().join(", "_L1))});
}

/// Every rejected input with source, line, text and reason, and how many are duplicates.
void reportInputs(Console &console, const Options &options, const GatheredInputs &gathered)
{
    console.printLines(inputMessages(gathered, options));
    if (gathered.duplicates > 0 && !options.quiet)
        console.printLine(duplicatesMessage(gathered.duplicates, gathered.inputs.size()));
    if (gathered.known > 0 && !options.quiet)
        console.printLine(knownMessage(gathered.known));
}

bool hasSources(const Options &options, const GatheredInputs &gathered)
{
    return !options.inputs.isEmpty() || !options.positionals.isEmpty() || !gathered.inputs.isEmpty() ||
           !options.resume.isEmpty();
}

/// Runs the event loop until every job is finished. Takes the tally: a copy would be a second set of what was
/// seen.
void runToEnd(HeadlessRun &run, GatheredInputs &gathered)
{
    QObject::connect(&run, &HeadlessRun::ended, QCoreApplication::instance(), &QCoreApplication::quit);
    run.start(gathered.inputs, std::exchange(gathered.tally, {}));
    QCoreApplication::exec();
}

/// Writes what is left and says how it all went.
ExitCode conclude(const Options &options, Console &console, HeadlessRun &run, int rejectedInputs)
{
    const auto error = run.finishOutputs();
    if (error)
        printError(console, *error);
    rejectedInputs += run.rejectedInputs();
    const RunTotals &totals = run.totals();
    if (!options.quiet)
        console.printLines(QStringList{summaryText(totals, run.log().faults(), rejectedInputs)} +
                           run.log().times().lines());
    if (!options.quiet && run.unfetched() > 0)
        console.printLine(unfetchedText(run.unfetched()));
    if (const auto inputs = run.cutShortAfter())
        printError(console, cutShortMessage(*inputs));
    console.printLines(run.stallLines());
    return exitCodeOf({.resultsLost = error.has_value(),
                       .interrupted = run.wasInterrupted(),
                       .rejectedInputs = rejectedInputs,
                       .unsuccessfulJobs = totals.failed + totals.cancelled,
                       .listCutShort = run.cutShortAfter().has_value()});
}

} // namespace

int printInformation(const Options &options)
{
    if (options.help)
        return statusOf(printToStdout(helpText().toUtf8()));
    if (options.version)
        return statusOf(printToStdout(versionText().toUtf8()));
    if (options.listStages)
        return statusOf(printToStdout(stageListText().toUtf8()));
    if (options.manual)
        return statusOf(printToStdout(manualPage().toUtf8()));
    if (options.completion)
        return printCompletion(*options.completion);
    const QString name = options.describeStage.value_or(QString());
    if (const auto text = stageText(name))
        return statusOf(printToStdout(text->toUtf8()));
    return reportUsageFault(
        {TerminalFrontText::tr("--describe: there is no stage \"%1\"; --list-stages has them all")
             .arg(name)});
}

int reportUsageFault(const UsageFault &fault)
{
    Console console;
    printError(console, fault.message);
    console.printLine(TerminalFrontText::tr("Try 'inflight --help'."));
    return statusOf(ExitCode::Usage);
}

int runHeadless(const Options &options, GatheredInputs gathered, StoredRun earlier, const QString &readOnly)
{
    if (!hasSources(options, gathered))
        return reportUsageFault(
            {TerminalFrontText::tr("there is nothing to fetch: give URLs, a file of URLs, or -i -")});
    ignoreBrokenPipes();
    Console console;
    const bool streams = InputStream::isWanted(options);
    if (const auto reason = streams ? InputStream::whyNotReadable() : std::nullopt)
        return reportUsageFault({*reason});
    const QStringList remarks = remarksOn(earlier, options.resume);
    const bool anything = !gathered.inputs.isEmpty() || !earlier.jobs.isEmpty() || streams;
    HeadlessRun run(options, console, std::move(earlier));
    if (const auto error = run.openSession()) {
        printError(console, *error);
        return statusOf(ExitCode::Usage);
    }
    if (const auto error = run.openOutputs()) {
        printError(console, *error);
        return statusOf(ExitCode::NotWritten);
    }
    if (!readOnly.isEmpty())
        printError(console,
                   TerminalFrontText::tr("%1: nothing more is written to the session.").arg(readOnly));
    for (const QString &remark : remarks)
        printError(console, remark);
    reportInputs(console, options, gathered);
    if (anything)
        runToEnd(run, gathered);
    return statusOf(conclude(options, console, run, static_cast<int>(gathered.rejected.size())));
}

} // namespace inflight
