// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a journal costs: the same run over small answers of a real nginx with one and without, in pairs, so
// that whatever else the machine does falls on both.

#include "jobs/engine.h"
#include "store/session/journal.h"
#include "support/enginerun.h"
#include "support/nginxserver.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <tuple>
#include <vector>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

struct Cost
{
    double seconds = 0;
    double cpuSeconds = 0; ///< of this process, all its threads
};

double cpuSeconds()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Cost runOnce(const QList<JobInput> &inputs, const QString &session)
{
    QElapsedTimer clock;
    clock.start();
    const double cpuBefore = cpuSeconds();
    std::unique_ptr<Journal> journal;
    if (!session.isEmpty()) {
        journal = std::make_unique<Journal>(session, SessionInfo{});
        if (journal->start())
            qFatal("no session");
    }
    {
        Engine engine(EngineRun::defaults(), journal.get());
        QEventLoop loop;
        QObject::connect(&engine, &Engine::allFinished, &engine, &Engine::stop);
        QObject::connect(&engine, &Engine::stopped, &loop, &QEventLoop::quit);
        engine.submit(inputs);
        loop.exec();
    }
    if (journal && journal->finish())
        qFatal("not written");
    return {static_cast<double>(clock.elapsed()) / 1000, cpuSeconds() - cpuBefore};
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int pairs = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 7;
    const int jobs = argc > 2 ? std::max(1, QByteArray(argv[2]).toInt()) : 10'000;
    NginxServer server;
    if (!server.isRunning())
        qFatal("%s", qPrintable(server.error()));
    server.addFile(u"small.json"_s, "{\"answer\": 42, \"text\": \"" + QByteArray(240, 'x') + "\"}");
    QList<JobInput> inputs;
    for (int i = 0; i < jobs; ++i)
        inputs.append({.url = server.url(u"/small.json?%1"_s.arg(i))});
    const QTemporaryDir folder;
    std::ignore = runOnce(inputs, {});
    std::vector<double> times;
    std::vector<double> cpu;
    std::printf("%d jobs a run\n  without s      with s    ratio  CPU ratio\n", jobs);
    for (int pair = 0; pair < pairs; ++pair) {
        const QString session = folder.filePath(u"%1.inflight"_s.arg(pair));
        const bool journalFirst = pair % 2 == 1;
        const Cost first = runOnce(inputs, journalFirst ? session : QString());
        const Cost second = runOnce(inputs, journalFirst ? QString() : session);
        const Cost &with = journalFirst ? first : second;
        const Cost &without = journalFirst ? second : first;
        times.push_back(with.seconds / without.seconds);
        cpu.push_back(with.cpuSeconds / without.cpuSeconds);
        std::printf("%11.3f %11.3f %8.3f %10.3f\n", without.seconds, with.seconds, times.back(), cpu.back());
    }
    std::printf("median of the ratios: time %.3f, CPU %.3f\n", median(times), median(cpu));
    return 0;
}
