// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/command.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <array>
#include <limits>

#include "pipeline/jsonpath.h"
#include "pipeline/process/childprocess.h"
#include "pipeline/slices.h"
#include "pipeline/stages/decode.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct CommandWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Command)
};

/// What a program gets to end by itself: one that is cancelled holds up the person who cancelled it.
constexpr int graceMs = 500;
constexpr int cancelGraceMs = 50;
constexpr qsizetype keptOfStderr = 4096;
constexpr qsizetype shownOfStderr = 300;

Fault commandFault(const QString &message)
{
    return {FaultClass::Command, {}, message};
}

/// One run of the program, from its start to its end.
class Conversation
{
public:
    Conversation(ChildProcess &process, const Body &input, const StageContext &context)
        : m_process(process)
        , m_input(input)
        , m_context(context)
        , m_output(context.maxSize > 0 ? context.maxSize : std::numeric_limits<qint64>::max())
    {}

    /// Nothing once the program has ended by itself.
    std::optional<Outcome<Done>> run(int timeoutMs)
    {
        QElapsedTimer clock;
        clock.start();
        for (;;) {
            write();
            const bool open = read();
            if (m_fault)
                return Outcome<Done>(*m_fault);
            if (m_context.stop.stop_requested())
                return Outcome<Done>(Cancelled{});
            // What it started may hold its output open for ever: the program's own end is the end.
            if (!open || m_ended) {
                if (m_process.exitCode())
                    return std::nullopt;
            } else if (m_process.exitCode()) {
                m_ended = true; // once more for what lies in the pipes
                continue;
            }
            if (clock.elapsed() > timeoutMs)
                return Outcome<Done>(commandFault(
                    CommandWords::tr("The program did not end within %1 s.").arg(timeoutMs / 1000)));
            m_process.wait(m_process.in.isOpen(), ChildProcess::tickMs);
        }
    }

    [[nodiscard]] BodyWriter &output() { return m_output; }
    /// The end of what it wrote to its standard error, on one line.
    [[nodiscard]] QString complaint() const
    {
        return QString::fromUtf8(m_error).simplified().right(shownOfStderr);
    }

private:
    void write()
    {
        if (!m_process.in.isOpen())
            return;
        const QByteArrayView all = m_input.bytes();
        qint64 written = 1;
        while (m_written < all.size() && written > 0) {
            written = m_process.write(
                all.sliced(m_written, std::min<qint64>(ChildProcess::readSize, all.size() - m_written)));
            if (written > 0) {
                m_input.passed(m_written, m_written + written);
                m_written += written;
            }
        }
        report(m_context, m_written, all.size());
        // A program need not read all there is.
        if (m_written == all.size() || written < 0)
            m_process.in.close();
    }

    /// Whether there may be more.
    bool read()
    {
        drain(m_process.out, [this](QByteArrayView piece) { m_fault = m_output.append(piece); });
        drain(m_process.err, [this](QByteArrayView piece) {
            m_error = (m_error + piece.toByteArray()).right(keptOfStderr);
        });
        return m_process.out.isOpen() || m_process.err.isOpen();
    }

    /// Gives what is there to `take`, but no more than a turn's share.
    template <typename Take>
    void drain(Descriptor &from, Take take)
    {
        for (int turn = 0; turn < ChildProcess::readsPerTurn && from.isOpen() && !m_fault; ++turn) {
            const qint64 got = ChildProcess::read(from, m_buffer.data(), ChildProcess::readSize);
            if (got == 0)
                return;
            if (got < 0)
                from.close();
            else
                take(QByteArrayView(m_buffer.data(), got));
        }
    }

    ChildProcess &m_process;
    const Body &m_input;
    const StageContext &m_context;
    BodyWriter m_output;
    qint64 m_written = 0;
    QByteArray m_error;
    bool m_ended = false;
    std::optional<Fault> m_fault;
    std::array<char, ChildProcess::readSize> m_buffer{};
};

QString endText(const QString &program, int code, const QString &complaint)
{
    const QString how = code < 0 ? CommandWords::tr("%1 was ended by signal %2").arg(program).arg(-code)
                                 : CommandWords::tr("%1 ended with exit status %2").arg(program).arg(code);
    return complaint.isEmpty() ? how + u'.' : u"%1: %2"_s.arg(how, complaint);
}

} // namespace

Outcome<StageResult> CommandStage::run(Payload payload, const StageContext &context) const
{
    Outcome<StageResult> ready = decoded(std::move(payload), context);
    if (!ready.succeeded())
        return ready;
    Payload &whole = ready.value().payload;
    const QString program = m_rules.run.constFirst();
    auto started =
        ChildProcess::start(m_rules.run, {u"INFLIGHT_URL="_s + whole.url.toString(QUrl::FullyEncoded),
                                          u"INFLIGHT_JOB=%1"_s.arg(context.job)});
    if (const auto *const why = std::get_if<QString>(&started))
        return commandFault(CommandWords::tr("%1 could not be started: %2. Is it installed, and in the PATH?")
                                .arg(program, *why));
    ChildProcess &process = *std::get<std::unique_ptr<ChildProcess>>(started);
    const Body input = whole.current();
    Conversation conversation(process, input, context);
    if (const std::optional<Outcome<Done>> over = conversation.run(m_rules.timeoutMs)) {
        process.stop(over->cancelled() ? cancelGraceMs : graceMs);
        if (over->failed())
            return over->fault();
        return Cancelled{};
    }
    const int code = process.exitCode().value_or(0);
    if (code != m_rules.exitCode)
        return commandFault(endText(program, code, conversation.complaint()));
    Outcome<Body> output = conversation.output().finish();
    if (output.failed())
        return output.fault();
    const QString complaint = conversation.complaint();
    QString detail = sizeText(output.value().size());
    if (!complaint.isEmpty())
        detail += CommandWords::tr("; it says: %1").arg(complaint);
    whole.setProduct(output.value(), m_rules.type);
    return StageResult{std::move(whole), detail};
}

StageKind commandKind()
{
    StageKind kind;
    kind.name = CommandStage::stageName;
    kind.description =
        CommandWords::tr("an external program: the body to its standard input, its standard output on");
    kind.gives = [](const OptionValues &, Data) { return Data::Bytes; };
    kind.options = {
        StageOption::of(OptionType::TextList, "run"_L1,
                        CommandWords::tr("the program and its arguments; there is no shell between"))
            .must(),
        StageOption::whole("timeout"_L1, CommandWords::tr("most seconds for one body"), 1, 86'400, 60),
        StageOption::whole("exit"_L1, CommandWords::tr("the exit status of a good end"), 0, 255, 0),
        StageOption::text("type"_L1, CommandWords::tr("media type of what it writes"),
                          u"application/octet-stream"_s),
    };
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        const QStringList run = values.list("run"_L1);
        if (run.isEmpty() || run.constFirst().isEmpty())
            return OptionFault{"run"_L1,
                               CommandWords::tr("There must be a program first, as in [\"jq\", \".name\"].")};
        for (qsizetype i = 0; i < run.size(); ++i) {
            if (run.at(i).contains(QChar::Null))
                return OptionFault{
                    "run"_L1, CommandWords::tr("A text with the character U+0000 cannot be an argument."),
                    jsonPathItem({}, i)};
        }
        return std::nullopt;
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const CommandStage>(
            CommandRules{values.list("run"_L1), static_cast<int>(values.whole("timeout"_L1)) * 1000,
                         static_cast<int>(values.whole("exit"_L1)), values.text("type"_L1).toUtf8()});
    };
    return kind;
}

} // namespace inflight
