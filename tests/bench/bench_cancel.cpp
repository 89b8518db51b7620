// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From the click to the end: with 1,000 jobs in flight in one phase, cancels some of them one after the other
// and measures each until its row has left "running", its slot is free and its socket is closed. Then cancels
// 10,000 at once. Arguments name the phases to measure; none: all. Prints a table; asserts nothing.

#include "demo/gzip.h"
#include "demo/scriptserver.h"
#include "support/enginerun.h"
#include "support/hangingnames.h"
#include "support/testsupport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>
#include <QTextStream>

#include <algorithm>
#include <chrono>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int limitMs = 60'000;

struct Phase
{
    QString name;
    int jobs = 1000;
    int clicks = 200;
    std::function<QString(int)> url;
    std::function<bool(EngineRun &)> reached;
    RunSettings settings = EngineRun::defaults();
    bool socket = false; ///< there is one to be closed
    int first = 0;       ///< the first job to click at
};

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

bool until(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, limitMs);
}

double percentile(QList<double> values, double share)
{
    std::ranges::sort(values);
    return values.at(
        std::min(values.size() - 1, static_cast<qsizetype>(share * static_cast<double>(values.size()))));
}

void measure(const Phase &phase)
{
    EngineRun run(phase.settings);
    QStringList urls;
    for (int i = 0; i < phase.jobs; ++i)
        urls.append(phase.url(i));
    run.submit(urls);
    if (!until([&] { return phase.reached(run); })) {
        out() << phase.name << ": not reached\n";
        return;
    }
    QList<double> times;
    const int step = phase.jobs / phase.clicks;
    for (auto id = static_cast<JobId>(phase.first); id < static_cast<JobId>(phase.jobs);
         id += static_cast<JobId>(step)) {
        if (isFinished(run.view(id).state))
            continue;
        const int slots = run.table().totals().inFlight;
        const bool held = run.view(id).state == JobState::Running;
        const int files = openFileDescriptors();
        QElapsedTimer clock;
        clock.start();
        run.engine().cancel({id});
        const bool ended = until([&] {
            return isFinished(run.view(id).state) && (!held || run.table().totals().inFlight < slots) &&
                   (!phase.socket || openFileDescriptors() < files);
        });
        if (!ended) {
            out() << phase.name << ": job " << id << " did not end\n";
            return;
        }
        times.append(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    out() << qSetFieldWidth(16) << Qt::left << phase.name << qSetFieldWidth(10) << Qt::right << times.size()
          << Qt::fixed << qSetRealNumberPrecision(1) << percentile(times, 0.5) << percentile(times, 0.99)
          << percentile(times, 1.0) << qSetFieldWidth(0) << Qt::endl;
    QElapsedTimer clock;
    clock.start();
    run.engine().cancelAll();
    (void)until([&] { return run.table().totals().unfinished() == 0; });
    (void)run.stop(limitMs);
}

void measureAll(const ScriptServer &server)
{
    RunSettings settings = EngineRun::defaults();
    settings.concurrency = settings.perHost = 1000;
    EngineRun run(settings);
    QStringList urls;
    constexpr int count = 10'000;
    for (int i = 0; i < count; ++i)
        urls.append(server.url(u"/never/%1"_s.arg(i)));
    run.submit(urls);
    if (!until([&] { return server.inProgress() >= 1000; }))
        return;
    QElapsedTimer clock;
    clock.start();
    run.engine().cancelAll();
    (void)until([&] { return run.table().totals().unfinished() == 0; });
    const double rows = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    (void)until([&] { return server.openConnections() == 0; });
    const double sockets = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    out() << "all of 10,000, 1,000 of them in flight: every row after " << rows << " ms, every socket after "
          << sockets << " ms\n";
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    raiseDescriptorLimit(20'000);
    const HangingNames names;
    const UnansweredPort unanswered;
    const SilentPort silent;
    const QByteArray bomb = gzipped(QByteArray(64'000'000, ' '));
    ScriptServer server([&bomb](const ServerRequest &request) {
        if (request.target.startsWith("/stall"))
            return Script::head(200, {{"Content-Length", "10"}}).send("12345").stall();
        if (request.target.startsWith("/busy"))
            return Script::answer(503);
        if (request.target.startsWith("/bomb"))
            return Script::answer(200, {{"Content-Encoding", "gzip"}, {"Content-Type", "application/json"}},
                                  bomb);
        return Script::never();
    });
    RunSettings wide = EngineRun::defaults();
    wide.concurrency = wide.perHost = 1000;
    wide.deadlines = {std::nullopt, std::nullopt, std::nullopt, std::nullopt};
    wide.adaptive = false;
    RunSettings narrow = wide;
    narrow.concurrency = narrow.perHost = 1;
    RunSettings patient = wide;
    patient.retry.baseDelay = patient.retry.maxDelay = 3600s;
    patient.retry.retries = 9;

    const auto local = [](const char *scheme, quint16 port) {
        return
            [=](int i) { return u"%1://127.0.0.1:%2/%3"_s.arg(QLatin1StringView(scheme)).arg(port).arg(i); };
    };
    const auto at = [&server](const QString &path) {
        return [&server, path](int i) { return server.url(path.arg(i)); };
    };
    const auto running = [](int count) {
        return [count](EngineRun &run) { return run.table().totals().running >= count; };
    };
    const auto serving = [&server](EngineRun &run) {
        return server.inProgress() >= 1000 && run.table().totals().inFlight >= 1000;
    };
    const QList<Phase> phases{
        {u"name look-up"_s, 200, 200, [](int i) { return u"http://%1/"_s.arg(HangingNames::name(i)); },
         running(200), wide},
        {u"connect"_s, 1000, 200, local("http", unanswered.port()), running(1000), wide, true},
        {u"TLS"_s, 1000, 200, local("https", silent.port()), running(1000), wide, true},
        {u"waiting"_s, 1000, 200, at(u"/never/%1"_s), serving, wide, true},
        {u"receiving"_s, 1000, 200, at(u"/stall/%1"_s), serving, wide, true},
        {u"back-off"_s, 1000, 200, at(u"/busy/%1"_s),
         [](EngineRun &run) { return run.table().totals().backingOff >= 1000; }, patient},
        {u"queue"_s, 1000, 200, at(u"/never/%1"_s), running(1), narrow, false, 1},
        {u"CPU stage"_s, 100, 50, at(u"/bomb/%1"_s),
         [](EngineRun &run) { return run.table().totals().running >= 100; }, wide},
    };
    out() << qSetFieldWidth(16) << Qt::left << "phase" << qSetFieldWidth(10) << Qt::right << "clicks"
          << "p50 ms"
          << "p99 ms"
          << "max ms" << qSetFieldWidth(0) << Qt::endl;
    const QStringList wanted = application.arguments().mid(1);
    for (const Phase &phase : phases) {
        if (wanted.isEmpty() || wanted.contains(phase.name))
            measure(phase);
    }
    if (wanted.isEmpty())
        measureAll(server);
    return 0;
}
