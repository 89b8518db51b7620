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

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct JobStoryText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobStory)
};

QString statusText(const JobStory &story)
{
    if (!story.record || story.record->status == 0)
        return story.view.status == 0 ? QString() : QString::number(story.view.status);
    return u"%1 %2"_s.arg(story.record->status).arg(story.record->statusText).trimmed();
}

QString sizeText(const JobStory &story)
{
    if (story.record && story.record->wireBytes > 0 && story.record->wireBytes != story.record->bytes) {
        return JobStoryText::tr("%1, %2 as received")
            .arg(formatBytes(story.record->bytes), formatBytes(story.record->wireBytes));
    }
    if (!isFinished(story.view.state) && story.view.totalBytes > 0)
        return JobStoryText::tr("%1 of %2 so far")
            .arg(formatBytes(story.view.bytes), formatBytes(story.view.totalBytes));
    return story.view.bytes > 0 ? formatBytes(story.view.bytes) : QString();
}

void writeRedirects(Html &html, const JobRecord &record)
{
    if (record.redirects.isEmpty())
        return;
    html.heading(JobStoryText::tr("Redirects"));
    html.beginTable();
    int number = 0;
    QStringList chain = QStringList{record.url} + record.redirects + QStringList{record.finalUrl};
    chain.erase(std::unique(chain.begin(), chain.end()), chain.end());
    for (const QString &url : std::as_const(chain))
        html.fact(QString::number(++number), displayUrl(url, Secrets::Redacted));
    html.endTable();
}

void writeFault(Html &html, const JobStory &story)
{
    if (!story.record || !story.record->fault)
        return;
    const Fault &fault = *story.record->fault;
    const QString name = faultClassName(fault.faultClass);
    html.notice(Tone::Bad, fault.stage.isEmpty() ? name : JobStoryText::tr("%1 in %2").arg(name, fault.stage),
                fault.message);
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
                    JobStoryText::tr("It takes unusually long. Cancel it (Ctrl+.), or let it go on."));
    if (story.view.insecure) {
        html.notice(
            Tone::Caution, insecureText(story.view),
            JobStoryText::tr(
                "Inflight was told not to verify certificates (--insecure): somebody on the way could "
                "have read or changed what came."));
    }
    html.beginTable();
    const JobRecord *record = story.record.get();
    if (record && !record->name.isEmpty())
        html.fact(JobStoryText::tr("Name"), record->name);
    else if (story.contents)
        html.fact(JobStoryText::tr("Name"), story.contents->input.name);
    html.fact(JobStoryText::tr("URL"), displayUrl(story.url, Secrets::Redacted));
    if (record && !record->finalUrl.isEmpty() && record->finalUrl != story.url)
        html.fact(JobStoryText::tr("Final URL"), displayUrl(record->finalUrl, Secrets::Redacted));
    // What a notice above says is not said again.
    html.fact(JobStoryText::tr("State"),
              story.slowText.isEmpty() ? story.stateText : stateWord(story.view.state));
    html.fact(JobStoryText::tr("Status"), statusText(story));
    const auto elapsed = elapsedMs(story.view, story.nowMs);
    html.fact(JobStoryText::tr("Time"), elapsed ? formatDuration(*elapsed) : QString());
    html.fact(JobStoryText::tr("Size"), sizeText(story));
    html.fact(JobStoryText::tr("Attempts"),
              story.view.attempt > 0 ? formatCount(story.view.attempt) : QString());
    if (record) {
        html.fact(JobStoryText::tr("Type"), record->contentType);
        html.fact(JobStoryText::tr("SHA-256"), QString::fromLatin1(record->sha256));
        html.fact(JobStoryText::tr("Saved to"), record->savedTo);
        html.fact(JobStoryText::tr("HTTP version"), record->httpVersion);
        html.fact(JobStoryText::tr("Started"),
                  QLocale().toString(record->started.toLocalTime(), u"yyyy-MM-dd HH:mm:ss.zzz"_s));
    }
    html.endTable();
    if (record)
        writeRedirects(html, *record);
    return html.text();
}

QString outputHtml(const JobStory &story, const Theme &theme)
{
    Html html(theme);
    const bool isOver = isFinished(story.view.state);
    html.hint(
        isOver ? JobStoryText::tr("What the stages gave on is not kept for this job. Run it again to see it.")
               : JobStoryText::tr("What each stage gives on appears here once the job has ended."));
    if (story.record && !story.record->output.isEmpty()) {
        html.heading(JobStoryText::tr("Output of the pipeline"));
        html.preformatted(jsonText(story.record->output));
    }
    return html.text();
}

QString bodyHtml(const JobStory &story, const Theme &theme)
{
    Html html(theme);
    const JobRecord *record = story.record.get();
    if (record && !record->output.isEmpty()) {
        html.heading(JobStoryText::tr("Output of the pipeline"));
        html.preformatted(jsonText(record->output));
    }
    if (record && !record->snippet.isEmpty()) {
        html.heading(JobStoryText::tr("First characters of the body"));
        html.preformatted(QString::fromUtf8(record->snippet));
    } else if (!isFinished(story.view.state)) {
        html.hint(JobStoryText::tr("The first characters of the body appear here once it has come."));
    } else if (story.view.bytes > 0) {
        html.hint(JobStoryText::tr("The body is not text."));
    } else {
        html.hint(JobStoryText::tr("There is no body."));
    }
    return html.text();
}

} // namespace inflight
