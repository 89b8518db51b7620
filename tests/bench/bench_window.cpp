// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How well the window keeps up: the real main window on the offscreen platform, fed through the engine's own
// mailbox and signal by a thread that makes up 5,000 changes a second (the engine itself is there and idle,
// so that its work does not count). Arguments name what to measure (live, answers, waterfall, paste, memory)
// and how many rows for the first three; none: all of it. Prints tables; asserts nothing.

#include "bench/heartbeat.h"
#include "bench/jobfeeder.h"

#include "pipeline/pipeline.h"
#include "ui/mainwindow.h"
#include "ui/models/joborder.h"
#include "ui/panes/jobspane.h"
#include "ui/panes/jobsview.h"
#include "ui/waterfall/bardelegate.h"
#include "ui/waterfall/waterfallview.h"

#include <QApplication>
#include <QClipboard>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QTextStream>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

constexpr int limitMs = 120'000;
constexpr int liveMs = 6'000;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

bool until(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, limitMs);
}

/// The window goes on meanwhile.
void letPass(int ms)
{
    const QDeadlineTimer end(ms);
    (void)QTest::qWaitFor([&end] { return end.hasExpired(); }, 2 * ms + 1000);
}

double residentMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    return -1;
}

RunSettings settings()
{
    RunSettings run;
    run.pipeline = std::get<std::shared_ptr<const Pipeline>>(builtInPipeline(u"inspect"_s, {}));
    return run;
}

/// The window, shown, on an engine that starts nothing.
struct Shown
{
    Shown()
    {
        engine.setPaused(true);
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        (void)QTest::qWaitForWindowActive(&window);
    }
    [[nodiscard]] JobsView &view() const { return *window.findChild<JobsView *>(u"jobs"_s); }
    [[nodiscard]] JobOrder &order() const { return *qobject_cast<JobOrder *>(view().model()); }
    [[nodiscard]] QLineEdit &filter() const { return *window.findChild<QLineEdit *>(u"filter"_s); }

    Engine engine{settings()};
    MainWindow window{engine, {.initialText = {}, .request = nullptr}};
};

void printHeader()
{
    out() << qSetFieldWidth(26) << Qt::left << "" << qSetFieldWidth(10) << Qt::right << "p50"
          << "p99"
          << "p99.9"
          << "max" << qSetFieldWidth(0) << "   ms" << Qt::endl;
}

void print(const QString &name, QList<double> values)
{
    out() << qSetFieldWidth(26) << Qt::left << name << qSetFieldWidth(10) << Qt::right << Qt::fixed
          << qSetRealNumberPrecision(2);
    for (const double share : {0.5, 0.99, 0.999, 1.0})
        out() << percentile(values, share);
    out() << qSetFieldWidth(0) << Qt::endl;
}

void measureLive(MeasuredApplication &application, int rows)
{
    Shown shown;
    JobFeeder feeder(shown.engine, rows);
    feeder.addRows();
    if (!until([&] { return shown.order().rowCount() == rows; }))
        return void(out() << "rows did not come\n");
    shown.view().sortByColumn(JobModel::Size, Qt::DescendingOrder);
    shown.filter().setText(u"-is:cancelled"_s);
    letPass(1000);
    feeder.start();
    letPass(1000);
    application.forget();
    Heartbeat heartbeat;
    letPass(liveMs);
    const QList<double> latencies = heartbeat.stop();
    const QList<double> cpu = application.cpuOfTurns();
    print(u"%L1 rows: heartbeat"_s.arg(rows), latencies);
    print(u"%L1 rows: CPU of a turn"_s.arg(rows), cpu);
    double sum = 0;
    for (const double each : cpu)
        sum += each;
    out() << "  UI thread: " << sum / liveMs * 100 << " % of a core, " << feeder.fed() << " changes fed"
          << Qt::endl;
    feeder.stop();
}

