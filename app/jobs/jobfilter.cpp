// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobfilter.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr std::array<std::pair<QLatin1StringView, JobState>, 6> stateWords{{
    {"queued"_L1, JobState::Queued},
    {"waiting"_L1, JobState::BackingOff},
    {"running"_L1, JobState::Running},
    {"succeeded"_L1, JobState::Succeeded},
    {"failed"_L1, JobState::Failed},
    {"cancelled"_L1, JobState::Cancelled},
}};

constexpr std::array keywords{"is"_L1, "status-code"_L1, "domain"_L1, "error"_L1, "stage"_L1};

QString tr(const char *text)
{
    return QCoreApplication::translate("inflight::JobFilter", text);
}

bool isKeywordLike(QStringView word)
{
    return !word.isEmpty() && std::ranges::all_of(word, [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-';
    });
}

/// The host in an absolute URL, without userinfo and port. A QUrl for each of 100,000 rows would be slow.
QStringView hostOf(QStringView url)
{
    const qsizetype scheme = url.indexOf("://"_L1);
    if (scheme < 0)
        return {};
    QStringView rest = url.sliced(scheme + 3);
    const auto end = std::ranges::find_if(rest, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    rest = rest.first(end - rest.begin());
    rest = rest.sliced(rest.lastIndexOf(u'@') + 1);
    const qsizetype port = rest.lastIndexOf(u':');
    return port >= 0 && !rest.endsWith(u']') ? rest.first(port) : rest;
}

/// The stage that a job is in, waits for or did not get through; none of a job that succeeded.
QString presentStage(const JobView &job)
{
    if (job.stages.isEmpty())
        return isFinished(job.state) ? QString() : u"fetch"_s;
    const auto open = std::ranges::find_if(job.stages, [](const StageView &stage) {
        return stage.state != StageState::Done && stage.state != StageState::Skipped &&
               stage.state != StageState::Pending;
    });
    return open == job.stages.end() ? QString() : job.stageNames.value(open - job.stages.begin());
}

/// Whether what follows the colon shows that the word is an address: "https://a", "localhost:8080/b".
bool isAddress(QStringView afterColon)
{
    const auto end = std::ranges::find_if(afterColon, [](QChar c) { return !c.isDigit(); });
    const bool isPort = end - afterColon.begin() >= 4 && (end == afterColon.end() || *end == u'/');
    return isPort || afterColon.startsWith("//"_L1);
}

} // namespace

std::variant<JobFilter, QString> JobFilter::parse(QStringView text)
{
    JobFilter filter;
    const QList<QStringView> words = text.split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        TermOrFault parsed = parseWord(word);
        if (QString *fault = std::get_if<QString>(&parsed))
            return std::move(*fault);
        filter.m_terms.append(std::get<Term>(std::move(parsed)));
    }
    return filter;
}

JobFilter::TermOrFault JobFilter::parseWord(QStringView word)
{
    const bool negated = word.size() > 1 && word.front() == u'-';
    const QStringView body = negated ? word.sliced(1) : word;
    const qsizetype colon = body.indexOf(u':');
    const QStringView keyword = body.first(std::max<qsizetype>(colon, 0));
    const QStringView value = body.sliced(colon + 1);
    const bool known = std::ranges::any_of(keywords, [keyword](QLatin1StringView each) {
        return keyword.compare(each, Qt::CaseInsensitive) == 0;
    });

    if (known) {
        TermOrFault parsed = parseKeyword(keyword, value);
        if (Term *term = std::get_if<Term>(&parsed))
            term->negated = negated;
        return parsed;
    }
    if (isKeywordLike(keyword) && !isAddress(value))
        return tr("“%1:” is not a filter keyword. There are is:, stage:, status-code:, domain: and error:.")
            .arg(keyword);
    return Term{.kind = Kind::UrlText, .negated = negated, .text = body.toString()};
}

