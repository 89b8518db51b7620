// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/filter/filterfault.h"
#include "jobs/filter/filterterms.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <memory>
#include <optional>
#include <variant>

namespace inflight {

struct FilterWord;
struct JobRecord;
using JobRecordPtr = std::shared_ptr<const JobRecord>;

/// Which jobs are shown, acted on and exported. Words separated by spaces must all hold; a leading `-` turns
/// one round: `keyword:value` (filterKeywords()), and any other word is looked for in the URL, without regard
/// to case. An immutable value; any thread.
class JobFilter
{
public:
    /// Lets every job through.
    JobFilter() = default;

    /// The filter that `text` describes, or what is wrong with the first word that is not understood.
    static std::variant<JobFilter, FilterFault> parse(QStringView text);

    [[nodiscard]] bool matches(const FilterSubject &subject) const;
    /// Of a job that has ended, as its row in the window would be judged. `found`: in another job's output.
    [[nodiscard]] bool matches(const JobRecordPtr &record, bool found) const;
    /// Whether every job passes.
    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    /// Whether a job may pass at one moment and not at another…
    [[nodiscard]] bool isLive() const { return m_isLive; }
    /// …and this merely because time goes by.
    [[nodiscard]] bool isTimed() const { return m_isTimed; }

private:
    struct Term
    {
        FilterTest holds;
        bool negated = false;
    };

    std::optional<FilterFault> add(const FilterWord &word);

    QList<Term> m_terms;
    bool m_isLive = false;
    bool m_isTimed = false;
};

} // namespace inflight
