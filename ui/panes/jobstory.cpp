// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobstory.h"

#include "jobs/humantext.h"
#include "net/redaction.h"
#include "ui/models/jobtext.h"
#include "ui/panes/html.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("inflight::JobStory", text);
}

QString statusText(const JobStory &story)
{
    if (!story.record || story.record->status == 0)
        return story.view.status == 0 ? QString() : QString::number(story.view.status);
    return u"%1 %2"_s.arg(story.record->status).arg(story.record->statusText).trimmed();
}

QString sizeText(const JobStory &story)
{
    if (story.record && story.record->wireBytes > 0 && story.record->wireBytes != story.record->bytes) {
        return tr("%1, %2 as received")
            .arg(formatBytes(story.record->bytes), formatBytes(story.record->wireBytes));
    }
    if (!isFinished(story.view.state) && story.view.totalBytes > 0)
        return tr("%1 of %2 so far").arg(formatBytes(story.view.bytes), formatBytes(story.view.totalBytes));
    return story.view.bytes > 0 ? formatBytes(story.view.bytes) : QString();
}

void writeFault(Html &html, const JobStory &story)
{
    if (!story.record || !story.record->fault)
        return;
    const Fault &fault = *story.record->fault;
    const QString name = faultClassName(fault.faultClass);
    html.notice(Tone::Bad, fault.stage.isEmpty() ? name : tr("%1 in %2").arg(name, fault.stage),
                fault.message);
}

/// `none`: what to say when there are no headers.
void writeHeaders(Html &html, const QString &title, const HeaderList &headers, const QString &none)
{
    html.heading(title);
    if (headers.isEmpty())
        return html.hint(none);
    html.beginTable();
    for (const Header &header : displayHeaders(headers, Secrets::Redacted))
        html.fact(QString::fromLatin1(header.name), QString::fromUtf8(header.value));
    html.endTable();
}

/// Indented where that is possible; what Qt's JSON cannot hold is shown as it is.
QString jsonText(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return QString::fromUtf8(document.isNull() ? json : document.toJson().trimmed());
}

} // namespace

QString overviewHtml(const JobStory &story, const Theme &theme)
{
    Html html(theme);
    writeFault(html, story);
    if (!story.slowText.isEmpty())
        html.notice(Tone::Caution, story.slowText,
                    tr("It takes unusually long. Cancel it (Ctrl+.), or let it go on."));
    if (story.view.insecure) {
        html.notice(Tone::Caution, insecureText(story.view),
                    tr("Inflight was told not to verify certificates (--insecure): somebody on the way could "
                       "have read or changed what came."));
    }
    html.beginTable();
    html.fact(tr("URL"), displayUrl(story.url, Secrets::Redacted));
    const JobRecord *record = story.record.get();
    if (record && !record->finalUrl.isEmpty() && record->finalUrl != story.url)
        html.fact(tr("Final URL"), displayUrl(record->finalUrl, Secrets::Redacted));
    // What a notice above says is not said again.
    html.fact(tr("State"), story.slowText.isEmpty() ? story.stateText : stateWord(story.view.state));
    html.fact(tr("Status"), statusText(story));
    const auto elapsed = elapsedMs(story.view, story.nowMs);
    html.fact(tr("Time"), elapsed ? formatDuration(*elapsed) : QString());
    html.fact(tr("Size"), sizeText(story));
    html.fact(tr("Attempts"), story.view.attempt > 0 ? formatCount(story.view.attempt) : QString());
    if (record) {
        html.fact(tr("Type"), record->contentType);
        html.fact(tr("SHA-256"), QString::fromLatin1(record->sha256));
        html.fact(tr("Saved to"), record->savedTo);
        html.fact(tr("HTTP version"), record->httpVersion);
        html.fact(tr("Started"),
                  QLocale().toString(record->started.toLocalTime(), u"yyyy-MM-dd HH:mm:ss.zzz"_s));
    }
    html.endTable();
    return html.text();
}

QString headersHtml(const JobStory &story, const Theme &theme)
{
    Html html(theme);
    if (!story.record) {
        html.hint(tr("Headers appear here once the request is sent."));
        return html.text();
    }
    const JobRecord &record = *story.record;
    const QString answer = record.httpVersion.isEmpty()
                               ? tr("Response")
                               : tr("Response: HTTP/%1 %2").arg(record.httpVersion, statusText(story));
    writeHeaders(html, answer, record.headers,
                 isFinished(story.view.state) ? tr("No answer.") : tr("No answer yet."));
    writeHeaders(html,
                 record.method.isEmpty() ? tr("Request")
                                         : tr("Request: %1").arg(QString::fromLatin1(record.method)),
                 record.requestHeaders, tr("Not sent yet."));
    return html.text();
}

QString bodyHtml(const JobStory &story, const Theme &theme)
{
    Html html(theme);
    const JobRecord *record = story.record.get();
    if (record && !record->output.isEmpty()) {
        html.heading(tr("Output of the pipeline"));
        html.preformatted(jsonText(record->output));
    }
    if (record && !record->snippet.isEmpty()) {
        html.heading(tr("First characters of the body"));
        html.preformatted(record->snippet);
    } else if (!isFinished(story.view.state)) {
        html.hint(tr("The first characters of the body appear here once it has come."));
    } else if (story.view.bytes > 0) {
        html.hint(tr("The body is not text."));
    } else {
        html.hint(tr("There is no body."));
    }
    return html.text();
}

} // namespace inflight
