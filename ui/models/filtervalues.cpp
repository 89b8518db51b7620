// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/filtervalues.h"

#include "jobs/filter/filterkeywords.h"
#include "jobs/jobrecord.h"
#include "ui/models/jobmodel.h"

#include <QUrl>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int mostLookedAt = 20'000;
constexpr std::size_t mostValues = 200;

/// What `valueOf` gives of the jobs, sorted, each once.
template <typename Function>
QStringList seen(const JobTable &jobs, Function valueOf)
{
    std::set<QString> values;
    const int step = std::max(1, jobs.size() / mostLookedAt);
    for (int row = 0; row < jobs.size() && values.size() < mostValues; row += step)
        values.insert(valueOf(row));
    values.erase(QString());
    return {values.begin(), values.end()};
}

QStringList statusCodes(const JobTable &jobs)
{
    QStringList codes = seen(jobs, [&jobs](int row) {
        const quint16 status = jobs.view(row).status;
        return status == 0 ? QString() : QString::number(status);
    });
    std::set<QString> classes;
    for (const QString &code : std::as_const(codes))
        classes.insert(code.first(1) + "xx"_L1);
    codes.append({classes.begin(), classes.end()});
    return codes;
}

QStringList mediaTypes(const JobTable &jobs)
{
    return seen(jobs, [&jobs](int row) {
        const JobView &job = jobs.view(row);
        return job.record ? job.record.contentType().section(u';', 0, 0).trimmed().toLower() : QString();
    });
}

QStringList faultClasses(const JobTable &jobs)
{
    return seen(jobs, [&jobs](int row) {
        const FaultClass faultClass = jobs.view(row).faultClass;
        return faultClass == FaultClass::Count ? QString() : QString(faultClassName(faultClass));
    });
}

QStringList responseHeaders(const JobTable &jobs)
{
    std::set<QString> names;
    const int step = std::max(1, jobs.size() / 200);
    for (int row = 0; row < jobs.size(); row += step) {
        if (!jobs.view(row).record)
            continue;
        for (const Header &header : jobs.view(row).record.headers())
            names.insert(QString::fromLatin1(header.name).toLower());
    }
    return {names.begin(), names.end()};
}

/// A comparison and a range of each stage, to be changed.
QStringList stageTimes(const QStringList &stages)
{
    QStringList values;
    for (const QString &stage : stages)
        values << stage + ":>1s"_L1 << stage + ":100ms..1s"_L1;
    return values;
}

QStringList origins(const JobTable &jobs, bool hostsAlone)
{
    std::set<QString> values;
    for (int i = 0; i < jobs.originCount() && values.size() < mostValues; ++i) {
        const QString text = jobs.origin(static_cast<quint32>(i))->text;
        values.insert(hostsAlone ? QUrl(text).host() : text);
    }
    return {values.begin(), values.end()};
}

} // namespace

QStringList filterValues(const QString &keyword, const JobModel &jobs)
{
    const JobTable &table = jobs.jobs();
    if (keyword == "is"_L1)
        return filterConditions();
    if (keyword == "stage"_L1)
        return jobs.stageNames();
    if (keyword == "stage-time"_L1)
        return stageTimes(jobs.stageNames());
    if (keyword == "status-code"_L1)
        return statusCodes(table);
    if (keyword == "error"_L1)
        return faultClasses(table);
    if (keyword == "mime-type"_L1)
        return mediaTypes(table);
    if (keyword == "domain"_L1 || keyword == "origin"_L1)
        return origins(table, keyword == "domain"_L1);
    if (keyword == "method"_L1)
        return seen(table, [&table](int row) { return QString::fromLatin1(table.method(row)); });
    if (keyword == "has-response-header"_L1)
        return responseHeaders(table);
    if (keyword == "scheme"_L1)
        return {u"http"_s, u"https"_s};
    const FilterKeyword *const known = filterKeyword(keyword);
    const bool isComparison = known && known->example.startsWith(u'>');
    return isComparison ? known->example.split(u", "_s) : QStringList();
}

} // namespace inflight
