// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobwords.h"

#include "jobs/filter/filtertext.h"
#include "jobs/jobrecord.h"
#include "ui/models/jobmodel.h"
#include "ui/models/jobtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JobWordsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobWords)
};

/// A word, and the column whose cells stand for it.
struct ColumnWord
{
    int column = 0;
    JobWord word;
};

QList<ColumnWord> answerWords(const JobView &job)
{
    QList<ColumnWord> words;
    if (job.status != 0) {
        const QString code = QString::number(job.status);
        words.append({JobModel::Status,
                      {JobWordsText::tr("status %1").arg(code), filterWord(u"status-code"_s, code)}});
        const QString family = code.first(1) + "xx"_L1;
        words.append({JobModel::Status,
                      {JobWordsText::tr("status %1").arg(family), filterWord(u"status-code"_s, family)}});
    }
    const QString type = job.record ? job.record.contentType().section(u';', 0, 0).trimmed() : QString();
    if (!type.isEmpty())
        words.append(
            {JobModel::Size, {JobWordsText::tr("type %1").arg(type), filterWord(u"mime-type"_s, type)}});
    return words;
}

QList<ColumnWord> wayWords(const JobModel &jobs, const JobView &job)
{
    QList<ColumnWord> words;
    words.append({JobModel::State,
                  {JobWordsText::tr("state %1").arg(stateWord(job.state).toLower()),
                   stateFilterWord(static_cast<int>(job.state))}});
    if (job.faultClass != FaultClass::Count) {
        const QString name = faultClassName(job.faultClass);
        words.append(
            {JobModel::State, {JobWordsText::tr("error %1").arg(name), filterWord(u"error"_s, name)}});
    }
    if (job.slow)
        words.append({JobModel::Time, {JobWordsText::tr("slow jobs"), u"is:slow"_s}});
    const int stage = currentStage(job);
    if (stage >= 0) {
        const QString name = jobs.stageNames(job).value(stage);
        words.append(
            {JobModel::Stages, {JobWordsText::tr("stage %1").arg(name), filterWord(u"stage"_s, name)}});
    }
    return words;
}

} // namespace

QString stateFilterWord(int state)
{
    static const QStringList names{u"queued"_s,    u"waiting"_s, u"running"_s,
                                   u"succeeded"_s, u"failed"_s,  u"cancelled"_s};
    return filterWord(u"is"_s, names.at(state));
}

QList<JobWord> jobWords(const JobModel &jobs, int row, int column)
{
    const JobView &job = jobs.jobs().view(row);
    QList<ColumnWord> candidates = wayWords(jobs, job) + answerWords(job);
    if (const OriginStatus *const origin = jobs.jobs().origin(job.origin)) {
        candidates.append(
            {JobModel::Url,
             {JobWordsText::tr("origin %1").arg(origin->text), filterWord(u"origin"_s, origin->text)}});
    }
    std::ranges::stable_partition(candidates,
                                  [column](const ColumnWord &each) { return each.column == column; });
    QList<JobWord> words;
    for (const ColumnWord &each : std::as_const(candidates))
        words.append(each.word);
    return words;
}

} // namespace inflight
