// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/merge.h"

#include "pipeline/append/appendtrail.h"
#include "store/history/sessionfile.h"
#include "unit/sessiontesting.h"

#include <QDir>
#include <QTemporaryDir>

using namespace inflight;
using namespace Qt::StringLiterals;

/// Several sessions as one.
class TestMerge final : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    MergeReport merged(const QStringList &paths)
    {
        const auto result = mergeSessions(paths, path(u"whole.inflight"_s));
        if (const auto *const fault = std::get_if<MergeFault>(&result))
            qFatal("%s", qPrintable(fault->message));
        return std::get<MergeReport>(result);
    }
    [[nodiscard]] StoredRun whole() const { return storedRun(path(u"whole.inflight"_s)); }
    [[nodiscard]] QByteArray body(JobId id) const { return bodyIn(path(u"whole.inflight"_s), id); }

    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void partsGiveTheWholeInTheirOrder();
    void anInputIsThereOnceWithTheBestThatIsKnown();
    void whatWasGivenTwiceStaysTwice();
    void foundJobsKeepTheirParents();
    void sharesOfAListGiveTheList();
    void requestsTellInputsApart();
    void largeBodiesComeAlong();
    void whatHasComeOfABodyComesAlong();
    void lostBodiesAreSaid();
    void rowsThatWaitAreSaid();
    void whatIsNoSessionIsRefused();
    void aPlaceThatCannotBeWrittenIsSaid();
};

void TestMerge::partsGiveTheWholeInTheirOrder()
{
    MadeSession a(path(u"a.inflight"_s));
    a.end(u"http://a.test/0"_s, JobState::Succeeded, "zero");
    a.queue(u"http://a.test/1"_s);
    MadeSession b(path(u"b.inflight"_s));
    b.end(u"http://b.test/0"_s, JobState::Failed, "broken");
    b.end(u"http://b.test/1"_s, JobState::Cancelled);
    const MergeReport report = merged({a.write(), b.write()});
    QCOMPARE(jobsIn(whole()), QStringList({u"http://a.test/0 succeeded"_s, u"http://a.test/1 queued"_s,
                                           u"http://b.test/0 failed"_s, u"http://b.test/1 cancelled"_s}));
    QCOMPARE(whole().ended, QList<JobId>({0, 2, 3}));
    QCOMPARE(whole().jobs.at(2).record->id, JobId(2));
    QCOMPARE(body(0), "zero"_ba);
    QCOMPARE(body(2), "broken"_ba);
    QCOMPARE(report.counts.inputs, 4);
    QCOMPARE(report.counts.unfinished(), 1);
    QCOMPARE(report.repeated, 0);
    const auto summary = std::get<SessionSummary>(readSummary(path(u"whole.inflight"_s)));
    QCOMPARE(summary.counts.failed, 1);
    QCOMPARE(summary.counts.bytes, 10);
}

void TestMerge::anInputIsThereOnceWithTheBestThatIsKnown()
{
    const auto later = [](JobRecord &record) { record.started = record.started.addSecs(60); };
    MadeSession a(path(u"a.inflight"_s));
    a.end(u"http://a.test/failed-then-good"_s, JobState::Failed, "bad");
    a.end(u"http://a.test/good-then-failed"_s, JobState::Succeeded, "good");
    a.end(u"http://a.test/good-twice"_s, JobState::Succeeded, "older");
    a.queue(u"http://a.test/queued"_s);
    MadeSession b(path(u"b.inflight"_s));
    b.end(u"http://a.test/good-twice"_s, JobState::Succeeded, "newer", later);
    b.end(u"http://a.test/failed-then-good"_s, JobState::Succeeded, "good now");
    b.end(u"http://a.test/good-then-failed"_s, JobState::Failed, "bad", later);
    b.end(u"http://a.test/queued"_s, JobState::Cancelled);
    const MergeReport report = merged({a.write(), b.write()});
    QCOMPARE(report.repeated, 4);
    QCOMPARE(jobsIn(whole()),
             QStringList({u"http://a.test/failed-then-good succeeded"_s,
                          u"http://a.test/good-then-failed succeeded"_s,
                          u"http://a.test/good-twice succeeded"_s, u"http://a.test/queued cancelled"_s}));
    QCOMPARE(body(0), "good now"_ba);
    QCOMPARE(body(1), "good"_ba);
    QCOMPARE(body(2), "newer"_ba);
}

void TestMerge::whatWasGivenTwiceStaysTwice()
{
    MadeSession a(path(u"a.inflight"_s));
    a.end(u"http://a.test/"_s, JobState::Succeeded, "1");
    a.end(u"http://a.test/"_s, JobState::Succeeded, "2");
    MadeSession b(path(u"b.inflight"_s));
    b.end(u"http://a.test/"_s, JobState::Failed);
    QCOMPARE(merged({a.write(), b.write()}).counts.inputs, 2);
    QCOMPARE(body(0), "1"_ba);
    QCOMPARE(body(1), "2"_ba);
}

