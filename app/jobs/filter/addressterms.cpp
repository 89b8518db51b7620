// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterterms.h"
#include "jobs/filter/urlparts.h"
#include "pipeline/regexprogram.h"

#include <QCoreApplication>
#include <QStringMatcher>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct AddressTermsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobFilter)
};

/// What an honest pattern needs on a URL is a few hundred; a filter goes over 100,000 of them.
constexpr quint32 mostSteps = 2'000;

} // namespace

FilterTestOrMessage urlTerm(const QString &value)
{
    if (value.isEmpty())
        return AddressTermsText::tr("a part of the URL is missing.");
    const QStringMatcher matcher(value, Qt::CaseInsensitive);
    return [matcher](const FilterSubject &subject) { return matcher.indexIn(subject.url) >= 0; };
}

FilterTestOrMessage domainTerm(const QString &value)
{
    if (value.isEmpty())
        return AddressTermsText::tr("a host or a part of one is missing, such as domain:example.org.");
    const QStringMatcher matcher(value, Qt::CaseInsensitive);
    return [matcher](const FilterSubject &subject) {
        return matcher.indexIn(urlPartsOf(subject.url).host) >= 0;
    };
}

FilterTestOrMessage originTerm(const QString &value)
{
    if (value.isEmpty())
        return AddressTermsText::tr("an origin is missing, such as origin:https://example.org.");
    const bool anyScheme = !value.contains("://"_L1);
    const QString whole = anyScheme ? "http://"_L1 + value : value;
    return [whole, anyScheme](const FilterSubject &subject) {
        const UrlParts wanted = urlPartsOf(whole);
        const UrlParts there = urlPartsOf(subject.url);
        if (there.host.compare(wanted.host, Qt::CaseInsensitive) != 0)
            return false;
        if (!anyScheme && there.scheme.compare(wanted.scheme, Qt::CaseInsensitive) != 0)
            return false;
        return anyScheme ? there.port == wanted.port : effectivePort(there) == effectivePort(wanted);
    };
}

FilterTestOrMessage schemeTerm(const QString &value)
{
    if (value.compare("http"_L1, Qt::CaseInsensitive) != 0 &&
        value.compare("https"_L1, Qt::CaseInsensitive) != 0)
        return AddressTermsText::tr("needs http or https.");
    return [value](const FilterSubject &subject) {
        return urlPartsOf(subject.url).scheme.compare(value, Qt::CaseInsensitive) == 0;
    };
}

FilterTestOrMessage methodTerm(const QString &value)
{
    if (value.isEmpty())
        return AddressTermsText::tr("a method is missing, such as method:POST.");
    const QByteArray method = value.toUtf8();
    return [method](const FilterSubject &subject) {
        return subject.method.compare(method, Qt::CaseInsensitive) == 0;
    };
}

FilterTestOrMessage regexpTerm(const QString &value)
{
    if (value.isEmpty())
        return AddressTermsText::tr("a pattern is missing, such as regexp:\\d+$.");
    auto compiled = RegexProgram::compile(value, {.mostSteps = mostSteps});
    if (const auto *const message = std::get_if<QString>(&compiled))
        return *message;
    const auto program = std::get<std::shared_ptr<const RegexProgram>>(std::move(compiled));
    return [program](const FilterSubject &subject) {
        RegexProgram::Places places;
        return program->match(subject.url.toUtf8(), 0, places) == RegexProgram::Result::Match;
    };
}

} // namespace inflight
