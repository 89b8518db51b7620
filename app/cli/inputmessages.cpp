// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/inputmessages.h"

#include "cli/console.h"
#include "cli/displayinput.h"
#include "jobs/humantext.h"

#include <QCoreApplication>

namespace inflight {

namespace {

struct InputMessagesText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::InputMessages)
};

QString rejectedLine(const RejectedInput &input, Secrets secrets)
{
    return InputMessagesText::tr("rejected %1:%2: \"%3\": %4")
        .arg(printable(input.source), QString::number(input.line),
             printable(displayInput(input.text, secrets)), printable(displayText(input.reason, secrets)));
}

QString notedLine(const RejectedInput &input, Secrets secrets)
{
    return InputMessagesText::tr("note %1:%2: %3")
        .arg(printable(input.source), QString::number(input.line),
             printable(displayText(input.reason, secrets)));
}

} // namespace

QStringList inputMessages(const GatheredInputs &gathered, const Options &options)
{
    QStringList lines;
    for (const RejectedInput &input : gathered.rejected)
        lines.append(rejectedLine(input, options.secrets));
    if (options.quiet)
        return lines;
    for (const RejectedInput &input : gathered.notes)
        lines.append(notedLine(input, options.secrets));
    return lines;
}

QString duplicatesMessage(qint64 duplicates, qint64 inputs)
{
    return InputMessagesText::tr(
               "duplicates: %1 of %2 inputs repeat an earlier one; each is fetched as often as it is given")
        .arg(formatCount(duplicates), formatCount(inputs));
}

QString knownMessage(qint64 known)
{
    return InputMessagesText::tr(
               "known: %1 of the inputs are in the session already and are not taken in again")
        .arg(formatCount(known));
}

QString cutShortMessage(qint64 inputs)
{
    return InputMessagesText::tr(
               "the list of this run came from stdin and was cut short: the session has %1 inputs of it. "
               "inflight --resume FILE -i LIST with the whole list fetches what is missing.")
        .arg(formatCount(inputs));
}

} // namespace inflight
