// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/manpage.h"

#include "cli/flags.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct ManualPageText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::ManualPage)
};

/// `text` as roff shows it: as it is. A line must not begin with a control character.
QString roff(QString text)
{
    text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1).replace(u'\'', "\\(aq"_L1);
    return text.startsWith(u'.') ? u"\\&"_s + text : text;
}

QString section(const QString &title)
{
    return u".SH %1\n"_s.arg(roff(title));
}

QString paragraph(const QString &text)
{
    return u".PP\n"_s + roff(text) + u'\n';
}

/// A term and, indented below it, what it means.
QString manEntry(const QString &term, const QString &meaning)
{
    return u".TP\n"_s + term + u'\n' + roff(meaning) + u'\n';
}

QString bold(const QString &text)
{
    return u"\\fB"_s + roff(text) + u"\\fR"_s;
}

QString italic(const QString &text)
{
    return u"\\fI"_s + roff(text) + u"\\fR"_s;
}

QString flagEntry(const Flag &flag)
{
    QStringList names;
    for (const QString &name : flag.names)
        names.append(bold((name.size() == 1 ? u"-"_s : u"--"_s) + name));
    const QString term = names.join(", "_L1);
    return manEntry(flag.value.isEmpty() ? term : term + u' ' + italic(flag.value), flag.help);
}

QString options()
{
    QString text = section(ManualPageText::tr("OPTIONS"));
    for (const FlagGroup &group : flagGroups()) {
        text += u".SS "_s + roff(group.title) + u'\n';
        for (const Flag &flag : group.flags)
            text += flagEntry(flag);
    }
    return text;
}

QString configuration()
{
    return section(ManualPageText::tr("CONFIGURATION")) +
           paragraph(ManualPageText::tr(
               "A configuration file has a flag a line, by any of its names, with its value "
               "after '=' or a blank: 'jobs = 8', 'header = X-Team: data', 'no-progress'. A value "
               "may stand in double quotes, with \\\" \\\\ \\n \\r \\t inside. Blank lines and "
               "those that begin with '#' are passed over. Flags on the command line win; those "
               "that can be repeated add to the file's."));
}

QString exitStatus()
{
    QString text = section(ManualPageText::tr("EXIT STATUS"));
    text += manEntry(u"0"_s, ManualPageText::tr("every job succeeded"));
    text +=
        manEntry(u"1"_s, ManualPageText::tr("usage, configuration or internal error; nothing was fetched"));
    text += manEntry(u"2"_s,
                     ManualPageText::tr("some jobs failed or were cancelled, or some input was rejected"));
    text += manEntry(u"3"_s, ManualPageText::tr("results could not be written"));
    return text +
           manEntry(u"130"_s,
                    ManualPageText::tr("interrupted (SIGINT, SIGTERM); everything known was written first"));
}

QString example(const QString &command, const QString &meaning)
{
    return u".PP\n"_s + roff(meaning) + u"\n.PP\n.RS 4\n.EX\n"_s + roff(command) + u"\n.EE\n.RE\n"_s;
}

QString examples()
{
    return section(ManualPageText::tr("EXAMPLES")) +
           example(u"inflight --headless -i urls.txt -o results.jsonl"_s,
                   ManualPageText::tr("Fetch a list and keep one JSON object a job:")) +
           example(u"inflight --headless -i - -o - -n < urls.txt | jq .status"_s,
                   ManualPageText::tr("The same in a pipe:")) +
           example(u"inflight --headless -i urls.txt --shard 2/4 -o part2.jsonl"_s,
                   ManualPageText::tr("The second of four machines:"));
}

QString files()
{
    QString text = section(ManualPageText::tr("FILES"));
    text += manEntry(italic(u"$XDG_CONFIG_HOME/inflight/config"_s),
                     ManualPageText::tr("flags that are always given"));
    return text +
           manEntry(italic(u"$XDG_DATA_HOME/inflight/runs"_s), ManualPageText::tr("the journals of runs"));
}

} // namespace

QString manualPage()
{
    QString text = u".TH INFLIGHT 1 \"\" \"inflight " INFLIGHT_VERSION "\"\n"_s;
    text += section(ManualPageText::tr("NAME")) + u"inflight \\- "_s +
            roff(ManualPageText::tr("take many URLs through a concurrent fetch-and-process pipeline")) +
            u'\n';
    text += section(ManualPageText::tr("SYNOPSIS")) + bold(u"inflight"_s) + u" ["_s + italic(u"OPTIONS"_s) +
            u"] ["_s + italic(u"URL"_s) + u'|' + italic(u"FILE"_s) + u"]...\n"_s;
    text += section(ManualPageText::tr("DESCRIPTION")) +
            paragraph(ManualPageText::tr(
                "Fetches many URLs at once, takes each through a pipeline of stages and shows all "
                "of them live. Opens a window with the inputs filled in; --headless does the same "
                "work in the terminal. Results go to stdout only with -o -, everything else to "
                "stderr."));
    return text + options() + configuration() + exitStatus() + examples() + files();
}

} // namespace inflight
