// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"
#include "store/session/sessionreader.h"
#include "store/session/sessionwriter.h"

#include <QCryptographicHash>
#include <QTest>

namespace inflight {

/// A session written as a test needs it: jobs one by one.
class MadeSession
{
public:
    explicit MadeSession(QString path,
                         SessionInfo info = {{},
                                             QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC),
                                             {},
                                             R"({"inflight": 1, "name": "inspect", "stages": []})"})
        : m_path(std::move(path))
        , m_info(std::move(info))
    {}

    /// A job that did not end.
    JobId queue(const QString &url, std::shared_ptr<const RequestTemplate> request = nullptr,
                std::optional<JobId> parent = std::nullopt, quint32 listed = 0)
    {
        JobInput input{.url = url, .request = std::move(request), .parent = parent, .listed = listed};
        m_batch.accepted.push_back({m_next, {std::move(input)}, {}});
        return m_next++;
    }
    /// A job that ended with `body`.
    JobId end(const QString &url, JobState state = JobState::Succeeded, const QByteArray &body = {},
              const std::function<void(JobRecord &)> &change = {})
    {
        JobRecord record;
        record.id = queue(url);
        record.url = record.finalUrl = url;
        record.method = "GET";
        record.state = state;
        record.status = state == JobState::Failed ? 500 : state == JobState::Succeeded ? 200 : 0;
        record.bytes = body.size();
        record.sha256 = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();
        record.started = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + record.id, Qt::UTC);
        record.durationMs = 10;
        if (change)
            change(record);
        m_batch.finished.push_back({std::make_shared<const JobRecord>(std::move(record)), Body(body), {}});
        return m_next - 1;
    }
    /// Writes it; its path.
    QString write()
    {
        SessionWriter writer(m_path, m_info);
        if (const auto fault = writer.write(m_batch))
            qFatal("%s", qPrintable(*fault));
        if (const auto fault = writer.close())
            qFatal("%s", qPrintable(*fault));
        return m_path;
    }

private:
    QString m_path;
    SessionInfo m_info;
    SessionBatch m_batch;
    JobId m_next = 0;
};

inline StoredRun storedRun(const QString &path)
{
    auto read = readSession(path);
    if (const auto *const fault = std::get_if<QString>(&read))
        qFatal("%s", qPrintable(*fault));
    return std::get<StoredRun>(std::move(read));
}

/// "URL state" of every job.
inline QStringList jobsIn(const StoredRun &run)
{
    QStringList jobs;
    for (const RestoredJob &job : run.jobs) {
        const QString state = !job.record                                ? QStringLiteral("queued")
                              : job.record->state == JobState::Succeeded ? QStringLiteral("succeeded")
                              : job.record->state == JobState::Failed    ? QStringLiteral("failed")
                                                                         : QStringLiteral("cancelled");
        jobs.append(job.input.url + u' ' + state);
    }
    return jobs;
}

inline QByteArray bodyIn(const QString &path, JobId id)
{
    const auto stored = SessionBodyReader(path).body(id);
    return stored ? stored->body.bytes().toByteArray() : QByteArray();
}

} // namespace inflight
