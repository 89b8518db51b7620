// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/sessionoptions.h"

#include "store/history/sessionfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct SessionOptionsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::SessionOptions)
};

/// Of `paths`, one that is there a second time; empty: none.
QString repeatedIn(const QStringList &paths)
{
    QSet<QString> seen;
    for (const QString &path : paths) {
        const QString place = QFileInfo(path).canonicalFilePath();
        if (!place.isEmpty() && seen.contains(place))
            return path;
        seen.insert(place);
    }
    return {};
}

/// By its name, and not where a URL could have it.
bool isMissingSession(const QString &text)
{
    const bool isName = !text.contains(u'/') || text.startsWith(u'/') || text.startsWith(u'.');
    return isName && text.endsWith(".inflight"_L1) && !QFileInfo::exists(text);
}

std::optional<RunOpening> openingOf(const QString &text)
{
    if (text == "all"_L1)
        return RunOpening::All;
    if (text == "failed"_L1)
        return RunOpening::Failed;
    if (text == "stages"_L1)
        return RunOpening::Stages;
    return std::nullopt;
}

/// Whether what is run again can be kept in a session of its own; in the window stages change their run.
bool canBeginSession(const FlagReader &flags, const Options &options)
{
    const auto opening = openingOf(flags.text(u"again"_s).value_or(QString()));
    return opening == RunOpening::All || (opening == RunOpening::Stages && options.headless);
}

} // namespace

void readMerge(FlagReader &flags, Options &options)
{
    if (!flags.has(u"merge"_s))
        return;
    options.merge = flags.texts(u"merge"_s) + std::exchange(options.positionals, {});
    const auto missing =
        std::ranges::find_if_not(options.merge, [](const QString &path) { return QFileInfo(path).isFile(); });
    if (missing != options.merge.end())
        flags.refuse(u"merge"_s, SessionOptionsText::tr("there is no file \"%1\"").arg(*missing));
    else if (const QString twice = repeatedIn(options.merge); !twice.isEmpty())
        flags.refuse(u"merge"_s, SessionOptionsText::tr("\"%1\" is given twice").arg(twice));
    else if (!options.inputs.isEmpty() || options.demo || options.dump || !options.resume.isEmpty() ||
             options.noSession)
        flags.refuse(u"merge"_s,
                     SessionOptionsText::tr(
                         "it joins sessions and fetches nothing: it goes with neither --input, --demo, "
                         "--dump, --resume nor --no-session"));
}

void readOpened(FlagReader &flags, Options &options)
{
    const auto missing = std::ranges::find_if(options.positionals, isMissingSession);
    if (missing != options.positionals.end())
        flags.refuse(u"resume"_s, SessionOptionsText::tr("there is no file \"%1\"").arg(*missing));
    const auto session = std::ranges::find_if(options.positionals, isSessionFile);
    if (session == options.positionals.end())
        return;
    options.resume = *session;
    options.opened = true;
    if (options.positionals.size() + options.inputs.size() > 1 || options.demo || options.dump ||
        (!options.session.isEmpty() && !canBeginSession(flags, options)) || options.noSession ||
        flags.has(u"resume"_s))
        flags.refuse(u"resume"_s, SessionOptionsText::tr(
                                      "\"%1\" is a session: it is opened alone; go on with it by --resume, "
                                      "join it with others by --merge")
                                      .arg(*session));
    options.positionals.clear();
}

void readAgain(FlagReader &flags, Options &options)
{
    const auto what = flags.text(u"again"_s);
    if (!what)
        return;
    options.again = openingOf(*what);
    if (!options.again)
        flags.refuse(u"again"_s,
                     SessionOptionsText::tr("\"%1\" is none of all, failed and stages").arg(*what));
    else if (options.resume.isEmpty())
        flags.refuse(u"again"_s, SessionOptionsText::tr("name the session whose run it is"));
    // What is to be run is not only looked at.
    options.opened = options.opened && !options.again;
}

} // namespace inflight
