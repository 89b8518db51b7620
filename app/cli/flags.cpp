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

struct Text
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
        Text::tr("Input"),
        {
            {{u"i"_s, u"input"_s},
             u"FILE|-"_s,
             Text::tr("read requests from FILE: a list of URLs, CSV, JSON, HAR, curl commands, Markdown, "
                      "HTML or text with URLs in it, recognised by content; repeatable"),
             true},
            {{u"input-format"_s},
             u"FORMAT"_s,
             Text::tr(
                 "what the inputs are: list, curl, text, markdown, html, csv, json, jsonl or har (auto)")},
            {{u"column"_s},
             u"NAME|N"_s,
             Text::tr("the column of a table that has the URLs (found by its name or content)")},
            {{u"g"_s, u"globoff"_s},
             {},
             Text::tr("leave ranges and lists in URLs as they are: [1-100], [01-10:2], [a-z], {a,b}")},
            {{u"shard"_s},
             u"K/N"_s,
             Text::tr("take the K-th of N shares of the input: all URLs of an origin are in the same one, on "
                      "every machine")},
            {{u"demo"_s}, {}, Text::tr("start the built-in demo server and take its job list")},
            {{u"dump"_s}, {}, Text::tr("print the requests, one JSON object a line; send nothing")},
        }};
}

FlagGroup faceFlags()
{
    return {Text::tr("Window or terminal"),
            {
                {{u"headless"_s}, {}, Text::tr("run in the terminal, without a window")},
                {{u"start"_s}, {}, Text::tr("start fetching as soon as the window is open")},
                {{u"n"_s, u"no-progress"_s}, {}, Text::tr("no progress line")},
                {{u"q"_s, u"quiet"_s}, {}, Text::tr("only errors on stderr")},
                {{u"v"_s, u"verbose"_s}, {}, Text::tr("a line for every job, retry and slow stage")},
            }};
}

FlagGroup resultFlags()
{
    return {Text::tr("Pipeline and results"),
            {
                {{u"p"_s, u"pipeline"_s}, u"FILE|NAME"_s, Text::tr("the pipeline to run (inspect)")},
                {{u"o"_s, u"output"_s},
                 u"FILE|-"_s,
                 Text::tr("write the results; format by suffix: .jsonl, .csv, .har, .xml (JUnit), .sqlite, a "
                          "folder with / at its end (bodies and an index); repeatable"),
                 true},
                {{u"f"_s, u"format"_s},
                 u"FORMAT"_s,
                 Text::tr("format of what no suffix tells: %1").arg(outputFormatNames().join(", "_L1))},
                {{u"columns"_s},
                 u"LIST"_s,
                 Text::tr("columns of CSV in their order (%1); there are also %2")
                     .arg(usualColumnNames().join(", "_L1), otherColumns().join(", "_L1))},
                {{u"filter"_s},
                 u"EXPR"_s,
                 Text::tr("write only the jobs for which EXPR holds, in the language of the window's filter, "
                          "such as 'is:failed -error:timeout' (all); every job is run all the same")},
                {{u"save-dir"_s}, u"DIR"_s, Text::tr("save bodies in DIR")},
                {{u"with-secrets"_s}, {}, Text::tr("no redaction in what is written")},
                {{u"list-stages"_s}, {}, Text::tr("list the stages a pipeline can have")},
                {{u"describe"_s}, u"STAGE"_s, Text::tr("describe a stage and its options")},
            }};
}

FlagGroup sessionFlags()
{
    return {
        Text::tr("Session: the journal of a run, which survives a crash"),
        {
            {{u"session"_s},
             u"FILE"_s,
             Text::tr("keep it in FILE, a new one (in $XDG_DATA_HOME/inflight/runs)")},
            {{u"no-session"_s}, {}, Text::tr("keep none")},
            {{u"resume"_s},
             u"FILE"_s,
             Text::tr("go on with the run in FILE: what ended stays, the rest is fetched; flags that are "
                      "given win over those it was started with")},
            {{u"merge"_s},
             u"FILE"_s,
             Text::tr("join the sessions FILE and those that follow it into one, in --session; fetches "
                      "nothing; repeatable"),
             true},
            {{u"again"_s},
             u"WHAT"_s,
             Text::tr("of the run that is opened: all (its inputs, as a new run), failed (its failed jobs "
                      "anew) or stages (its bodies through the stages, nothing is fetched)")},
        }};
}

