// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A comparison of runs as files have it; the comparison itself is in comparison.cpp.

#include "jobs/csvwriter.h"
#include "store/history/comparison.h"
#include "store/jsonwriter.h"
#include "store/recordjson.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString stateText(const ComparedJob &job)
{
    return job.state == JobState::Queued ? u"unfinished"_s : QString(jobStateName(job.state));
}

void writeSide(JsonWriter &json, QByteArrayView name, const std::optional<ComparedJob> &side)
{
    if (!side) {
        json.nullMember(name);
        return;
    }
    json.key(name);
    json.beginObject();
    json.member("id", side->id);
    json.member("state", QStringView(stateText(*side)));
    json.textOrNull("error", side->fault);
    if (side->status > 0)
        json.member("status", side->status);
    else
        json.nullMember("status");
    json.member("bytes", side->bytes);
    json.member("duration_ms", side->durationMs);
    json.textOrNull("sha256", QString::fromLatin1(side->sha256));
    json.key("output");
    json.json(side->output.isEmpty() ? QByteArrayView("null") : QByteArrayView(side->output));
    json.endObject();
}

constexpr std::array sideColumns{"state", "error", "status", "bytes", "duration_ms", "sha256", "output"};

void writeSide(CsvWriter &csv, const std::optional<ComparedJob> &side)
{
    if (!side) {
        for (qsizetype i = 0; i < std::ssize(sideColumns); ++i)
            csv.empty();
        return;
    }
    csv.text(stateText(*side));
    csv.text(side->fault);
    if (side->status > 0)
        csv.number(static_cast<qint64>(side->status));
    else
        csv.empty();
    csv.number(side->bytes);
    csv.text(QString::number(side->durationMs, 'f', 1));
    csv.text(QString::fromLatin1(side->sha256));
    csv.text(QString::fromUtf8(side->output));
}

void writeHeader(CsvWriter &csv)
{
    csv.text(u"differences");
    csv.text(u"url");
    for (const QString &side : {u"before_"_s, u"after_"_s}) {
        for (const char *const name : sideColumns)
            csv.text(side + QLatin1StringView(name));
    }
    csv.endRow();
}

} // namespace

QStringList differenceNames(Differences differences)
{
    QStringList names;
    const auto add = [&](Difference difference, const QString &name) {
        if (differences.testFlag(difference))
            names.append(name);
    };
    add(Difference::State, u"state"_s);
    add(Difference::Status, u"status"_s);
    add(Difference::OnlyOne, u"only_one"_s);
    add(Difference::Digest, u"digest"_s);
    add(Difference::Output, u"output"_s);
    add(Difference::Size, u"size"_s);
    add(Difference::Time, u"time"_s);
    return names;
}

QByteArray comparisonToJsonLines(const RunComparison &comparison)
{
    QByteArray lines;
    JsonWriter json;
    for (const JobDifference &job : comparison.jobs) {
        json.beginObject();
        json.member("url", QStringView(displayUrl(job.url, Secrets::Redacted)));
        json.key("differences");
        json.beginArray();
        for (const QString &name : differenceNames(job.differences))
            json.value(QStringView(name));
        json.endArray();
        writeSide(json, "before", job.before);
        writeSide(json, "after", job.after);
        json.endObject();
        lines += json.takeLine();
    }
    return lines;
}

QByteArray comparisonToCsv(const RunComparison &comparison)
{
    CsvWriter csv;
    writeHeader(csv);
    for (const JobDifference &job : comparison.jobs) {
        csv.text(differenceNames(job.differences).join(u' '));
        csv.text(displayUrl(job.url, Secrets::Redacted));
        writeSide(csv, job.before);
        writeSide(csv, job.after);
        csv.endRow();
    }
    return csv.take();
}

} // namespace inflight
