// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stages under load. First, whether CPU work uses all cores: the same bodies searched by one worker and by as
// many as there are, and the longest that this thread's event loop and the engine's stood still meanwhile.
// Second, whether bodies pile up before a slow stage: the most memory while 1 MB bodies go through one.
// Arguments: the number of bodies of the first and of the second part (2000, 5000). Prints; asserts nothing.

#include "demo/gzip.h"
#include "demo/scriptserver.h"
#include "support/enginerun.h"
#include "support/processfacts.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QTextStream>
#include <QThread>
#include <QTimer>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

constexpr int limitMs = 600'000;
constexpr int batchMs = 34;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QStringList urls(const ScriptServer &server, int count)
{
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(server.url(u"/%1"_s.arg(i)));
    return list;
}

struct Searched
{
    qint64 ms = 0;
    qint64 longestGapMs = 0;   ///< between two batches of changes, which the engine's thread makes
    qint64 longestStallMs = 0; ///< between two ticks of a timer on this thread
};

/// Fetches and searches `count` bodies with so many workers; 0: as many as it gets.
Searched search(const ScriptServer &server, int count, int workers)
{
    const QByteArray own = workers > 0 ? ", \"workers\": " + QByteArray::number(workers) : QByteArray();
    EngineRun run(EngineRun::withPipeline("{\"inflight\": 1, \"name\": \"search\", \"stages\": "
                                          "[{\"stage\": \"select\", \"css\": \"tr.odd > td:nth-child(3)\"" +
                                          own + "}]}"));
    Searched result;
    QElapsedTimer sinceTick;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, &tick, [&] {
        if (sinceTick.isValid())
            result.longestStallMs = std::max(result.longestStallMs, sinceTick.elapsed());
        sinceTick.restart();
    });
    tick.start(1);
    QElapsedTimer sinceBatch;
    QObject::connect(&run.engine(), &Engine::updated, &run.engine(), [&] {
        if (sinceBatch.isValid())
            result.longestGapMs = std::max(result.longestGapMs, sinceBatch.elapsed());
        sinceBatch.restart();
    });
    QElapsedTimer clock;
    clock.start();
    run.submit(urls(server, count));
    if (!run.finish(limitMs) || run.table().totals().succeeded != count)
        out() << "NOT FINISHED" << Qt::endl;
    result.ms = clock.elapsed();
    return result;
}

void measureCores(int count)
{
    const QByteArray row = "<tr class=\"row odd\"><td><a href=\"/item/1\">An item</a><td>12.5</td></tr>\n";
    const QByteArray body = gzipped("<!doctype html><title>Items</title><table>" + row.repeated(8000));
    ScriptServer server([&body](const ServerRequest &) {
        return Script::answer(200, {{"Content-Type", "text/html"}, {"Content-Encoding", "gzip"}}, body);
    });
    const Searched one = search(server, count, 1);
    const Searched all = search(server, count, 0);
    out() << count << " bodies, searched by 1 worker: " << one.ms << " ms; by " << QThread::idealThreadCount()
          << ": " << all.ms << " ms; ratio " << QString::number(double(all.ms) / double(one.ms), 'f', 2)
          << Qt::endl;
    out() << "longest stall of this loop: " << one.longestStallMs << " and " << all.longestStallMs
          << " ms; longest wait for a batch beyond its " << batchMs << " ms: " << one.longestGapMs - batchMs
          << " and " << all.longestGapMs - batchMs << " ms" << Qt::endl;
}

void measureMemory(int count)
{
    constexpr qint64 megabyte = 1024 * 1024;
    ScriptServer server([](const ServerRequest &) {
        return Script::answer(200, {{"Content-Type", "application/octet-stream"}},
                              QByteArray(megabyte - 1, 'x')); // just small enough to stay in memory
    });
    RunSettings settings = EngineRun::withPipeline(
        "{\"inflight\": 1, \"name\": \"slow\", \"stages\": "
        "[{\"stage\": \"decode\"}, {\"stage\": \"delay\", \"ms\": 20, \"workers\": 4, \"queue\": 4}]}");
    settings.perHost = 64;
    EngineRun run(settings);
    const qint64 before = residentBytes();
    QElapsedTimer clock;
    clock.start();
    run.submit(urls(server, count));
    qint64 early = 0; ///< in the first tenth of the run
    qint64 peak = 0;
    const auto looked = [&] {
        const qint64 now = residentBytes();
        peak = std::max(peak, now);
        if (run.table().totals().finished() < count / 10)
            early = peak;
        return run.table().totals().unfinished() == 0;
    };
    if (!QTest::qWaitFor(looked, limitMs) || run.table().totals().succeeded != count)
        out() << "NOT FINISHED" << Qt::endl;
    out() << count << " bodies of 1 MB through a slow stage: " << clock.elapsed() << " ms; memory "
          << before / megabyte << " MB before, at most " << early / megabyte << " MB in the first tenth, "
          << peak / megabyte << " MB in all" << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    measureCores(arguments.value(1, u"2000"_s).toInt());
    measureMemory(arguments.value(2, u"5000"_s).toInt());
    return 0;
}
