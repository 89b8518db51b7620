// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/regex.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include "pipeline/ended.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct RegexWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Regex)
};

QByteArray groupText(QByteArrayView text, const RegexProgram::Places &places, int group)
{
    const auto [begin, end] = places.value(group, {-1, -1});
    return begin < 0 || end < begin ? QByteArray("null") : jsonString(text.sliced(begin, end - begin));
}

QByteArray valueOf(const RegexProgram &program, QByteArrayView text, const RegexProgram::Places &places)
{
    if (program.names().isEmpty())
        return groupText(text, places, 0);
    QByteArray json = "{";
    for (const auto &[name, group] : program.names())
        json += (json.size() > 1 ? "," : "") + jsonString(name) + ':' + groupText(text, places, group);
    return json + '}';
}

/// Where the character after the one at `at` begins; in what is no UTF-8, some byte after it.
qsizetype afterCharacter(QByteArrayView text, qsizetype at)
{
    constexpr int mostContinuations = 3;
    ++at;
    for (int i = 0; i < mostContinuations && at < text.size() && (text[at] & 0xc0) == 0x80; ++i)
        ++at;
    return at;
}

RegexProgram::Flags flagsOf(const OptionValues &values)
{
    return {values.flag("ignore_case"_L1), values.flag("multiline"_L1)};
}

} // namespace

Outcome<StageResult> RegexStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decodedText(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &whole = ready.value().payload;
    const Body body = whole.currentText();
    const QByteArrayView text = body.bytes();
    ValuesWriter values(context.maxSize);
    RegexProgram::Places places;
    QElapsedTimer clock;
    clock.start();
    for (qsizetype from = 0; from <= text.size();) {
        if (context.stop.stop_requested())
            return Cancelled{};
        if (clock.hasExpired(m_rules.timeoutMs))
            return Fault{
                FaultClass::Transform,
                {},
                RegexWords::tr("The pattern takes longer than %1 s on this text; it was at byte %2. Make "
                               "it simpler, or allow more with the option “timeout”.")
                    .arg(m_rules.timeoutMs / 1000)
                    .arg(from)};
        const RegexProgram::Result result = m_rules.program->match(text, from, places);
        if (result == RegexProgram::Result::TooMuch)
            return Fault{
                FaultClass::Transform,
                {},
                RegexWords::tr("The pattern takes too long on this text, after byte %1. Make it simpler: "
                               "repeats inside repeats try too many ways.")
                    .arg(from)};
        if (result == RegexProgram::Result::None)
            break;
        if (std::optional<Fault> fault = values.append(valueOf(*m_rules.program, text, places)))
            return *std::move(fault);
        const auto [begin, end] = places.constFirst();
        // An empty match stays where it is: the next one is looked for a character on.
        from = end > begin ? end : afterCharacter(text, end);
        report(context, std::min(from, text.size()), text.size());
        if (!m_rules.all)
            break;
    }
    const qint64 count = values.count();
    if (count == 0 && m_rules.required)
        return Fault{FaultClass::Transform, {}, RegexWords::tr("The pattern is found nowhere in the text.")};
    Outcome<Done> done = values.finish(whole);
    if (!done.succeeded())
        return ended<StageResult>(done);
    return StageResult{std::move(whole), matchesText(count)};
}

StageKind regexKind()
{
    StageKind kind;
    kind.name = RegexStage::stageName;
    kind.description =
        RegexWords::tr("finds a regular expression (PCRE2): an object of its named groups for each match");
    kind.takes = Data::Bytes | Data::Text;
    kind.gives = [](const OptionValues &, Data) { return Data::Values; };
    kind.options = {
        StageOption::of(OptionType::Program, "pattern"_L1,
                        RegexWords::tr("as in (?<name>\\w+)=(?<value>\\d+)"))
            .must(),
        StageOption::flag("all"_L1, RegexWords::tr("every match is a value; else the first one alone"), true),
        StageOption::flag("ignore_case"_L1, RegexWords::tr("capitals and small letters are the same")),
        StageOption::flag("multiline"_L1, RegexWords::tr("^ and $ stand for the ends of each line")),
        StageOption::flag("required"_L1, RegexWords::tr("a text without a match fails"), true),
        StageOption::whole("timeout"_L1, RegexWords::tr("most seconds for one body"), 1, 3600, 10),
    };
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        const auto program = RegexProgram::compile(values.text("pattern"_L1), flagsOf(values));
        if (const auto *const fault = std::get_if<QString>(&program))
            return OptionFault{"pattern"_L1, *fault};
        return std::nullopt;
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        const auto program = RegexProgram::compile(values.text("pattern"_L1), flagsOf(values));
        return std::make_unique<const RegexStage>(
            RegexRules{std::get<std::shared_ptr<const RegexProgram>>(program), values.flag("all"_L1),
                       values.flag("required"_L1), static_cast<int>(values.whole("timeout"_L1)) * 1000});
    };
    return kind;
}

} // namespace inflight
