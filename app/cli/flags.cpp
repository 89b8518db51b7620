// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/flags.h"

#include "jobs/outputformat.h"
#include "jobs/recordcolumns.h"

#include <QCommandLineOption>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct FlagsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Flags)
};

/// Those that tables have only when they are named.
QStringList otherColumns()
{
    QStringList names = recordColumnNames();
    for (const QString &usual : usualColumnNames())
        names.removeOne(usual);
    return names;
}

FlagGroup inputFlags()
{
    return {
        FlagsText::tr("Input"),
        {
            {{u"i"_s, u"input"_s},
             u"FILE|-"_s,
             FlagsText::tr(
                 "read requests from FILE: a list of URLs, CSV, JSON, HAR, curl commands, Markdown, "
                 "HTML or text with URLs in it, recognised by content; repeatable"),
             true},
            {{u"input-format"_s},
             u"FORMAT"_s,
             FlagsText::tr(
                 "what the inputs are: list, curl, text, markdown, html, csv, json, jsonl or har (auto)")},
            {{u"column"_s},
             u"NAME|N"_s,
             FlagsText::tr("the column of a table that has the URLs (found by its name or content)")},
            {{u"g"_s, u"globoff"_s},
             {},
             FlagsText::tr("leave ranges and lists in URLs as they are: [1-100], [01-10:2], [a-z], {a,b}")},
            {{u"shard"_s},
             u"K/N"_s,
             FlagsText::tr(
                 "take the K-th of N shares of the input: all URLs of an origin are in the same one, on "
                 "every machine")},
            {{u"demo"_s}, {}, FlagsText::tr("start the built-in demo server and take its job list")},
            {{u"dump"_s}, {}, FlagsText::tr("print the requests, one JSON object a line; send nothing")},
        }};
}

FlagGroup faceFlags()
{
    return {FlagsText::tr("Window or terminal"),
            {
                {{u"headless"_s}, {}, FlagsText::tr("run in the terminal, without a window")},
                {{u"start"_s}, {}, FlagsText::tr("start fetching as soon as the window is open")},
                {{u"n"_s, u"no-progress"_s}, {}, FlagsText::tr("no progress line")},
                {{u"q"_s, u"quiet"_s}, {}, FlagsText::tr("only errors on stderr")},
                {{u"v"_s, u"verbose"_s}, {}, FlagsText::tr("a line for every job, retry and slow stage")},
            }};
}

FlagGroup resultFlags()
{
    return {FlagsText::tr("Pipeline and results"),
            {
                {{u"p"_s, u"pipeline"_s}, u"FILE|NAME"_s, FlagsText::tr("the pipeline to run (inspect)")},
                {{u"o"_s, u"output"_s},
                 u"FILE|-"_s,
                 FlagsText::tr(
                     "write the results; format by suffix: .jsonl, .csv, .har, .xml (JUnit), .sqlite, a "
                     "folder with / at its end (bodies and an index); repeatable"),
                 true},
                {{u"f"_s, u"format"_s},
                 u"FORMAT"_s,
                 FlagsText::tr("format of what no suffix tells: %1").arg(outputFormatNames().join(", "_L1))},
                {{u"columns"_s},
                 u"LIST"_s,
                 FlagsText::tr("columns of CSV in their order (%1); there are also %2")
                     .arg(usualColumnNames().join(", "_L1), otherColumns().join(", "_L1))},
                {{u"filter"_s},
                 u"EXPR"_s,
                 FlagsText::tr(
                     "write only the jobs for which EXPR holds, in the language of the window's filter, "
                     "such as 'is:failed -error:timeout' (all); every job is run all the same")},
                {{u"save-dir"_s}, u"DIR"_s, FlagsText::tr("save bodies in DIR")},
                {{u"with-secrets"_s}, {}, FlagsText::tr("no redaction in what is written")},
                {{u"list-stages"_s}, {}, FlagsText::tr("list the stages a pipeline can have")},
                {{u"describe"_s}, u"STAGE"_s, FlagsText::tr("describe a stage and its options")},
            }};
}

FlagGroup sessionFlags()
{
    return {
        FlagsText::tr("Session: the journal of a run, which survives a crash"),
        {
            {{u"session"_s},
             u"FILE"_s,
             FlagsText::tr("keep it in FILE, a new one (in $XDG_DATA_HOME/inflight/runs)")},
            {{u"no-session"_s}, {}, FlagsText::tr("keep none")},
            {{u"resume"_s},
             u"FILE"_s,
             FlagsText::tr(
                 "go on with the run in FILE: what ended stays, the rest is fetched; flags that are "
                 "given win over those it was started with")},
            {{u"merge"_s},
             u"FILE"_s,
             FlagsText::tr("join the sessions FILE and those that follow it into one, in --session; fetches "
                           "nothing; repeatable"),
             true},
            {{u"again"_s},
             u"WHAT"_s,
             FlagsText::tr(
                 "of the run that is opened: all (its inputs, as a new run), failed (its failed jobs "
                 "anew) or stages (its bodies through the stages, nothing is fetched)")},
        }};
}

