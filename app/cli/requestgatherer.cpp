// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/requestgatherer.h"

#include "cli/readbytes.h"
#include "cli/textdecoder.h"
#include "input/intake.h"
#include "jobs/requestgiven.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct InputsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Inputs)
};

} // namespace

std::optional<UsageFault> RequestGatherer::addFile(const QString &path)
{
    m_source = path == "-"_L1 ? InputsText::tr("stdin") : path;
    TextDecoder decoder;
    InputReader reader(m_reading, *this);
    const auto refusal = readPieces(path, [&](QByteArrayView piece) {
        reader.feed(decoder.decode(piece));
        passOn();
        return !m_isEnough;
    });
    if (refusal)
        return UsageFault{refusal->reason};
    reader.finish();
    passOn();
    return std::nullopt;
}

void RequestGatherer::passOn()
{
    if (!m_take || m_gathered.isEmpty())
        return;
    const GatheredInputs found = take();
    m_isEnough = m_isEnough || !m_take(found);
}

void RequestGatherer::addUrl(int position, const QString &url)
{
    m_source = InputsText::tr("command line");
    Intake(*this, m_reading.expand).take({.line = position, .text = url, .globs = Globs::Expanded});
    passOn();
}

void RequestGatherer::accept(FoundRequest request)
{
    ++m_tally.listed;
    if (m_shard && !m_shard->contains(request.url))
        return;
    JobInput input{.url = std::move(request.url), .request = given(request.parts)};
    input.listed = m_shard ? m_tally.listed : 0;
    input.name = std::move(request.name);
    if (isKnown(input)) {
        ++m_gathered.known;
        return;
    }
    m_gathered.inputs.append(std::move(input));
    const qsizetype before = m_tally.seen.size();
    m_tally.seen.insert(qHash(request.key));
    m_gathered.duplicates += m_tally.seen.size() == before ? 1 : 0;
}

bool RequestGatherer::isKnown(const JobInput &input)
{
    if (m_tally.known.isEmpty())
        return false;
    auto known = m_tally.known.find(requestHash(input, input.request == m_request));
    if (known == m_tally.known.end()) // its run may have had another default, or told none
        known = m_tally.known.find(requestHash(input, false));
    if (known == m_tally.known.end())
        return false;
    if (--*known == 0)
        m_tally.known.erase(known);
    return true;
}

void RequestGatherer::reject(RejectedLine line)
{
    if (m_shard && !m_shard->hasTheRest())
        return;
    m_gathered.rejected.append({m_source, line.line, line.text, line.reason});
}

void RequestGatherer::note(NotedLine line)
{
    m_gathered.notes.append({m_source, line.line, {}, line.note});
}

std::shared_ptr<const RequestTemplate>
RequestGatherer::given(const std::shared_ptr<const RequestParts> &parts)
{
    if (!parts)
        return m_request;
    if (parts != m_lastParts) {
        m_lastParts = parts;
        m_lastGiven = requestGiven(parts->method, parts->headers, parts->body, m_request);
    }
    return m_lastGiven;
}

} // namespace inflight
