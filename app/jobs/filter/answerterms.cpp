// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterrange.h"
#include "jobs/filter/filterterms.h"
#include "jobs/jobrecord.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct AnswerTermsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobFilter)
};

constexpr double leastStatus = 100;
constexpr double mostStatus = 999;

/// "4xx": 400 to 499.
std::optional<FilterRange> statusClass(QStringView value)
{
    const bool isClass = value.size() == 3 && value.front() >= u'1' && value.front() <= u'9' &&
                         value.sliced(1).compare("xx"_L1, Qt::CaseInsensitive) == 0;
    if (!isClass)
        return std::nullopt;
    const double first = value.first(1).toInt() * 100;
    return FilterRange{.lowest = first, .highest = first + 99};
}

bool isStatus(double number)
{
    return std::isinf(number) || (number >= leastStatus && number <= mostStatus);
}

/// Whether any Set-Cookie holds.
template <typename Function>
FilterTest anyCookie(Function holds)
{
    return [holds](const FilterSubject &subject) {
        return subject.job.record &&
               std::ranges::any_of(subject.job.record.headers(), [&](const Header &header) {
                   return header.name.compare("set-cookie", Qt::CaseInsensitive) == 0 && holds(header.value);
               });
    };
}

/// The domain that a Set-Cookie names (RFC 6265, section 5.2.3); empty: none.
QByteArray cookieDomain(const QByteArray &cookie)
{
    for (const QByteArray &attribute : cookie.split(';')) {
        const qsizetype equals = attribute.indexOf('=');
        if (equals > 0 && attribute.first(equals).trimmed().compare("domain", Qt::CaseInsensitive) == 0)
            return attribute.sliced(equals + 1).trimmed();
    }
    return {};
}

} // namespace

FilterTestOrMessage statusCodeTerm(const QString &value)
{
    const QString wanted =
        AnswerTermsText::tr("needs a status such as 404, a class such as 4xx, a range such as 200-299 or "
                            "a comparison such as >=500.");
    std::optional<FilterRange> range = statusClass(value);
    if (!range) {
        const auto read = rangeFromText(value, FilterUnit::Count);
        if (const auto *const found = std::get_if<FilterRange>(&read))
            range = *found;
    }
    if (!range || !isStatus(range->lowest) || !isStatus(range->highest))
        return wanted;
    return [range = *range](const FilterSubject &subject) {
        return subject.job.status != 0 && range.contains(subject.job.status);
    };
}

FilterTestOrMessage mimeTypeTerm(const QString &value)
{
    if (value.isEmpty())
        return AnswerTermsText::tr("a media type or a part of one is missing, such as mime-type:json.");
    return [value](const FilterSubject &subject) {
        return subject.job.record && subject.job.record.contentType().contains(value, Qt::CaseInsensitive);
    };
}

FilterTestOrMessage responseHeaderTerm(const QString &value)
{
    if (value.isEmpty())
        return AnswerTermsText::tr("the name of a header is missing, such as has-response-header:etag.");
    return [name = value.toUtf8()](const FilterSubject &subject) {
        return subject.job.record &&
               std::ranges::any_of(subject.job.record.headers(), [&](const Header &header) {
                   return header.name.compare(name, Qt::CaseInsensitive) == 0;
               });
    };
}

FilterTestOrMessage cookieNameTerm(const QString &value)
{
    if (value.isEmpty())
        return AnswerTermsText::tr("the name of a cookie is missing.");
    return anyCookie([name = value.toUtf8()](const QByteArray &cookie) {
        return cookie.first(std::max<qsizetype>(cookie.indexOf('='), 0)).trimmed() == name;
    });
}

FilterTestOrMessage cookieDomainTerm(const QString &value)
{
    if (value.isEmpty())
        return AnswerTermsText::tr("the domain of a cookie is missing.");
    return anyCookie([domain = value.toUtf8().toLower()](const QByteArray &cookie) {
        return cookieDomain(cookie).toLower().contains(domain);
    });
}

FilterTestOrMessage protocolTerm(const QString &value)
{
    if (value.isEmpty())
        return AnswerTermsText::tr("a version of HTTP is missing, such as protocol:http/1.1.");
    return [value](const FilterSubject &subject) {
        const JobRecordPtr record = subject.job.record.get();
        return record && !record->httpVersion.isEmpty() &&
               ("HTTP/"_L1 + record->httpVersion).contains(value, Qt::CaseInsensitive);
    };
}

} // namespace inflight
