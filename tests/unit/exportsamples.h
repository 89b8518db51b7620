// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "store/export/exporter.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QString>

namespace inflight {

using namespace Qt::StringLiterals;

/// What no output may have unless it is asked for.
inline const QByteArray sampleSecret = "sesame";

/// A text with everything that breaks formats.
inline QString nastyText()
{
    QString text = u"=cmd|' /C calc'!A0, \"quoted\"\r\nline ]]> <b>&amp;\t"_s;
    text += QChar(u'\0');
    text += QChar(u'\x1b');
    text += QChar(0xD800); // half of a pair
    text += u"é 世界 "_s + QString::fromUcs4(U"\U0001F600") + QChar(0xFFFF);
    return text;
}

inline JobRecord sampleRecord(JobId id = 0)
{
    JobRecord record;
    record.id = id;
    record.url = u"https://user:sesame@h.example/a%20b?api_key=sesame&q=1+2&empty="_s;
    record.finalUrl = record.url;
    record.state = JobState::Succeeded;
    record.status = 200;
    record.statusText = u"OK"_s;
    record.httpVersion = u"1.1"_s;
    record.method = "GET";
    record.requestHeaders = {{"Authorization", "Bearer sesame"}, {"Cookie", "a=sesame; b=sesame"}};
    record.headers = {
        {"Set-Cookie", "sid=sesame; Path=/; HttpOnly; Secure; Expires=Wed, 21 Oct 2026 07:28:00 GMT"},
        {"Content-Type", "text/plain"},
        {"X-Latin", "caf\xe9"}};
    record.contentType = u"text/plain"_s;
    record.bytes = 5;
    record.wireBytes = 5;
    record.sha256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    record.started = QDateTime(QDate(2026, 1, 31), QTime(12, 0, 0, 123), Qt::UTC);
    record.durationMs = 35.25;
    AttemptRecord attempt;
    attempt.state = AttemptState::Succeeded;
    attempt.started = record.started;
    attempt.status = 200;
    attempt.timings = {0.5, 1.25, 20.5, 2.0};
    record.attempts = {attempt};
    record.stages = {{u"fetch"_s, StageState::Done, 0.0, 24.0, u"200 OK"_s}};
    return record;
}

inline JobRecord failedRecord(JobId id = 1)
{
    JobRecord record = sampleRecord(id);
    record.state = JobState::Failed;
    record.status = 0;
    record.headers = {};
    record.httpVersion.clear();
    record.fault = Fault{FaultClass::Refused, u"fetch"_s, nastyText()};
    record.attempts.first().state = AttemptState::Failed;
    record.attempts.first().timings = {0.5, {}, {}, {}};
    return record;
}

/// Cancelled before it began.
inline JobRecord cancelledRecord(JobId id = 2)
{
    JobRecord record;
    record.id = id;
    record.url = u"http://h.example/never"_s;
    record.state = JobState::Cancelled;
    return record;
}

inline FinishedJob finished(JobRecord record, const QByteArray &body = {}, const QByteArray &coding = {})
{
    return {std::make_shared<const JobRecord>(std::move(record)), Body(body), coding};
}

inline QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Every file in the folder and below, hidden ones too, by its path from there.
inline QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(QDir(folder).relativeFilePath(each.next()));
    files.sort();
    return files;
}

/// Writes `jobs` to `path`; what went wrong.
inline std::optional<QString> exportTo(const QString &path, OutputFormat format,
                                       const QList<FinishedJob> &jobs, const ExportContext &context = {},
                                       const QStringList &columns = {})
{
    const auto exporter = Exporter::make({path, format, columns}, context);
    std::optional<QString> error = exporter->open();
    for (const FinishedJob &job : jobs) {
        if (!error)
            error = exporter->write(job);
    }
    return error ? error : exporter->commit();
}

} // namespace inflight