JobFilter::TermOrFault JobFilter::parseKeyword(QStringView keyword, QStringView value)
{
    if (keyword.compare("is"_L1, Qt::CaseInsensitive) == 0)
        return parseState(value);
    if (keyword.compare("status-code"_L1, Qt::CaseInsensitive) == 0)
        return parseStatusCode(value);
    if (keyword.compare("error"_L1, Qt::CaseInsensitive) == 0)
        return parseError(value);
    if (keyword.compare("stage"_L1, Qt::CaseInsensitive) == 0 && value.isEmpty())
        return tr("stage: needs the name of a stage, such as stage:fetch.");
    if (keyword.compare("stage"_L1, Qt::CaseInsensitive) == 0)
        return Term{.kind = Kind::Stage, .text = value.toString()};
    if (value.isEmpty())
        return tr("domain: needs a host or a part of one, such as domain:example.org.");
    return Term{.kind = Kind::Domain, .text = value.toString()};
}

JobFilter::TermOrFault JobFilter::parseState(QStringView value)
{
    if (value.compare("slow"_L1, Qt::CaseInsensitive) == 0)
        return Term{.kind = Kind::Slow, .text = {}};
    const auto found = std::ranges::find_if(stateWords, [value](const auto &each) {
        return value.compare(each.first, Qt::CaseInsensitive) == 0;
    });
    if (found == stateWords.end())
        return tr("is: needs one of running, queued, waiting, succeeded, failed, cancelled, slow.");
    return Term{.kind = Kind::State, .state = found->second, .text = {}};
}

JobFilter::TermOrFault JobFilter::parseStatusCode(QStringView value)
{
    if (value.size() == 3 && value.front().isDigit() &&
        value.sliced(1).compare("xx"_L1, Qt::CaseInsensitive) == 0) {
        const int first = value.first(1).toInt() * 100;
        return Term{.kind = Kind::StatusCode, .firstStatus = first, .lastStatus = first + 99, .text = {}};
    }
    bool isNumber = false;
    const int status = value.toInt(&isNumber);
    if (!isNumber || status < 100 || status > 999)
        return tr("status-code: needs a status such as 404, or a class such as 4xx.");
    return Term{.kind = Kind::StatusCode, .firstStatus = status, .lastStatus = status, .text = {}};
}

JobFilter::TermOrFault JobFilter::parseError(QStringView value)
{
    const QString wanted = value.toString().toLower();
    QStringList names;
    for (int i = 0; i < static_cast<int>(FaultClass::Count); ++i)
        names.append(faultClassName(static_cast<FaultClass>(i)));
    const bool known =
        std::ranges::any_of(names, [&wanted](const QString &name) { return name.startsWith(wanted); });
    if (wanted.isEmpty() || !known)
        return tr("error: needs one of %1.").arg(names.join(", "_L1));
    return Term{.kind = Kind::Error, .text = wanted};
}

bool JobFilter::isLive() const
{
    return std::ranges::any_of(
        m_terms, [](const Term &term) { return term.kind != Kind::UrlText && term.kind != Kind::Domain; });
}

bool JobFilter::matches(const JobView &job, QStringView url) const
{
    return std::ranges::all_of(
        m_terms, [&job, url](const Term &term) { return holds(term, job, url) != term.negated; });
}

bool JobFilter::holds(const Term &term, const JobView &job, QStringView url)
{
    switch (term.kind) {
    case Kind::UrlText:
        return url.contains(term.text, Qt::CaseInsensitive);
    case Kind::Domain:
        return hostOf(url).contains(term.text, Qt::CaseInsensitive);
    case Kind::State:
        return job.state == term.state;
    case Kind::Slow:
        return job.slow;
    case Kind::StatusCode:
        return job.status >= term.firstStatus && job.status <= term.lastStatus;
    case Kind::Error:
        return job.faultClass != FaultClass::Count && faultClassName(job.faultClass).startsWith(term.text);
    case Kind::Stage:
        return presentStage(job).compare(term.text, Qt::CaseInsensitive) == 0;
    }
    Q_UNREACHABLE();
}

} // namespace inflight