void TestMerge::foundJobsKeepTheirParents()
{
    MadeSession a(path(u"a.inflight"_s));
    a.end(u"http://a.test/"_s);
    MadeSession b(path(u"b.inflight"_s));
    const JobId parent = b.end(u"http://b.test/"_s);
    b.queue(u"http://b.test/found"_s, nullptr, parent);
    merged({a.write(), b.write()});
    QCOMPARE(whole().jobs.at(2).input.url, u"http://b.test/found"_s);
    QCOMPARE(whole().jobs.at(2).input.parent, JobId(1));
}

void TestMerge::sharesOfAListGiveTheList()
{
    MadeSession a(path(u"a.inflight"_s));
    const JobId parent = a.queue(u"http://a.test/2"_s, nullptr, {}, 2);
    a.queue(u"http://a.test/found"_s, nullptr, parent);
    a.queue(u"http://a.test/3"_s, nullptr, {}, 3);
    MadeSession b(path(u"b.inflight"_s));
    b.queue(u"http://b.test/1"_s, nullptr, {}, 1);
    b.queue(u"http://b.test/4"_s, nullptr, {}, 4);
    merged({a.write(), b.write()});
    QCOMPARE(jobsIn(whole()), QStringList({u"http://b.test/1 queued"_s, u"http://a.test/2 queued"_s,
                                           u"http://a.test/3 queued"_s, u"http://b.test/4 queued"_s,
                                           u"http://a.test/found queued"_s}));
    QCOMPARE(whole().jobs.at(4).input.parent, JobId(1));
}

void TestMerge::requestsTellInputsApart()
{
    const auto post = std::make_shared<const RequestTemplate>(RequestTemplate{"POST", {{"A", "b"}}, "body"});
    const auto plain = std::make_shared<const RequestTemplate>();
    MadeSession a(path(u"a.inflight"_s));
    a.queue(u"http://a.test/"_s);
    MadeSession b(path(u"b.inflight"_s));
    b.queue(u"http://a.test/"_s, post);
    b.queue(u"http://a.test/"_s, plain);
    QCOMPARE(merged({a.write(), b.write()}).counts.inputs, 2);
    QCOMPARE(whole().jobs.at(1).input.request->method, "POST"_ba);
    QCOMPARE(whole().jobs.at(1).input.request->body, "body"_ba);
}

void TestMerge::largeBodiesComeAlong()
{
    const QByteArray large(300'000, 'x');
    MadeSession a(path(u"a.inflight"_s));
    a.end(u"http://a.test/"_s, JobState::Succeeded, large);
    MadeSession b(path(u"b.inflight"_s));
    b.end(u"http://b.test/"_s, JobState::Succeeded, large + "y");
    merged({a.write(), b.write()});
    QVERIFY(!removeSession(path(u"a.inflight"_s)));
    QVERIFY(!removeSession(path(u"b.inflight"_s)));
    QCOMPARE(body(0), large);
    QCOMPARE(body(1), large + "y");
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList({u"whole.inflight"_s, u"whole.inflight.bodies"_s}));
}

void TestMerge::whatHasComeOfABodyComesAlong()
{
    MadeSession a(path(u"a.inflight"_s));
    a.queue(u"http://a.test/"_s);
    a.queue(u"http://b.test/"_s);
    MadeSession b(path(u"b.inflight"_s));
    b.queue(u"http://b.test/"_s);
    b.write();
    MadeSession c(path(u"c.inflight"_s));
    c.queue(u"http://b.test/"_s);
    c.write();
    const auto begin = [](const QString &session, const QByteArray &bytes) {
        const SessionBodies bodies(session);
        QFile file(bodies.partPath(u"0.abc"_s));
        if (!QDir().mkpath(bodies.partsFolder()) || !file.open(QIODevice::WriteOnly))
            qFatal("it cannot be written");
        file.write(bytes);
        SessionBatch batch;
        ResponseHead head;
        head.status = 200;
        batch.parts.push_back({0, file.fileName(), u"http://b.test/moved"_s, head, bytes.size()});
        file.close();
        SessionWriter writer(session, {});
        QVERIFY(!writer.write(batch));
        QVERIFY(!writer.close());
    };
    begin(path(u"b.inflight"_s), "the");
    begin(path(u"c.inflight"_s), "the beginning");

    // The one that has most of it counts, whichever comes first.
    merged({a.write(), path(u"c.inflight"_s), path(u"b.inflight"_s)});
    QCOMPARE(QFileInfo(whole().jobs.at(1).part->file).size(), 13);
    QVERIFY(!removeSession(path(u"whole.inflight"_s)));
    merged({path(u"a.inflight"_s), path(u"b.inflight"_s), path(u"c.inflight"_s)});
    const StoredRun run = whole();
    QCOMPARE(run.jobs.size(), 2);
    QVERIFY(!run.jobs.at(0).part);
    const auto part = run.jobs.at(1).part;
    QVERIFY(part);
    QCOMPARE(part->url, u"http://b.test/moved"_s);
    QCOMPARE(part->head.status, 200);
    QFile copied(part->file);
    QVERIFY(copied.open(QIODevice::ReadOnly));
    QCOMPARE(copied.readAll(), "the beginning"_ba);
    // It is one of its own: both runs can be gone on with.
    QFile first(SessionBodies(path(u"c.inflight"_s)).partPath(u"0.abc"_s));
    QVERIFY(first.open(QIODevice::ReadWrite));
    QCOMPARE(first.readAll(), "the beginning"_ba);
    QVERIFY(first.resize(0));
    QCOMPARE(QFileInfo(part->file).size(), 13);
}

