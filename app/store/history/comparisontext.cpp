// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A comparison of runs as files have it; the comparison itself is in comparison.cpp.

#include "store/history/comparison.h"
#include "store/jsonwriter.h"
#include "store/recordjson.h"

#include <QStringList>

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
    json.endObject();
}

/// A field of RFC 4180. A text that a spreadsheet would take for a formula begins with an apostrophe
/// (https://owasp.org/www-community/attacks/CSV_Injection).
QByteArray field(const QString &text)
{
    const bool isFormula = !text.isEmpty() && u"=+-@\t\r"_s.contains(text.front());
    QByteArray bytes = (isFormula ? u'\'' + text : text).toUtf8();
    if (bytes.contains('"') || bytes.contains(',') || bytes.contains('\n') || bytes.contains('\r'))
        bytes = '"' + bytes.replace('"', "\"\"") + '"';
    return bytes;
}

QByteArrayList sideFields(const std::optional<ComparedJob> &side)
{
    if (!side)
        return QByteArrayList(6);
    return {stateText(*side).toLatin1(),
            side->fault.toLatin1(),
            side->status > 0 ? QByteArray::number(side->status) : QByteArray(),
            QByteArray::number(side->bytes),
            QByteArray::number(side->durationMs, 'f', 1),
            side->sha256};
}

QByteArray header()
{
    QByteArrayList names{"differences", "url"};
    for (const char *const side : {"before_", "after_"}) {
        for (const char *const name : {"state", "error", "status", "bytes", "duration_ms", "sha256"})
            names.append(QByteArray(side) + name);
    }
    return names.join(',') + "\r\n";
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
    QByteArray text = header();
    for (const JobDifference &job : comparison.jobs) {
        const QByteArrayList ends = sideFields(job.before) + sideFields(job.after);
        text += field(differenceNames(job.differences).join(u' ')) + ',' +
                field(displayUrl(job.url, Secrets::Redacted)) + ',' + ends.join(',') + "\r\n";
    }
    return text;
}

} // namespace inflight