FlagGroup limitFlags()
{
    return {
        FlagsText::tr("Limits"),
        {
            {{u"j"_s, u"jobs"_s}, u"N"_s, FlagsText::tr("most jobs in flight over all (64)")},
            {{u"max-per-host"_s}, u"N"_s, FlagsText::tr("most requests in flight to one origin (8)")},
            {{u"rate"_s},
             u"N/TIME"_s,
             FlagsText::tr("most requests started per origin, as 5/s, 100/m or 5/15s; N alone is per hour "
                           "(none)")},
            {{u"no-adaptive"_s},
             {},
             FlagsText::tr("do not ease off an origin that answers 429 or 503 or times out")},
            {{u"max-size"_s}, u"SIZE"_s, FlagsText::tr("most bytes of one decoded body (1G; 0: no limit)")},
            {{u"max-redirs"_s}, u"N"_s, FlagsText::tr("most redirects of one request (10; -1: no limit)")},
            {{u"allow-downgrade"_s}, {}, FlagsText::tr("follow redirects from https to http")},
            {{u"accept"_s}, u"SET"_s, FlagsText::tr("status codes that count as success (200..=299)")},
        }};
}

FlagGroup timeFlags()
{
    return {FlagsText::tr("Time (in seconds, such as 1.5; 0: no limit)"),
            {
                {{u"connect-timeout"_s}, u"S"_s, FlagsText::tr("most time to connect, with TLS (10)")},
                {{u"first-byte-timeout"_s}, u"S"_s, FlagsText::tr("most time from request to answer (30)")},
                {{u"idle-timeout"_s}, u"S"_s, FlagsText::tr("most time without a byte of the body (30)")},
                {{u"max-time"_s}, u"S"_s, FlagsText::tr("most time of one job over all its attempts (none)")},
                {{u"hedge"_s},
                 u"S|auto"_s,
                 FlagsText::tr("a second attempt beside one without an answer after S, or after the origin's "
                               "95th percentile (off)")},
                {{u"slow"_s}, u"S"_s, FlagsText::tr("mark a job slow after S in one stage (adaptive)")},
                {{u"cancel-slow"_s}, u"S"_s, FlagsText::tr("cancel an attempt after S in one stage (off)")},
                {{u"retry"_s}, u"N"_s, FlagsText::tr("further attempts after a transient failure (2)")},
                {{u"retry-delay"_s},
                 u"S"_s,
                 FlagsText::tr("base of the exponential back-off (0.5); Retry-After wins, up to a day")},
                {{u"retry-max-time"_s}, u"S"_s, FlagsText::tr("no further attempt after S (none)")},
            }};
}

FlagGroup requestFlags()
{
    return {FlagsText::tr("Request"),
            {
                {{u"X"_s, u"request"_s}, u"METHOD"_s, FlagsText::tr("the method (GET)")},
                {{u"d"_s, u"data"_s},
                 u"DATA|@FILE"_s,
                 FlagsText::tr("a body to send; makes the method POST; repeatable"),
                 true},
                {{u"H"_s, u"header"_s},
                 u"'N: V'"_s,
                 FlagsText::tr("a header to send; 'N:' removes one, 'N;' sends it empty; repeatable"),
                 true},
                {{u"A"_s, u"user-agent"_s}, u"NAME"_s, FlagsText::tr("the User-Agent header")},
                {{u"u"_s, u"user"_s},
                 u"USER[:PASS]"_s,
                 FlagsText::tr("Basic authentication; without PASS the password is empty")},
            }};
}

FlagGroup connectionFlags()
{
    return {
        FlagsText::tr("Connection"),
        {
            {{u"x"_s, u"proxy"_s},
             u"URL"_s,
             FlagsText::tr("go through a http:// or socks5:// proxy; '' for none (from the environment)")},
            {{u"cacert"_s}, u"FILE"_s, FlagsText::tr("trust the certificates of this PEM file alone")},
            {{u"k"_s, u"insecure"_s}, {}, FlagsText::tr("do not verify TLS certificates")},
            {{u"http2"_s}, {}, FlagsText::tr("offer HTTP/2 over TLS")},
        }};
}

FlagGroup generalFlags()
{
    return {FlagsText::tr("General"),
            {
                {{u"config"_s},
                 u"FILE"_s,
                 FlagsText::tr("read flags from FILE, a line each, as in 'jobs = 8'; the command line wins "
                               "($XDG_CONFIG_HOME/inflight/config, if it is there)")},
                {{u"report-stalls"_s},
                 {},
                 FlagsText::tr("at the end, percentiles of the event loops' latency on stderr")},
                {{u"h"_s, u"help"_s}, {}, FlagsText::tr("this text")},
                {{u"man"_s}, {}, FlagsText::tr("the manual page, for man -l")},
                {{u"completion"_s}, u"SHELL"_s, FlagsText::tr("completion of flags for bash, zsh or fish")},
                {{u"version"_s}, {}, FlagsText::tr("the version")},
            }};
}

} // namespace

QList<FlagGroup> flagGroups()
{
    return {faceFlags(), inputFlags(),   resultFlags(),     sessionFlags(), limitFlags(),
            timeFlags(), requestFlags(), connectionFlags(), generalFlags()};
}

QList<FlagGroup> runFlagGroups()
{
    return {limitFlags(), timeFlags(), connectionFlags()};
}

std::optional<Flag> flagNamed(const QString &name)
{
    const QList<FlagGroup> groups = flagGroups();
    for (const FlagGroup &group : groups) {
        for (const Flag &flag : group.flags) {
            if (flag.names.contains(name))
                return flag;
        }
    }
    return std::nullopt;
}

bool isForCommandLineOnly(const Flag &flag)
{
    static const QStringList names{u"config"_s,  u"help"_s,     u"man"_s,        u"completion"_s,
                                   u"version"_s, u"describe"_s, u"list-stages"_s};
    return names.contains(flag.names.last());
}

void addFlags(QCommandLineParser &parser)
{
    for (const FlagGroup &group : flagGroups()) {
        for (const Flag &flag : group.flags)
            parser.addOption(QCommandLineOption(flag.names, flag.help, flag.value));
    }
}

} // namespace inflight
