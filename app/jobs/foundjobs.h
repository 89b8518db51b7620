// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"
#include "jobs/stagerun.h"

#include <QHash>
#include <QList>
#include <QSet>

namespace inflight {

/// The request for a URL that was found in the answer to `input`: a GET with the same headers, but secrets
/// (isSecretHeader()) only for the same origin. Null when there is nothing to say.
std::shared_ptr<const RequestTemplate> foundRequest(const JobInput &input, bool sameOrigin);

/// Turns what stages found into jobs: each URL once a run, and no more than the stage allows. Lives on the
/// engine's thread.
class FoundJobs
{
public:
    /// URLs that are jobs already.
    void know(const JobInput &input) { m_known.insert(keyOf(input.url)); }
    /// A job that `stage` found in an earlier process counts towards what it may find.
    void countEarlier(std::size_t stage) { ++m_given[stage]; }
    /// Forgets how many each stage gave: there is another pipeline.
    void restart() { m_given.clear(); }
    /// The jobs for those of `found` that are new.
    QList<JobInput> take(JobId parent, const JobInput &input, const QString &finalUrl,
                         const FoundUrls &found);

private:
    static QString keyOf(const QString &url);

    QSet<QString> m_known;
    QHash<std::size_t, int> m_given; ///< by stage
};

} // namespace inflight
