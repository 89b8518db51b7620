// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Filters over 100,000 jobs: CPU time of this thread, best of five. One argument: the number of jobs.
// Prints; asserts nothing.

#include "jobs/jobfilter.h"
#include "jobs/jobrecord.h"
#include "jobs/jobtable.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

QString urlOf(int number)
{
    return u"https://host%1.example.org/items/%2?page=%3&order=descending"_s.arg(number % 50)
        .arg(number)
        .arg(number % 7);
}

JobView finishedJob(JobId id)
{
    JobRecord record;
    record.contentType = u"application/json; charset=utf-8"_s;
    record.headers = {{"content-type", "application/json"},
                      {"date", "Sat, 31 Jan 2026 12:00:00 GMT"},
                      {"server", "nginx"},
                      {"content-length", "292"},
                      {"connection", "keep-alive"},
                      {"set-cookie", "session=1; Domain=example.org"}};
    record.attempts.resize(1);
    record.attempts.first().timings.wait = id % 1000;
    JobView view;
    view.id = id;
    view.state = id % 10 == 0 ? JobState::Failed : JobState::Succeeded;
    view.faultClass = id % 10 == 0 ? FaultClass::TimeoutFirstByte : FaultClass::Count;
    view.status = id % 10 == 0 ? 0 : 200;
    view.durationMs = static_cast<float>(id % 3000);
    view.bytes = id;
    view.stages = {{StageState::Done}, {StageState::Done}, {StageState::Done}};
    view.stageNames = {u"fetch"_s, u"decode"_s, u"parse"_s};
    view.record = std::make_shared<const JobRecord>(std::move(record));
    return view;
}

JobTable tableOf(int count)
{
    QList<JobInput> inputs;
    ChangeBatch batch;
    for (int i = 0; i < count; ++i) {
        inputs.append({urlOf(i)});
        batch.jobs.append(finishedJob(static_cast<JobId>(i)));
    }
    JobTable table;
    table.append(inputs);
    table.apply(batch);
    return table;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const JobTable table = tableOf(arguments.value(1, u"100000"_s).toInt());
    QTextStream out(stdout);
    out << "| filter | shown | ms |\n| --- | --- | --- |\n";
    for (const QString &text :
         {u"items/99"_s, u"is:failed -error:dns"_s, u"domain:host7. time:>2s"_s,
          u"origin:https://host7.example.org"_s, u"mime-type:json ttfb:>500ms size:>10k"_s,
          u"has-response-header:etag"_s, u"set-cookie-domain:example"_s, u"stage:parse"_s,
          u"regexp:page=[135]"_s, u"regexp:(\\w+\\W?)+[!#]$"_s}) {
        const auto filter = std::get<JobFilter>(JobFilter::parse(text));
        int shown = 0;
        double best = std::numeric_limits<double>::max();
        for (int round = 0; round < 5; ++round) {
            shown = 0;
            const std::clock_t begin = std::clock();
            for (int row = 0; row < table.size(); ++row)
                shown += filter.matches(table.filterSubject(row, 0)) ? 1 : 0;
            best = std::min(best, 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        }
        out << "| `" << text << "` | " << shown << " | " << QString::number(best, 'f', 1) << " |\n";
        out.flush();
    }
    return 0;
}
