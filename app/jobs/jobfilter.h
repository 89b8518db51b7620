// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <variant>

namespace inflight {

/// Which jobs are shown. Words separated by spaces must all hold; a leading `-` turns one round:
/// `is:running|queued|waiting|succeeded|failed|cancelled|slow`, `status-code:404` or `status-code:4xx`,
/// `stage:NAME` (the stage that a job is in, waits for or did not get through), `domain:TEXT` (part of the
/// host), `error:CLASS` (or its beginning, such as `error:timeout`), and any other word is looked for in the
/// URL, without regard to case. An immutable value.
class JobFilter
{
public:
    /// Lets every job through.
    JobFilter() = default;

    /// The filter that `text` describes, or a translated sentence about the first word that is not
    /// understood.
    static std::variant<JobFilter, QString> parse(QStringView text);

    [[nodiscard]] bool matches(const JobView &job, QStringView url) const;
    /// Whether every job passes.
    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    /// Whether a job may pass at one moment and not at another.
    [[nodiscard]] bool isLive() const;

private:
    enum class Kind : quint8 { UrlText, Domain, State, Slow, StatusCode, Error, Stage };
    struct Term
    {
        Kind kind = Kind::UrlText;
        bool negated = false;
        JobState state = JobState::Queued;
        int firstStatus = 0;
        int lastStatus = 0; ///< included
        QString text;
    };
    using TermOrFault = std::variant<Term, QString>;

    static TermOrFault parseWord(QStringView word);
    static TermOrFault parseKeyword(QStringView keyword, QStringView value);
    static TermOrFault parseState(QStringView value);
    static TermOrFault parseStatusCode(QStringView value);
    static TermOrFault parseError(QStringView value);
    static bool holds(const Term &term, const JobView &job, QStringView url);

    QList<Term> m_terms;
};

} // namespace inflight
