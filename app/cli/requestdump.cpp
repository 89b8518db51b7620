// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/requestdump.h"

#include "cli/dump.h"
#include "cli/exitcode.h"
#include "cli/inputmessages.h"
#include "cli/signals.h"
#include "cli/terminalfront.h"
#include "jobs/humantext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct RequestDumpText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::RequestDump)
};

} // namespace

RequestDump::RequestDump(const Options &options)
    : m_options(options)
    , m_out(u"-"_s)
{
    ignoreBrokenPipes();
    m_fault = m_out.open();
}

bool RequestDump::add(const GatheredInputs &found)
{
    m_console.printLines(inputMessages(found, m_options));
    m_rejected += static_cast<int>(found.rejected.size());
    m_duplicates += found.duplicates;
    QByteArray lines;
    for (const JobInput &input : found.inputs)
        lines += requestToJsonLine(m_next++, input, m_options.secrets);
    if (!m_fault)
        m_fault = m_out.write(lines);
    if (!m_fault)
        m_fault = m_out.flush(); // somebody may be reading along
    return !m_fault;
}

std::optional<UsageFault> RequestDump::whyNothing() const
{
    if (!m_options.namesInputs() && m_options.resume.isEmpty())
        return UsageFault{
            RequestDumpText::tr("there is nothing to dump: give URLs, a file of URLs, or -i -")};
    // A share may well be empty.
    if (m_next == 0 && m_rejected == 0 && !m_options.shard)
        return UsageFault{RequestDumpText::tr("there is nothing to dump: the inputs hold no request")};
    return std::nullopt;
}

int RequestDump::finish()
{
    if (const auto nothing = whyNothing())
        return reportUsageFault(*nothing);
    if (m_duplicates > 0 && !m_options.quiet)
        m_console.printLine(duplicatesMessage(m_duplicates, m_next));
    if (!m_fault)
        m_fault = m_out.commit();
    if (m_fault)
        m_console.printLine(u"inflight: "_s + printable(*m_fault, m_fault->size()));
    return static_cast<int>(exitCodeOf({.resultsLost = m_fault.has_value(), .rejectedInputs = m_rejected}));
}

} // namespace inflight
