// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobfilter.h"

#include "jobs/activejob.h"
#include "jobs/filter/filterkeywords.h"
#include "jobs/filter/filterwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JobFilterText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobFilter)
};

QString unknownKeyword(const QString &keyword)
{
    QStringList names;
    for (const FilterKeyword &each : filterKeywords())
        names.append(each.name + u':');
    return JobFilterText::tr(
               "“%1:” is not a keyword of the filter. There are %2. In quotes it is text of the URL.")
        .arg(keyword, names.join(", "_L1));
}

} // namespace

std::variant<JobFilter, FilterFault> JobFilter::parse(QStringView text)
{
    auto words = filterWords(text);
    if (auto *const fault = std::get_if<FilterFault>(&words))
        return std::move(*fault);
    JobFilter filter;
    const auto &list = std::get<QList<FilterWord>>(words);
    for (const FilterWord &word : list) {
        if (auto fault = filter.add(word))
            return *std::move(fault);
    }
    return filter;
}

std::optional<FilterFault> JobFilter::add(const FilterWord &word)
{
    const bool isPlain = word.keyword.isEmpty();
    const FilterKeyword *const keyword = filterKeyword(isPlain ? QStringView(u"url") : word.keyword);
    if (!keyword)
        return FilterFault{unknownKeyword(word.keyword), word.position, word.length};
    FilterTestOrMessage read = keyword->read(word.value);
    if (const auto *const message = std::get_if<QString>(&read)) {
        const QString name = isPlain ? QString() : keyword->name + ": "_L1;
        return FilterFault{name + *message, word.position, word.length};
    }
    m_terms.append({std::get<FilterTest>(std::move(read)), word.negated});
    m_isLive = m_isLive || keyword->needs != FilterKeyword::Needs::Input;
    m_isTimed = m_isTimed || keyword->needs == FilterKeyword::Needs::Time;
    return std::nullopt;
}

bool JobFilter::matches(const FilterSubject &subject) const
{
    return std::ranges::all_of(m_terms,
                               [&subject](const Term &term) { return term.holds(subject) != term.negated; });
}

bool JobFilter::matches(const JobRecordPtr &record, bool found) const
{
    if (isEmpty())
        return true;
    const JobView view = viewOfRecord(*record, record, 0);
    return matches(FilterSubject{.job = view, .url = record->url, .method = record->method, .found = found});
}

} // namespace inflight
