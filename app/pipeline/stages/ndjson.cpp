// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/ndjson.h"

#include <QCoreApplication>

#include "pipeline/content/json.h"
#include "pipeline/ended.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct NdjsonStageWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::NdjsonStage)
};

/// Goes over the lines of a text, keeping what is JSON.
class LineReader
{
public:
    LineReader(const StageContext &context)
        : m_context(context)
        , m_values(context.maxSize)
    {
        m_quiet.stop = context.stop;
    }

    /// Nothing, or how it ends.
    std::optional<Outcome<Done>> take(QByteArrayView line)
    {
        ++m_line;
        line = line.trimmed();
        if (line.isEmpty())
            return std::nullopt;
        const JsonVerdict verdict = checkJson(line, m_quiet);
        if (std::holds_alternative<Cancelled>(verdict))
            return Cancelled{};
        if (const auto *const fault = std::get_if<JsonFault>(&verdict)) {
            if (m_context.onError == OnError::Fail)
                return Fault{FaultClass::Parse, {}, faultText(*fault)};
            ++m_leftOut; // what is no JSON cannot go on as it is
            return std::nullopt;
        }
        if (std::optional<Fault> fault = m_values.append(line))
            return *std::move(fault);
        return std::nullopt;
    }

    Outcome<StageResult> finish(Payload payload)
    {
        QString detail =
            NdjsonStageWords::tr("%1 from %2").arg(valuesText(m_values.count()), linesText(m_line));
        if (m_leftOut > 0)
            detail += NdjsonStageWords::tr("; %1 left out: not JSON").arg(linesText(m_leftOut));
        Outcome<Done> done = m_values.finish(payload);
        if (!done.succeeded())
            return ended<StageResult>(done);
        return StageResult{std::move(payload), detail};
    }

private:
    [[nodiscard]] QString faultText(const JsonFault &fault) const
    {
        // The fault's own words begin with its place in this one line.
        const QString what = fault.message.section(": "_L1, 1);
        return NdjsonStageWords::tr("Not valid JSON: line %1, column %2: %3.")
            .arg(m_line)
            .arg(fault.column)
            .arg(what);
    }

    const StageContext &m_context;
    StageContext m_quiet; ///< progress is counted in lines' bytes, not within a line
    ValuesWriter m_values;
    qint64 m_line = 0;
    qint64 m_leftOut = 0;
};

} // namespace

Outcome<StageResult> NdjsonStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decodedText(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    const Body body = ready.value().payload.currentText();
    const QByteArrayView text = body.bytes();
    const StageContext reading = readingOnce(body, context);
    LineReader lines(context);
    qsizetype reported = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (context.stop.stop_requested())
            return Cancelled{};
        const qsizetype found = text.indexOf('\n', at);
        const qsizetype end = found < 0 ? text.size() : found;
        if (std::optional<Outcome<Done>> over = lines.take(text.sliced(at, end - at)))
            return ended<StageResult>(*over);
        at = end + 1;
        if (at - reported >= sliceSize || at >= text.size()) {
            reported = std::min(at, text.size());
            report(reading, reported, text.size());
        }
    }
    return lines.finish(std::move(ready.value().payload));
}

StageKind ndjsonKind()
{
    StageKind kind;
    kind.name = NdjsonStage::stageName;
    kind.description = NdjsonStageWords::tr("reads the body as JSON values, one a line (NDJSON, JSON Lines)");
    kind.takes = Data::Bytes | Data::Text;
    kind.gives = [](const OptionValues &, Data) { return Data::Values; };
    kind.make = [](const OptionValues &, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const NdjsonStage>();
    };
    return kind;
}

} // namespace inflight
