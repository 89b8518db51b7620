// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/redactedrun.h"

#include "net/redaction.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString shown(const QString &url)
{
    return displayUrl(url, Secrets::Redacted);
}

std::optional<Fault> redacted(std::optional<Fault> fault)
{
    if (fault)
        fault->message = displayText(fault->message, Secrets::Redacted);
    return fault;
}

JobRecordPtr redacted(const JobRecordPtr &whole)
{
    if (!whole)
        return nullptr;
    JobRecord record = *whole;
    record.url = shown(record.url);
    record.name = displayText(record.name, Secrets::Redacted);
    record.finalUrl = shown(record.finalUrl);
    record.fault = redacted(record.fault);
    record.requestHeaders = displayHeaders(record.requestHeaders, Secrets::Redacted);
    record.headers = displayHeaders(record.headers, Secrets::Redacted);
    for (QString &url : record.redirects)
        url = shown(url);
    for (AttemptRecord &attempt : record.attempts)
        attempt.fault = redacted(attempt.fault);
    for (StageRecord &stage : record.stages)
        stage.detail = displayText(stage.detail, Secrets::Redacted);
    return std::make_shared<const JobRecord>(std::move(record));
}

RequestTemplate redacted(RequestTemplate request)
{
    request.headers = displayHeaders(request.headers, Secrets::Redacted);
    if (!request.body.isEmpty())
        request.body = redactedText.toUtf8();
    return request;
}

/// An argument of a command in a pipeline may be a whole header, as of curl -H.
QString redactedOption(const QString &value)
{
    const qsizetype colon = value.indexOf(u':');
    if (colon > 0 && isSecretHeader(value.first(colon).toLatin1()))
        return u"%1: %2"_s.arg(value.first(colon), redactedText);
    return displayText(value, Secrets::Redacted);
}

QJsonValue redacted(const QJsonValue &value)
{
    if (value.isString())
        return redactedOption(value.toString());
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue &item : value.toArray())
            list.append(redacted(item));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        *it = redacted(QJsonValue(*it));
    return object;
}

/// The text as it stands when there is nothing in it to hide.
QByteArray redactedPipeline(const QByteArray &text)
{
    const QJsonObject pipeline = QJsonDocument::fromJson(text).object();
    const QJsonObject shown = redacted(QJsonValue(pipeline)).toObject();
    return shown == pipeline ? text : QJsonDocument(shown).toJson();
}

/// Requests, each of them redacted once however many jobs share it.
class RedactedRequests
{
public:
    std::shared_ptr<const RequestTemplate> shared(const std::shared_ptr<const RequestTemplate> &request)
    {
        if (!request)
            return nullptr;
        auto &known = m_redacted[request];
        if (!known)
            known = std::make_shared<const RequestTemplate>(redacted(*request));
        return known;
    }

private:
    QHash<std::shared_ptr<const RequestTemplate>, std::shared_ptr<const RequestTemplate>> m_redacted;
};

} // namespace

StoredRun redacted(StoredRun run)
{
    for (QString &argument : run.info.arguments)
        argument = displayText(argument, Secrets::Redacted);
    run.info.pipeline = redactedPipeline(run.info.pipeline);
    RedactedRequests requests;
    run.info.request = requests.shared(run.info.request);
    for (RestoredJob &job : run.jobs) {
        job.input.url = shown(job.input.url);
        job.input.name = displayText(job.input.name, Secrets::Redacted);
        job.input.request = requests.shared(job.input.request);
        job.record = redacted(job.record);
    }
    return run;
}

} // namespace inflight
