// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/merging.h"

#include "cli/console.h"
#include "cli/exitcode.h"
#include "cli/storedrun.h"
#include "cli/terminalfront.h"
#include "jobs/humantext.h"
#include "store/history/merge.h"
#include "store/session/sessionplace.h"
#include "store/session/sessionreader.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct MergingText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Merging)
};

int refused(const MergeFault &fault)
{
    if (!fault.notWritten)
        return reportUsageFault({u"--merge: "_s + fault.message});
    Console().printLine(u"inflight: "_s + printable(fault.message, fault.message.size()));
    return static_cast<int>(ExitCode::NotWritten);
}

void say(const MergeReport &report, qsizetype sessions, const QString &path)
{
    Console console;
    for (const QString &remark : report.remarks)
        console.printLine(printable(remark, remark.size()));
    const QString inputs = report.counts.inputs == 1
                               ? MergingText::tr("1 input")
                               : MergingText::tr("%1 inputs").arg(formatCount(report.counts.inputs));
    QString text = sessions == 1
                       ? MergingText::tr("merged: 1 session, %1").arg(inputs)
                       : MergingText::tr("merged: %1 sessions, %2").arg(formatCount(sessions), inputs);
    if (report.repeated == 1)
        text += MergingText::tr(", 1 of which was in several");
    else if (report.repeated > 1)
        text += MergingText::tr(", %1 of which were in several").arg(formatCount(report.repeated));
    console.printLine(text + u": "_s + printable(QDir::toNativeSeparators(path), path.size()));
}

} // namespace

Merged merge(const Options &options)
{
    const QString path =
        options.session.isEmpty() ? newSessionPath(QDateTime::currentDateTimeUtc()) : options.session;
    const auto result = mergeSessions(options.merge, path);
    if (const auto *const fault = std::get_if<MergeFault>(&result))
        return {refused(*fault), {}};
    if (!options.quiet)
        say(std::get<MergeReport>(result), options.merge.size(), path);
    if (!options.headless)
        return {0, path};
    const auto whole = readSession(path);
    if (const auto *const fault = std::get_if<QString>(&whole))
        return {refused({true, *fault}), {}};
    return {exportStoredRun(options, std::get<StoredRun>(whole), path), path};
}

} // namespace inflight
