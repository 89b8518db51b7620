// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterterms.h"
#include "jobs/jobrecord.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <bitset>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct StateTermsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobFilter)
};

struct Condition
{
    QLatin1StringView name;
    bool (*holds)(const FilterSubject &);
};

template <JobState state>
bool isIn(const FilterSubject &subject)
{
    return subject.job.state == state;
}

constexpr std::array conditions{
    Condition{"running"_L1, isIn<JobState::Running>},
    Condition{"queued"_L1, isIn<JobState::Queued>},
    Condition{"waiting"_L1, isIn<JobState::BackingOff>},
    Condition{"succeeded"_L1, isIn<JobState::Succeeded>},
    Condition{"failed"_L1, isIn<JobState::Failed>},
    Condition{"cancelled"_L1, isIn<JobState::Cancelled>},
    Condition{"finished"_L1, [](const FilterSubject &subject) { return isFinished(subject.job.state); }},
    Condition{"slow"_L1,
              [](const FilterSubject &subject) { return subject.job.slow || subject.job.wasSlow; }},
    Condition{"retried"_L1, [](const FilterSubject &subject) { return subject.job.attempt > 1; }},
    Condition{"redirected"_L1,
              [](const FilterSubject &subject) {
                  return subject.job.record && !subject.job.record.get()->redirects.isEmpty();
              }},
    Condition{"insecure"_L1, [](const FilterSubject &subject) { return subject.job.insecure; }},
    Condition{"found"_L1, [](const FilterSubject &subject) { return subject.found; }},
};

/// The stage that a job is in, waits for or did not get through; none of a job that succeeded.
QStringView presentStage(const JobView &job)
{
    if (job.stages.isEmpty())
        return isFinished(job.state) ? QStringView() : QStringView(u"fetch");
    const auto open = std::ranges::find_if(job.stages, [](const StageView &stage) {
        return stage.state != StageState::Done && stage.state != StageState::Skipped &&
               stage.state != StageState::Pending;
    });
    const qsizetype index = open - job.stages.begin();
    return index < job.stages.size() && index < job.stageNames.size() ? QStringView(job.stageNames.at(index))
                                                                      : QStringView();
}

constexpr auto classCount = static_cast<std::size_t>(FaultClass::Count);

QStringList faultClassNames()
{
    QStringList names;
    for (std::size_t i = 0; i < classCount; ++i)
        names.append(faultClassName(static_cast<FaultClass>(i)));
    return names;
}

} // namespace

QStringList filterConditions()
{
    QStringList names;
    for (const Condition &condition : conditions)
        names.append(condition.name);
    return names;
}

FilterTestOrMessage isTerm(const QString &value)
{
    const auto found = std::ranges::find_if(conditions, [&value](const Condition &condition) {
        return value.compare(condition.name, Qt::CaseInsensitive) == 0;
    });
    if (found == conditions.end())
        return StateTermsText::tr("needs one of %1.").arg(filterConditions().join(", "_L1));
    return found->holds;
}

FilterTestOrMessage stageTerm(const QString &value)
{
    if (value.isEmpty())
        return StateTermsText::tr("the name of a stage is missing, such as stage:fetch.");
    return [value](const FilterSubject &subject) {
        return presentStage(subject.job).compare(value, Qt::CaseInsensitive) == 0;
    };
}

FilterTestOrMessage errorTerm(const QString &value)
{
    const QStringList names = faultClassNames();
    std::bitset<classCount> wanted;
    for (std::size_t i = 0; i < classCount; ++i)
        wanted[i] = names.at(static_cast<qsizetype>(i)).startsWith(value, Qt::CaseInsensitive);
    if (value.isEmpty() || wanted.none())
        return StateTermsText::tr("needs one of %1, or the beginning of one.").arg(names.join(", "_L1));
    return [wanted](const FilterSubject &subject) {
        const auto faultClass = static_cast<std::size_t>(subject.job.faultClass);
        return faultClass < classCount && wanted[faultClass];
    };
}

} // namespace inflight