/// Until the table shows the answer.
double answerMs(const Shown &shown, const std::function<void()> &ask)
{
    const QSignalSpy answered(&shown.order(), &JobOrder::answered);
    QElapsedTimer clock;
    clock.start();
    // From within the event loop, as a click: so that it counts as a turn.
    QMetaObject::invokeMethod(&shown.view(), ask, Qt::QueuedConnection);
    (void)until([&] { return !answered.isEmpty(); });
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

void measureAnswers(MeasuredApplication &application, int rows)
{
    Shown shown;
    JobFeeder feeder(shown.engine, rows);
    feeder.addRows();
    (void)until([&] { return shown.order().rowCount() == rows; });
    feeder.start();
    application.forget();
    Heartbeat heartbeat;
    QList<double> sorts;
    QList<double> filters;
    for (const JobModel::Column column : {JobModel::Size, JobModel::Url, JobModel::Status, JobModel::Time}) {
        sorts.append(answerMs(shown, [&] { shown.view().sortByColumn(column, Qt::DescendingOrder); }));
        filters.append(answerMs(shown, [&] { shown.filter().setText(u"item/7"_s); }));
        filters.append(answerMs(shown, [&] { shown.filter().setText({}); }));
        filters.append(answerMs(shown, [&] { shown.filter().setText(u"is:failed"_s); }));
        filters.append(answerMs(shown, [&] { shown.filter().setText({}); }));
    }
    print(u"%L1 rows: sort"_s.arg(rows), sorts);
    print(u"%L1 rows: filter"_s.arg(rows), filters);
    print(u"  meanwhile: heartbeat"_s, heartbeat.stop());
    print(u"  meanwhile: CPU of a turn"_s, application.cpuOfTurns());
    feeder.stop();
}

/// Frames of the waterfall while everything in it changes: with few jobs and with many, in turns, so that
/// both have the same machine.
void measureWaterfall(MeasuredApplication &application, const QList<int> &sizes)
{
    constexpr int framesOfATurn = 60;
    constexpr int turns = 4;
    QList<QList<double>> frames(sizes.size());
    for (int turn = 0; turn < turns; ++turn) {
        for (qsizetype i = 0; i < sizes.size(); ++i) {
            Shown shown;
            JobFeeder feeder(shown.engine, sizes.at(i));
            feeder.addRows();
            (void)until([&] { return shown.order().rowCount() == sizes.at(i); });
            auto &pane = *shown.window.findChild<JobsPane *>(u"jobsPane"_s);
            pane.showWaterfall(true);
            feeder.start();
            letPass(500);
            application.forget();
            int bars = 0;
            for (int frame = 0; frame < framesOfATurn; ++frame) {
                const int before = pane.waterfall().bars().barsPainted();
                QElapsedTimer clock;
                clock.start();
                pane.waterfall().viewport()->repaint();
                frames[i].append(static_cast<double>(clock.nsecsElapsed()) / 1e6);
                bars += pane.waterfall().bars().barsPainted() - before;
                letPass(10);
            }
            feeder.stop();
            if (turn + 1 < turns)
                continue;
            print(u"%L1 jobs: a frame"_s.arg(sizes.at(i)), frames.at(i));
            print(u"  CPU of a turn"_s, application.cpuOfTurns());
            out() << "  bars in a frame: " << static_cast<double>(bars) / framesOfATurn
                  << "; p50 to that of the first: "
                  << percentile(frames.at(i), 0.5) / percentile(frames.first(), 0.5) << Qt::endl;
        }
    }
}

void measurePaste(MeasuredApplication &application, int lines)
{
    Shown shown;
    QStringList urls;
    for (int i = 0; i < lines; ++i)
        urls.append(u"https://h%1.example.org/some/path/item-%2.json"_s.arg(i % 50).arg(i));
    QApplication::clipboard()->setText(urls.join(u'\n'));
    application.forget();
    Heartbeat heartbeat;
    QElapsedTimer clock;
    clock.start();
    QTest::keyClick(shown.window.findChild<QPlainTextEdit *>(u"urls"_s), Qt::Key_V, Qt::ControlModifier);
    const double pasted = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    (void)until([&] { return shown.window.findChild<QPushButton *>(u"fetch"_s)->isEnabled(); });
    shown.window.findChild<QPushButton *>(u"fetch"_s)->click();
    (void)until([&] { return shown.order().rowCount() == lines; });
    out() << Qt::fixed << "paste of " << lines << " lines: the key took " << pasted
          << " ms, in the table after " << static_cast<double>(clock.nsecsElapsed()) / 1e6 << " ms"
          << Qt::endl;
    print(u"  meanwhile: heartbeat"_s, heartbeat.stop());
    print(u"  meanwhile: CPU of a turn"_s, application.cpuOfTurns());
}

void measureMemory(MeasuredApplication &application, int rows)
{
    const double before = residentMegabytes();
    Shown shown;
    application.forget();
    Heartbeat heartbeat;
    constexpr int piece = 100'000;
    for (int first = 0; first < rows; first += piece) {
        QList<JobInput> inputs;
        for (int i = first; i < first + piece; ++i)
            inputs.append({u"https://h%1.example.org/some/path/item-%2.json"_s.arg(i % 50).arg(i), nullptr});
        shown.engine.submit(inputs);
        inputs.clear();
        (void)until([&] { return shown.order().rowCount() == first + piece; });
    }
    out() << Qt::fixed << qSetRealNumberPrecision(0) << rows << " queued jobs: " << residentMegabytes()
          << " MB resident, " << before << " MB before" << Qt::endl;
    print(u"  meanwhile: heartbeat"_s, heartbeat.stop());
    application.forget();
    QScrollBar *bar = shown.view().verticalScrollBar();
    QList<double> frames;
    for (int step = 0; step < 200; ++step) {
        QElapsedTimer clock;
        clock.start();
        bar->setValue(static_cast<int>(qint64{bar->maximum()} * ((step * 37) % 200) / 200));
        shown.view().viewport()->repaint();
        frames.append(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents();
    }
    print(u"  scrolling, a frame"_s, frames);
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    MeasuredApplication application(argc, argv);
    QStringList wanted;
    QList<int> sizes;
    for (const QString &argument : QApplication::arguments().mid(1)) {
        bool isNumber = false;
        const int number = argument.toInt(&isNumber);
        if (isNumber)
            sizes.append(number);
        else
            wanted.append(argument);
    }
    const auto isWanted = [&wanted](const QString &name) {
        return wanted.isEmpty() || wanted.contains(name);
    };
    printHeader();
    if (isWanted(u"live"_s)) {
        for (const int rows : sizes.isEmpty() ? QList<int>{1'000, 10'000, 100'000, 1'000'000} : sizes)
            measureLive(application, rows);
    }
    if (isWanted(u"answers"_s)) {
        for (const int rows : sizes.isEmpty() ? QList<int>{100'000} : sizes)
            measureAnswers(application, rows);
    }
    if (isWanted(u"waterfall"_s))
        measureWaterfall(application, sizes.isEmpty() ? QList<int>{100, 100'000} : sizes);
    if (isWanted(u"paste"_s))
        measurePaste(application, 100'000);
    if (isWanted(u"memory"_s))
        measureMemory(application, 1'000'000);
    return 0;
}
