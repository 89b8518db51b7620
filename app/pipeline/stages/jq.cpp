// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/jq.h"

#include <QCoreApplication>
#include <QMutexLocker>

#include <limits>

#include "pipeline/ended.h"
#include "pipeline/values.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JqWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Jq)
};

Fault transformFault(const QString &message)
{
    return {FaultClass::Transform, {}, message};
}

/// All values as the items of one list.
QByteArray listOf(const Payload &payload)
{
    QByteArray list = payload.values ? payload.values->bytes().toByteArray() : QByteArray();
    if (list.endsWith('\n'))
        list.chop(1);
    list.replace('\n', ',');
    return '[' + list + ']';
}

} // namespace

/// One job's values through one worker, replaced when it is lost.
class JqStage::Run
{
public:
    Run(const JqStage &stage, const StageContext &context)
        : m_stage(stage)
        , m_context(context)
        , m_values(context.maxSize)
    {}

    ~Run()
    {
        if (m_worker)
            m_stage.giveBack(std::move(m_worker));
    }
    Q_DISABLE_COPY_MOVE(Run)

    /// False when there is nothing more to be done.
    bool take(QByteArrayView json, qint64 index)
    {
        if (!m_worker && !start())
            return false;
        const qint64 most = m_context.maxSize > 0 ? m_context.maxSize : std::numeric_limits<qint64>::max();
        const JqAnswer answer = m_worker->run(json, most, m_context.stop);
        if (answer.lost)
            m_worker.reset();
        if (m_context.stop.stop_requested())
            return false;
        if (answer.error.isEmpty())
            return write(answer);
        if (m_context.onError == OnError::Keep) {
            m_fault = m_values.append(json);
        } else if (m_context.onError == OnError::Skip) {
            ++m_leftOut;
        } else {
            m_fault = transformFault(JqWords::tr("Value %1: %2.").arg(index + 1).arg(answer.error));
        }
        return !m_fault;
    }

    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }

    Outcome<StageResult> finish(Payload payload)
    {
        QString detail = valuesText(m_values.count());
        if (m_leftOut > 0)
            detail += JqWords::tr("; %1 left out: jq failed").arg(valuesText(m_leftOut));
        Outcome<Done> done = m_values.finish(payload);
        if (!done.succeeded())
            return ended<StageResult>(done);
        return StageResult{std::move(payload), detail};
    }

private:
    bool start()
    {
        auto taken = m_stage.takeWorker();
        if (const auto *const why = std::get_if<QString>(&taken))
            m_fault = transformFault(*why);
        else
            m_worker = std::move(std::get<std::unique_ptr<JqWorker>>(taken));
        return m_worker != nullptr;
    }

    bool write(const JqAnswer &answer)
    {
        m_fault = m_values.appendLines(answer.outputs, answer.count);
        return !m_fault;
    }

    const JqStage &m_stage;
    const StageContext &m_context;
    ValuesWriter m_values;
    std::unique_ptr<JqWorker> m_worker;
    qint64 m_leftOut = 0;
    std::optional<Fault> m_fault;
};

Outcome<StageResult> JqStage::run(Payload payload, const StageContext &context) const
{
    Run run(*this, context);
    const bool all = m_slurp ? run.take(listOf(payload), 0)
                             : forEachValue(payload, context, [&run](QByteArrayView json, qint64 index) {
                                   return run.take(json, index);
                               });
    if (run.fault())
        return *run.fault();
    if (!all)
        return Cancelled{};
    return run.finish(std::move(payload));
}

std::variant<std::unique_ptr<JqWorker>, QString> JqStage::takeWorker() const
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_idle.empty()) {
            std::unique_ptr<JqWorker> worker = std::move(m_idle.back());
            m_idle.pop_back();
            return worker;
        }
    }
    return JqWorker::start(m_program);
}

void JqStage::giveBack(std::unique_ptr<JqWorker> worker) const
{
    const QMutexLocker lock(&m_mutex);
    m_idle.push_back(std::move(worker));
}

StageKind jqKind()
{
    StageKind kind;
    kind.name = JqStage::stageName;
    kind.description =
        JqWords::tr("a jq program on each value; numbers are as jq 1.6 has them, floating point");
    kind.takes = Data::Values;
    kind.options = {
        StageOption::of(OptionType::Program, "filter"_L1, JqWords::tr("the program, as in .items[] | .name"))
            .must(),
        StageOption::flag("slurp"_L1, JqWords::tr("all values of a job as one list, as jq --slurp has it")),
        StageOption::whole("timeout"_L1, JqWords::tr("most seconds for one value"), 1, 3600, 10),
        StageOption::whole("memory"_L1, JqWords::tr("most megabytes of memory for the program"), 64, 65'536,
                           512),
    };
    kind.check = [](const OptionValues &values) -> std::optional<OptionFault> {
        if (const std::optional<QString> fault = jqProgramFault(values.text("filter"_L1)))
            return OptionFault{"filter"_L1,
                               JqWords::tr("jq does not understand the program: %1.").arg(*fault)};
        return std::nullopt;
    };
    kind.make = [](const OptionValues &values, const PipelineOptions &) -> std::unique_ptr<const Stage> {
        return std::make_unique<const JqStage>(JqProgram{values.text("filter"_L1),
                                                         static_cast<int>(values.whole("memory"_L1)),
                                                         static_cast<int>(values.whole("timeout"_L1)) * 1000},
                                               values.flag("slurp"_L1));
    };
    return kind;
}

} // namespace inflight
