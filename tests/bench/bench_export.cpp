// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How long it takes to export many jobs in each format, by the clock and by the processor, and the longest
// that this thread's event loop stood still meanwhile. Argument: the number of jobs (100000). Prints; asserts
// nothing.

#include "jobs/outputformat.h"
#include "store/export/recordexport.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <ctime>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

JobRecordPtr record(JobId id)
{
    auto made = std::make_shared<JobRecord>();
    made->id = id;
    made->url = u"https://api.example.org/v1/items/%1?page=%2&api_key=abc"_s.arg(id).arg(id % 7);
    made->finalUrl = made->url;
    made->state = id % 20 == 0 ? JobState::Failed : JobState::Succeeded;
    made->status = id % 20 == 0 ? 404 : 200;
    if (id % 20 == 0)
        made->fault = Fault{FaultClass::HttpStatus, u"fetch"_s, u"The server answered 404 Not Found."_s};
    made->statusText = u"OK"_s;
    made->httpVersion = u"1.1"_s;
    made->method = "GET";
    made->requestHeaders = {{"User-Agent", "Inflight"}, {"Accept", "*/*"}};
    made->headers = {{"Content-Type", "application/json"}, {"Content-Length", "292"}, {"Server", "nginx"}};
    made->contentType = u"application/json"_s;
    made->bytes = 292;
    made->wireBytes = 292;
    made->sha256 = QByteArray(64, 'a');
    made->started = QDateTime::fromMSecsSinceEpoch(1'800'000'000'000 + id, Qt::UTC);
    made->durationMs = 35.25;
    AttemptRecord attempt;
    attempt.state = AttemptState::Succeeded;
    attempt.started = made->started;
    attempt.status = made->status;
    attempt.timings = {0.1, {}, 20.5, 2.0};
    made->attempts = {attempt};
    made->stages = {{u"fetch"_s, StageState::Done, 0.0, 24.0, u"200 OK, HTTP/1.1"_s},
                    {u"decode"_s, StageState::Done, 24.0, 0.1, u"292 bytes, utf-8"_s},
                    {u"parse"_s, StageState::Done, 24.1, 0.1, u"object, 4 keys"_s}};
    made->snippet = R"({"id": 1, "name": "An item"})";
    return made;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const JobId count = argc > 1 ? QByteArray(argv[1]).toUInt() : 100'000;
    QTextStream out(stdout);
    ExportOrder order;
    for (JobId id = 0; id < count; ++id)
        order.records.append(record(id));
    out << "| format | ms | CPU ms | longest stall, ms |\n| --- | --- | --- | --- |\n" << Qt::flush;
    const QStringList names = argc > 2 ? QStringList{QString::fromLatin1(argv[2])} : outputFormatNames();
    for (const QString &name : names) {
        const QTemporaryDir folder;
        order.format = *outputFormatByName(name);
        order.path = folder.filePath(u"out"_s + outputFormatSuffix(order.format));
        RecordExport exporting(QString(), nullptr);
        QEventLoop loop;
        QObject::connect(&exporting, &Exporting::ended, &loop, &QEventLoop::quit);
        QElapsedTimer sinceTick;
        qint64 longest = 0;
        QTimer tick;
        tick.setTimerType(Qt::PreciseTimer);
        QObject::connect(&tick, &QTimer::timeout, [&] { longest = std::max(longest, sinceTick.restart()); });
        QElapsedTimer whole;
        whole.start();
        sinceTick.start();
        tick.start(1);
        const std::clock_t before = std::clock();
        exporting.start(order);
        loop.exec();
        const auto cpuMs = (std::clock() - before) * 1000 / CLOCKS_PER_SEC;
        out << "| " << name << " | " << whole.elapsed() << " | " << cpuMs << " | " << longest << " |\n"
            << Qt::flush;
    }
    return 0;
}
