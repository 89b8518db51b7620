// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "store/session/sessionreader.h"
#include "support/testsupport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

const QByteArray saidOfCut = "was cut short: the session has ";

int endedIn(const QString &session)
{
    const auto summary = readSummary(session);
    const auto *const read = std::get_if<SessionSummary>(&summary);
    return read ? static_cast<int>(read->counts.succeeded) : -1;
}

bool isOpen(const QString &session)
{
    const auto summary = readSummary(session);
    const auto *const read = std::get_if<SessionSummary>(&summary);
    return !read || read->info.inputsOpen;
}

} // namespace

/// Runs that were killed while their list still came from stdin.
class TestCutList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsMissingIsSaid();
    void theListGivenOnceMoreIsTheRest();
    void theListGivenOnceMoreByStdin();
    void anotherKillChangesNothing();
    void theRestIsAskedForAsTheBeginning_data();
    void theRestIsAskedForAsTheBeginning();
    void aWholeListGivenOnceMoreIsKnown();
    void aListThatCameWholeIsNotCut();
    void aMergedRunSaysItToo();

private:
    /// Kills a run that has read `count` lines of the list and ended those jobs, with stdin still open.
    void cutAfter(int count, const QStringList &flags = {});
    [[nodiscard]] QByteArray lines(int count) const;
    [[nodiscard]] QStringList resume(const QStringList &further = {}) const;
    [[nodiscard]] QString session() const { return m_folder->filePath(u"s.inflight"_s); }
    [[nodiscard]] QString list() const { return m_folder->filePath(u"urls.txt"_s); }

    static constexpr int all = 5;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ScriptServer> m_server;
    std::atomic<bool> m_isSilent = false; ///< answers nothing
};

void TestCutList::init()
{
    m_isSilent = false;
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = std::make_unique<ScriptServer>([this](const ServerRequest &) {
        return m_isSilent ? Script::never() : Script::answer(200, {}, "body");
    });
    QFile file(list());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines(all));
}

/// The second one stands there twice.
QByteArray TestCutList::lines(int count) const
{
    QByteArrayList lines;
    for (const int number : {0, 1, 1, 2, 3})
        lines.append(m_server->url(u"/%1"_s.arg(number)).toUtf8() + '\n');
    return lines.first(count).join();
}

QStringList TestCutList::resume(const QStringList &further) const
{
    return QStringList{u"--headless"_s, u"--resume"_s, session()} + further;
}

void TestCutList::cutAfter(int count, const QStringList &flags)
{
    QProcess process;
    QVERIFY(startInflight(process,
                          QStringList{u"--headless"_s, u"--session"_s, session(), u"-i"_s, u"-"_s} + flags));
    process.write(lines(count));
    QTRY_COMPARE_WITH_TIMEOUT(endedIn(session()), count, 20'000);
    process.kill();
    QVERIFY(process.waitForFinished());
}

void TestCutList::whatIsMissingIsSaid()
{
    cutAfter(2);
    const ProcessRun run = runInflight(resume({u"-q"_s}));
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(saidOfCut + "2 inputs"), run.err.constData());
    // Also where it is only looked at.
    const ProcessRun looked = runInflight({u"--headless"_s, session()});
    QCOMPARE(looked.exitCode, 2);
    QVERIFY2(looked.err.contains(saidOfCut + "2 inputs"), looked.err.constData());
}

void TestCutList::theListGivenOnceMoreIsTheRest()
{
    cutAfter(2);
    const ProcessRun run = runInflight(resume({u"-H"_s, u"X-Token: new"_s, u"-i"_s, list()}));
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY2(run.err.contains("known: 2 of the inputs"), run.err.constData());
    QVERIFY(!run.err.contains(saidOfCut));
    QCOMPARE(m_server->countFor("/0"), 1);
    QCOMPARE(m_server->countFor("/1"), 2);
    QCOMPARE(m_server->requests().size(), all);
    const ProcessRun again = runInflight(resume());
    QVERIFY2(again.exitCode == 0, again.err.constData());
    QCOMPARE(m_server->requests().size(), all);
}

