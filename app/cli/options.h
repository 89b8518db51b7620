// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/flagreader.h"
#include "cli/shard.h"
#include "input/inputreader.h"
#include "jobs/jobfilter.h"
#include "jobs/runhistory.h"
#include "jobs/runsettings.h"
#include "net/redaction.h"
#include "store/outputtarget.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

namespace inflight {

/// What the command line asks for (contract, section 2). A value.
struct Options
{
    bool help = false;
    bool version = false;
    bool manual = false;
    bool listStages = false;
    std::optional<QString> describeStage;
    std::optional<QString> completion; ///< for this shell, as given

    bool headless = false;
    bool start = false; ///< fetch as soon as the window is open
    bool demo = false;
    bool dump = false;
    bool noProgress = false;
    bool quiet = false;
    bool verbose = false;
    bool reportStalls = false;
    Secrets secrets = Secrets::Redacted;

    QStringList inputs;         ///< files of -i, "-" for stdin
    ReadingOptions reading;     ///< how they are read
    QStringList positionals;    ///< URLs, or files that hold them, or "-"
    std::optional<Shard> shard; ///< the share of the inputs that is taken
    QList<OutputTarget> outputs;
    JobFilter filter; ///< of the jobs that go to the outputs
    QString saveDir;  ///< empty: not given
    QString pipeline; ///< as given to -p; empty: not given
    QString session;  ///< as given; empty: a new file where sessions are kept
    bool noSession = false;
    QString resume;      ///< as given; empty: nothing is gone on with
    bool opened = false; ///< `resume` is only looked at: nothing of it is fetched until somebody says so
    std::optional<RunOpening> again; ///< what of it is run again; nothing: none of it
    QStringList merge;               ///< sessions to join; empty: none
    /// The flags that `settings` came from, for going on with the run.
    QStringList runArguments;

    RunSettings settings; ///< settings.pipeline is set, unless only information is asked for
    std::shared_ptr<const RequestTemplate> request; ///< null: a plain GET
    bool saysHowToAsk = false; ///< something of `request` was said here, not in the configuration alone

    /// Whether something is to be printed instead of run: help, version, stages and the like.
    [[nodiscard]] bool asksForInformation() const
    {
        return help || version || manual || listStages || describeStage || completion;
    }
    /// Whether there is anything to fetch beside a run that is gone on with.
    [[nodiscard]] bool namesInputs() const { return !inputs.isEmpty() || !positionals.isEmpty() || demo; }
    /// Whether a person said where the session is: then it is one of the results.
    [[nodiscard]] bool namesSession() const { return !session.isEmpty() || !resume.isEmpty(); }
};

/// Reads `arguments`, the program's name first. Never exits and prints nothing, but reads the files that
/// flags name (--cacert, -d @FILE, -p FILE, --config). Flags of later versions are refused, never ignored.
/// `earlier`: those of a run that is gone on with; they win over the configuration that is read unasked.
std::variant<Options, UsageFault> parseOptions(const QStringList &arguments, const QStringList &earlier = {});

/// What a command that repeats the run is to say: those of its settings, and of those of its requests the one
/// that is no secret.
QStringList commandFlags(const Options &options);

/// Why a flag cannot have this value ("true" where it takes none): a translated clause; empty: it can. May
/// read the file that it names.
QString valueFault(const QString &flag, const QString &value);

} // namespace inflight