void TestMerge::lostBodiesAreSaid()
{
    MadeSession a(path(u"a.inflight"_s));
    a.end(u"http://a.test/"_s, JobState::Succeeded, QByteArray(300'000, 'x'));
    a.end(u"http://a.test/small"_s, JobState::Succeeded, "small");
    a.write();
    QCOMPARE(remarksOn(storedRun(path(u"a.inflight"_s)), path(u"a.inflight"_s)), QStringList());
    MadeSession b(path(u"b.inflight"_s));
    b.end(u"http://b.test/"_s, JobState::Succeeded, QByteArray(300'000, 'y'));
    b.end(u"http://b.test/z"_s, JobState::Succeeded, QByteArray(300'000, 'z'));
    b.write();
    const QByteArray digest = storedRun(path(u"b.inflight"_s)).jobs.at(0).record->sha256;
    QVERIFY(QFile::remove(SessionBodies(path(u"b.inflight"_s)).folder() + u'/' +
                          QString::fromLatin1(digest.first(2) + '/' + digest)));
    const StoredRun partly = storedRun(path(u"b.inflight"_s));
    QCOMPARE(partly.lostBodies, 1);
    QVERIFY(!partly.jobs.at(0).stored && partly.jobs.at(1).stored);
    QVERIFY(QDir(SessionBodies(path(u"a.inflight"_s)).folder()).removeRecursively());
    const StoredRun run = storedRun(path(u"a.inflight"_s));
    QVERIFY(!run.jobs.at(0).stored);
    QVERIFY(run.jobs.at(1).stored);
    const QString said = remarksOn(run, path(u"a.inflight"_s)).join(u' ');
    QVERIFY2(said.startsWith(u"1 body of this run is missing"_s), qPrintable(said));
    const auto result = mergeSessions({path(u"a.inflight"_s)}, path(u"whole.inflight"_s));
    QCOMPARE(std::get<MergeReport>(result).remarks, QStringList{said});
}

void TestMerge::rowsThatWaitAreSaid()
{
    MadeSession a(path(u"a.inflight"_s));
    a.queue(u"http://a.test/0"_s);
    a.end(u"http://a.test/1"_s);
    a.write();
    const SessionBodies bodies(path(u"a.inflight"_s));
    AppendTrail trail;
    trail.read({bodies.notesFolder() + u"/0"_s, {}}, {{path(u"rows.csv"_s), {}, {}, {}, {}}, false});
    trail.begin(std::nullopt);
    Payload payload;
    payload.values = Body("{}\n");
    trail.waits(1, payload);
    QCOMPARE(trail.trouble(), QString());
    const QStringList remarks = merged({path(u"a.inflight"_s)}).remarks;
    QCOMPARE(remarks.size(), 1);
    QVERIFY2(remarks.constFirst().contains(u"rows of append that wait"_s), qPrintable(remarks.constFirst()));
    trail.written(1, payload);
    QVERIFY(!removeSession(path(u"whole.inflight"_s)));
    QCOMPARE(merged({path(u"a.inflight"_s)}).remarks, QStringList());
}

void TestMerge::whatIsNoSessionIsRefused()
{
    MadeSession a(path(u"a.inflight"_s));
    a.queue(u"http://a.test/"_s);
    QFile other(path(u"b.inflight"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("http://a.test/\n");
    other.close();
    const auto result = mergeSessions({a.write(), other.fileName()}, path(u"whole.inflight"_s));
    QVERIFY(std::holds_alternative<MergeFault>(result));
    QVERIFY(!std::get<MergeFault>(result).notWritten);
    QVERIFY(std::get<MergeFault>(result).message.contains(other.fileName()));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList({u"a.inflight"_s, u"b.inflight"_s}));
}

void TestMerge::aPlaceThatCannotBeWrittenIsSaid()
{
    MadeSession a(path(u"a.inflight"_s));
    a.queue(u"http://a.test/"_s);
    const auto result = mergeSessions({a.write()}, path(u"a.inflight/whole.inflight"_s));
    QVERIFY(std::holds_alternative<MergeFault>(result));
    QVERIFY(std::get<MergeFault>(result).notWritten);
}

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
