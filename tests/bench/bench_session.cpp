// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What it takes to open a run of 100,000 jobs: from its file to a table that shows every one of them, and to
// compare, merge and copy it. Prints a table; asserts nothing.

#include "jobs/engine.h"
#include "jobs/jobtable.h"
#include "store/history/merge.h"
#include "store/history/sessionhistory.h"
#include "store/session/sessionreader.h"
#include "store/session/sessionwriter.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>
#include <tuple>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

FinishedJob madeJob(JobId id, const QString &url)
{
    JobRecord record;
    record.id = id;
    record.url = record.finalUrl = url;
    record.state = id % 10 == 7 ? JobState::Failed : JobState::Succeeded;
    record.status = record.state == JobState::Failed ? 404 : 200;
    record.statusText = u"OK"_s;
    record.httpVersion = u"1.1"_s;
    record.method = "GET";
    for (int i = 0; i < 8; ++i)
        record.headers.append({"x-header-" + QByteArray::number(i), "a value as servers send them"});
    record.contentType = u"application/json"_s;
    record.bytes = 292;
    record.sha256 = QByteArray(64, 'a');
    record.started = QDateTime::currentDateTimeUtc();
    record.durationMs = 35.2;
    AttemptRecord attempt;
    attempt.state = AttemptState::Succeeded;
    attempt.started = record.started;
    attempt.status = 200;
    record.attempts = {attempt};
    for (const QString &name : {u"fetch"_s, u"decode"_s, u"parse"_s, u"digest"_s})
        record.stages.append({name, StageState::Done, 0.1, 1.2, u"200 OK, HTTP/1.1"_s});
    record.snippet = QByteArray(200, 'x');
    return {std::make_shared<const JobRecord>(std::move(record)), Body(QByteArray(292, 'x')), {}};
}

void makeRun(const QString &path, int jobs)
{
    SessionWriter writer(path, {{}, QDateTime::currentDateTimeUtc(), {}, R"({"inflight": 1, "stages": []})"});
    SessionBatch batch;
    AcceptedJobs inputs;
    for (int id = 0; id < jobs; ++id)
        inputs.inputs.append({.url = u"http://host%1.example.org/a/path/%2"_s.arg(id % 50).arg(id)});
    batch.accepted.push_back(inputs);
    for (int id = 0; id < jobs; ++id)
        batch.finished.push_back(madeJob(static_cast<JobId>(id), inputs.inputs.at(id).url));
    std::ignore = writer.write(batch);
    std::ignore = writer.close();
}

/// Wall clock and this process' CPU time of what is done between two calls.
class Watch
{
public:
    void say(const char *what)
    {
        std::printf("| %s | %lld | %lld |\n", what, static_cast<long long>(m_wall.restart()),
                    static_cast<long long>((std::clock() - m_cpu) * 1000 / CLOCKS_PER_SEC));
        std::fflush(stdout);
        m_cpu = std::clock();
    }
    void restart()
    {
        m_wall.start();
        m_cpu = std::clock();
    }

private:
    QElapsedTimer m_wall;
    std::clock_t m_cpu = 0;
};

/// Until the last job is in a table as the window has it.
void showAll(StoredRun run)
{
    RunSettings settings;
    settings.pipeline = std::get<std::shared_ptr<const Pipeline>>(builtInPipeline(u"inspect"_s, {}));
    Engine engine(settings);
    JobTable table;
    const auto jobs = static_cast<int>(run.jobs.size());
    QObject::connect(&engine, &Engine::updated, qApp, [&](const ChangeBatch &batch) {
        table.apply(batch);
        if (table.totals().finished() == jobs)
            QCoreApplication::quit();
    });
    engine.restore(std::move(run.jobs));
    QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int jobs = argc > 1 ? QByteArray(argv[1]).toInt() : 100'000;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.inflight"_s);
    const QString other = folder.filePath(u"b.inflight"_s);
    makeRun(path, jobs);
    makeRun(other, jobs);
    SessionHistory history(folder.path());
    std::printf("| %d jobs | ms | CPU ms |\n| --- | --- | --- |\n", jobs);
    Watch watch;
    watch.restart();
    auto read = readSession(path);
    watch.say("read");
    showAll(std::get<StoredRun>(std::move(read)));
    watch.say("in the table");
    std::ignore = history.list();
    watch.say("list of the runs");
    std::ignore = history.compare(path, other);
    watch.say("compare two");
    std::ignore = history.copy(path, folder.filePath(u"copy"_s), {});
    watch.say("save as one file");
    std::ignore = mergeSessions({path, other}, folder.filePath(u"whole"_s));
    watch.say("merge two");
    return 0;
}
