// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/foundjobs.h"

#include "net/origin.h"
#include "net/redaction.h"

namespace inflight {

std::shared_ptr<const RequestTemplate> foundRequest(const JobInput &input, bool sameOrigin)
{
    if (!input.request)
        return nullptr;
    auto request = std::make_shared<RequestTemplate>();
    for (const Header &header : input.request->headers) {
        if (sameOrigin || !isSecretHeader(header.name))
            request->headers.append(header);
    }
    return request;
}

QList<JobInput> FoundJobs::take(JobId parent, const JobInput &input, const QString &finalUrl,
                                const FoundUrls &found)
{
    const Origin origin = Origin::of(QUrl(input.url));
    const Origin finalOrigin = Origin::of(QUrl(finalUrl));
    const auto same = foundRequest(input, true);
    const auto other = foundRequest(input, false);
    QList<JobInput> jobs;
    int &given = m_given[found.stage];
    for (const QString &url : found.urls) {
        if (given >= found.most)
            break;
        const QString key = keyOf(url);
        if (m_known.contains(key))
            continue;
        m_known.insert(key);
        ++given;
        const Origin its = Origin::of(QUrl(url));
        JobInput job;
        job.url = url;
        job.request = its == origin && its == finalOrigin ? same : other;
        job.parent = parent;
        job.depth = static_cast<quint16>(input.depth + 1);
        job.firstStage = static_cast<quint16>(found.fromNext ? found.stage + 1 : input.firstStage);
        jobs.append(job);
    }
    return jobs;
}

/// What is after the # is not sent.
QString FoundJobs::keyOf(const QString &url)
{
    return url.section(u'#', 0, 0);
}

} // namespace inflight
