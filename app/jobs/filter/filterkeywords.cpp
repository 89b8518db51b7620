// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterkeywords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct FilterKeywordsText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobFilter)
};

using enum FilterKeyword::Needs;

QList<FilterKeyword> wayKeywords()
{
    return {
        {u"is"_s, filterConditions().join(", "_L1),
         FilterKeywordsText::tr("what state it is in, or what is true of it"), isTerm},
        {u"stage"_s, u"parse"_s,
         FilterKeywordsText::tr("the stage it is in, waits for or did not get through"), stageTerm},
        {u"error"_s, u"timeout, http.status"_s,
         FilterKeywordsText::tr("the class of its failure, or the beginning of it"), errorTerm},
        {u"attempt"_s, u">1"_s, FilterKeywordsText::tr("how often it was tried"), attemptTerm},
        {u"time"_s, u">2s, 500ms..2s"_s, FilterKeywordsText::tr("from its start to its end, or until now"),
         timeTerm, Time},
        {u"slower-than"_s, u"2s"_s, FilterKeywordsText::tr("the same as time:>"), slowerThanTerm, Time},
        {u"ttfb"_s, u">500ms, 100ms..<200ms"_s,
         FilterKeywordsText::tr("from the request to the first byte of the answer"), ttfbTerm},
        {u"duration"_s, u">2s, 500ms..2s"_s,
         FilterKeywordsText::tr("from its start to its end, if it was not cancelled"), durationTerm},
        {u"faster-than"_s, u"500ms"_s, FilterKeywordsText::tr("the same as duration:<"), fasterThanTerm},
        {u"stage-time"_s, u"parse:>200ms, fetch:100ms..2s"_s,
         FilterKeywordsText::tr("in the stage of this name, once the job has ended"), stageTimeTerm},
    };
}

QList<FilterKeyword> addressKeywords()
{
    return {
        {u"url"_s, u"\"a b\""_s, FilterKeywordsText::tr("a part of the URL, as a word alone"), urlTerm,
         Input},
        {u"domain"_s, u"example.org"_s, FilterKeywordsText::tr("a part of the host"), domainTerm, Input},
        {u"origin"_s, u"https://example.org"_s, FilterKeywordsText::tr("scheme, host and port"), originTerm,
         Input},
        {u"scheme"_s, u"https"_s, FilterKeywordsText::tr("http or https"), schemeTerm, Input},
        {u"method"_s, u"POST"_s, FilterKeywordsText::tr("of the request"), methodTerm, Input},
        {u"regexp"_s, u"\\.json$"_s, FilterKeywordsText::tr("a pattern (PCRE2) in the URL"), regexpTerm,
         Input},
    };
}

QList<FilterKeyword> answerKeywords()
{
    return {
        {u"status-code"_s, u"404, 4xx, 200-299, >=500"_s, FilterKeywordsText::tr("the status of the answer"),
         statusCodeTerm},
        {u"mime-type"_s, u"json"_s, FilterKeywordsText::tr("a part of the media type"), mimeTypeTerm},
        {u"size"_s, u">10k, 1m..2m"_s, FilterKeywordsText::tr("bytes of the body, as far as it has come"),
         sizeTerm},
        {u"larger-than"_s, u"10k"_s, FilterKeywordsText::tr("the same as size:>"), largerThanTerm},
        {u"has-response-header"_s, u"etag"_s, FilterKeywordsText::tr("the answer has this header"),
         responseHeaderTerm},
        {u"set-cookie-name"_s, u"session"_s, FilterKeywordsText::tr("the answer sets this cookie"),
         cookieNameTerm},
        {u"set-cookie-domain"_s, u"example.org"_s,
         FilterKeywordsText::tr("a part of the domain of a cookie it sets"), cookieDomainTerm},
        {u"protocol"_s, u"http/2"_s, FilterKeywordsText::tr("the version of HTTP"), protocolTerm},
    };
}

} // namespace

const QList<FilterKeyword> &filterKeywords()
{
    static const QList<FilterKeyword> all = wayKeywords() + answerKeywords() + addressKeywords();
    return all;
}

const FilterKeyword *filterKeyword(QStringView name)
{
    const QList<FilterKeyword> &all = filterKeywords();
    const auto found = std::ranges::find(all, name, &FilterKeyword::name);
    return found == all.end() ? nullptr : &*found;
}

} // namespace inflight