void TestCutList::theListGivenOnceMoreByStdin()
{
    cutAfter(3);
    const ProcessRun run = runInflight(resume({u"-i"_s, u"-"_s}), lines(all));
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY2(run.err.contains("known: 3 of the inputs"), run.err.constData());
    QCOMPARE(m_server->requests().size(), all);
    QVERIFY(!isOpen(session()));
}

void TestCutList::anotherKillChangesNothing()
{
    cutAfter(1);
    QProcess process;
    QVERIFY(startInflight(process, resume({u"-i"_s, u"-"_s})));
    process.write(lines(3));
    QTRY_COMPARE_WITH_TIMEOUT(endedIn(session()), 3, 20'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    QVERIFY(isOpen(session()));
    QCOMPARE(runInflight(resume({u"-i"_s, u"-"_s}), lines(all)).exitCode, 0);
    QCOMPARE(m_server->requests().size(), all);
}

void TestCutList::theRestIsAskedForAsTheBeginning_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("as before") << QStringList() << "PUT"_ba
                               << "one"_ba
                               << "old"_ba;
    QTest::newRow("another token") << QStringList{u"-H"_s, u"X-Token: new"_s} << "PUT"_ba
                                   << "one"_ba
                                   << "new"_ba;
    QTest::newRow("another body") << QStringList{u"-X"_s, u"PATCH"_s, u"-d"_s, u"two"_s} << "PATCH"_ba
                                  << "two"_ba
                                  << "old"_ba;
}

void TestCutList::theRestIsAskedForAsTheBeginning()
{
    QFETCH(const QStringList, flags);
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, token);
    cutAfter(2, {u"-X"_s, u"PUT"_s, u"-d"_s, u"one"_s, u"-H"_s, u"X-Token: old"_s});
    const ProcessRun run = runInflight(resume(QStringList{u"-i"_s, list()} + flags));
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY2(run.err.contains("known: 2 of the inputs"), run.err.constData());
    const auto requests = m_server->requests();
    QCOMPARE(requests.size(), all);
    for (const ServerRequest &request : requests.sliced(2)) {
        QCOMPARE(request.method, method);
        QCOMPARE(request.body, body);
        QCOMPARE(headerValue(request.headers, "x-token"), token);
    }
}

void TestCutList::aWholeListGivenOnceMoreIsKnown()
{
    QCOMPARE(runInflight({u"--headless"_s, u"--session"_s, session(), u"-i"_s, list()}).exitCode, 0);
    const ProcessRun run =
        runInflight(resume({u"-i"_s, u"-"_s}), lines(all) + m_server->url(u"/9"_s).toUtf8());
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY2(run.err.contains("known: 5 of the inputs"), run.err.constData());
    QVERIFY2(run.err.contains("6 jobs: 6 succeeded"), run.err.constData());
    QCOMPARE(m_server->requests().size(), all + 1);
}

void TestCutList::aListThatCameWholeIsNotCut()
{
    m_isSilent = true;
    QProcess process;
    QVERIFY(startInflight(process, {u"--headless"_s, u"--session"_s, session(), u"-i"_s, u"-"_s}));
    process.write(lines(all));
    process.closeWriteChannel();
    QTRY_VERIFY_WITH_TIMEOUT(!isOpen(session()), 20'000);
    process.kill();
    QVERIFY(process.waitForFinished());
    m_isSilent = false;
    const ProcessRun run = runInflight(resume());
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QVERIFY2(run.err.startsWith("5 jobs: 5 succeeded"), run.err.constData());
}

void TestCutList::aMergedRunSaysItToo()
{
    cutAfter(2);
    const ProcessRun run = runInflight(
        {u"--headless"_s, u"--merge"_s, session(), u"--session"_s, m_folder->filePath(u"whole.inflight"_s)});
    QCOMPARE(run.exitCode, 2);
    QVERIFY2(run.err.contains(saidOfCut + "2 inputs"), run.err.constData());
}

QTEST_GUILESS_MAIN(TestCutList)
#include "tst_cutlist.moc"