FlagGroup limitFlags()
{
    return {Text::tr("Limits"),
            {
                {{u"j"_s, u"jobs"_s}, u"N"_s, Text::tr("most jobs in flight over all (64)")},
                {{u"max-per-host"_s}, u"N"_s, Text::tr("most requests in flight to one origin (8)")},
                {{u"rate"_s},
                 u"N/TIME"_s,
                 Text::tr("most requests started per origin, as 5/s, 100/m or 5/15s; N alone is per hour "
                          "(none)")},
                {{u"no-adaptive"_s},
                 {},
                 Text::tr("do not ease off an origin that answers 429 or 503 or times out")},
                {{u"max-size"_s}, u"SIZE"_s, Text::tr("most bytes of one decoded body (1G; 0: no limit)")},
                {{u"max-redirs"_s}, u"N"_s, Text::tr("most redirects of one request (10; -1: no limit)")},
                {{u"allow-downgrade"_s}, {}, Text::tr("follow redirects from https to http")},
                {{u"accept"_s}, u"SET"_s, Text::tr("status codes that count as success (200..=299)")},
            }};
}

FlagGroup timeFlags()
{
    return {Text::tr("Time (in seconds, such as 1.5; 0: no limit)"),
            {
                {{u"connect-timeout"_s}, u"S"_s, Text::tr("most time to connect, with TLS (10)")},
                {{u"first-byte-timeout"_s}, u"S"_s, Text::tr("most time from request to answer (30)")},
                {{u"idle-timeout"_s}, u"S"_s, Text::tr("most time without a byte of the body (30)")},
                {{u"max-time"_s}, u"S"_s, Text::tr("most time of one job over all its attempts (none)")},
                {{u"hedge"_s},
                 u"S|auto"_s,
                 Text::tr("a second attempt beside one without an answer after S, or after the origin's "
                          "95th percentile (off)")},
                {{u"slow"_s}, u"S"_s, Text::tr("mark a job slow after S in one stage (adaptive)")},
                {{u"cancel-slow"_s}, u"S"_s, Text::tr("cancel an attempt after S in one stage (off)")},
                {{u"retry"_s}, u"N"_s, Text::tr("further attempts after a transient failure (2)")},
                {{u"retry-delay"_s},
                 u"S"_s,
                 Text::tr("base of the exponential back-off (0.5); Retry-After wins, up to a day")},
                {{u"retry-max-time"_s}, u"S"_s, Text::tr("no further attempt after S (none)")},
            }};
}

FlagGroup requestFlags()
{
    return {Text::tr("Request"),
            {
                {{u"X"_s, u"request"_s}, u"METHOD"_s, Text::tr("the method (GET)")},
                {{u"d"_s, u"data"_s},
                 u"DATA|@FILE"_s,
                 Text::tr("a body to send; makes the method POST; repeatable"),
                 true},
                {{u"H"_s, u"header"_s},
                 u"'N: V'"_s,
                 Text::tr("a header to send; 'N:' removes one, 'N;' sends it empty; repeatable"),
                 true},
                {{u"A"_s, u"user-agent"_s}, u"NAME"_s, Text::tr("the User-Agent header")},
                {{u"u"_s, u"user"_s},
                 u"USER[:PASS]"_s,
                 Text::tr("Basic authentication; without PASS the password is empty")},
            }};
}

FlagGroup connectionFlags()
{
    return {Text::tr("Connection"),
            {
                {{u"x"_s, u"proxy"_s},
                 u"URL"_s,
                 Text::tr("go through a http:// or socks5:// proxy; '' for none (from the environment)")},
                {{u"cacert"_s}, u"FILE"_s, Text::tr("trust the certificates of this PEM file alone")},
                {{u"k"_s, u"insecure"_s}, {}, Text::tr("do not verify TLS certificates")},
                {{u"http2"_s}, {}, Text::tr("offer HTTP/2 over TLS")},
            }};
}

FlagGroup generalFlags()
{
    return {Text::tr("General"),
            {
                {{u"config"_s},
                 u"FILE"_s,
                 Text::tr("read flags from FILE, a line each, as in 'jobs = 8'; the command line wins "
                          "($XDG_CONFIG_HOME/inflight/config, if it is there)")},
                {{u"report-stalls"_s},
                 {},
                 Text::tr("at the end, percentiles of the event loops' latency on stderr")},
                {{u"h"_s, u"help"_s}, {}, Text::tr("this text")},
                {{u"man"_s}, {}, Text::tr("the manual page, for man -l")},
                {{u"completion"_s}, u"SHELL"_s, Text::tr("completion of flags for bash, zsh or fish")},
                {{u"version"_s}, {}, Text::tr("the version")},
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
