// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetesting.h"
#include "support/processfacts.h"

#include <QTemporaryDir>
#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 megabyte = 1024 * 1024;
constexpr int bodies = 3;

/// The most memory that this process had at once, as far as a look now and then tells, while it fetched,
/// hashed and saved `bodies` bodies of `size` bytes at a time.
qint64 peakMemory(qint64 size)
{
    const QTemporaryDir folder;
    ScriptServer server([size](const ServerRequest &) {
        const BytesSource source = [](qint64, qint64 most) { return QByteArray(most, 'x'); };
        return Script::head(200, {{"Content-Length", QByteArray::number(size)},
                                  {"Content-Type", "application/octet-stream"}})
            .stream(size, source);
    });
    RunSettings settings = EngineRun::defaults();
    settings.pipeline = std::get<std::shared_ptr<const Pipeline>>(
        builtInPipeline(builtInPipelineNames().first(), {folder.path()}));
    EngineRun run(settings);
    run.submit(urls(server, bodies));
    qint64 peak = 0;
    const bool ended = QTest::qWaitFor(
        [&] {
            peak = std::max(peak, residentBytes());
            return run.table().totals().unfinished() == 0;
        },
        120'000);
    const bool good = ended && run.table().totals().succeeded == bodies && run.record(0)->bytes == size;
    return good ? peak : -1;
}

} // namespace

/// That memory does not grow with the size of bodies.
class TestFlatMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twentyTimesTheBodyTakesNoMoreMemory()
    {
        const qint64 small = peakMemory(8 * megabyte);
        const qint64 large = peakMemory(160 * megabyte);
        QVERIFY(small > 0 && large > 0);
        const qint64 growth = large - small;
        QVERIFY2(sanitized || growth < 32 * megabyte, QByteArray::number(growth / megabyte).constData());
    }

    /// Bodies that wait for a slow stage hold up the fetching instead of piling up: bench_stages has the long
    /// run of it.
    void manyBodiesBeforeASlowStageTakeNoMoreMemoryThanFew()
    {
        constexpr int many = 300;
        ScriptServer server([](const ServerRequest &) {
            return Script::answer(200, {{"Content-Type", "application/octet-stream"}},
                                  QByteArray(megabyte - 1, 'x')); // just small enough to stay in memory
        });
        RunSettings settings = EngineRun::withPipeline(
            "{\"inflight\": 1, \"name\": \"slow\", \"stages\": "
            "[{\"stage\": \"decode\"}, {\"stage\": \"delay\", \"ms\": 10, \"workers\": 2, \"queue\": 2}]}");
        settings.concurrency = many; // nothing else bounds them
        EngineRun run(settings);
        const qint64 before = residentBytes();
        run.submit(urls(server, many));
        qint64 peak = 0;
        const bool ended = QTest::qWaitFor(
            [&] {
                peak = std::max(peak, residentBytes());
                return run.table().totals().unfinished() == 0;
            },
            120'000);
        QVERIFY(ended);
        QCOMPARE(run.table().totals().succeeded, many);
        const qint64 growth = peak - before;
        QVERIFY2(sanitized || growth < many / 3 * megabyte,
                 QByteArray::number(growth / megabyte).constData());
    }
};

QTEST_GUILESS_MAIN(TestFlatMemory)
#include "tst_flatmemory.moc"
