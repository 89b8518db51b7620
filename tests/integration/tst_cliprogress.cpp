// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptserver.h"
#include "screen.h"
#include "support/testsupport.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// A terminal that nobody sits at.
class PseudoTerminal
{
    Q_DISABLE_COPY_MOVE(PseudoTerminal)

public:
    PseudoTerminal()
        : m_master(::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC))
    {
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0)
            return;
        m_name = QFile::decodeName(::ptsname(m_master));
        // Held open, so that what was written outlives the writer.
        m_slave = ::open(QFile::encodeName(m_name).constData(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    }
    ~PseudoTerminal()
    {
        ::close(m_slave);
        ::close(m_master);
    }

    [[nodiscard]] const QString &name() const { return m_name; }
    void setSize(unsigned short columns, unsigned short rows) const
    {
        const winsize size{rows, columns, 0, 0};
        ::ioctl(m_slave, TIOCSWINSZ, &size);
    }
    [[nodiscard]] QByteArray readAll() const
    {
        QByteArray all;
        char buffer[4096];
        ssize_t got = 0;
        while ((got = ::read(m_master, buffer, sizeof buffer)) > 0)
            all.append(buffer, got);
        return all;
    }

private:
    int m_master;
    int m_slave = -1;
    QString m_name;
};

Script answerFor(const ServerRequest &request)
{
    return request.path() == "/never" ? Script::never() : Script::answer(200, {}, "body");
}

} // namespace

/// What a terminal sees of a run.
class TestCliProgress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blockOnATerminal();
    void blockFitsASmallTerminal_data();
    void blockFitsASmallTerminal();
    void blockFollowsTheTerminalsSize();
    void noBlockWhereRecordsAre();
    void noProgressLineUnlessWanted_data();
    void noProgressLineUnlessWanted();
    void noTerminalNoControls();
    void stallsOnRequest();

private:
    [[nodiscard]] bool start(QProcess &process, const PseudoTerminal &terminal,
                             const QStringList &flags) const;

    ScriptServer m_server{answerFor};
};

/// Two jobs, one of which never ends by itself.
bool TestCliProgress::start(QProcess &process, const PseudoTerminal &terminal, const QStringList &flags) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TERM"_s, u"xterm"_s);
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(terminal.name(), QIODevice::Append);
    return startInflight(process, QStringList{u"--headless"_s} + flags +
                                      QStringList{m_server.url(u"/a"_s), m_server.url(u"/never"_s)});
}

void TestCliProgress::blockOnATerminal()
{
    const PseudoTerminal terminal;
    QVERIFY(!terminal.name().isEmpty());
    terminal.setSize(80, 24);
    QProcess process;
    QVERIFY(start(process, terminal, {u"--slow"_s, u"0.1"_s}));
    Screen screen(80, 24);
    const auto shows = [&](const QString &text) {
        screen.write(terminal.readAll());
        return screen.text().contains(text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"slow: "_s), 20'000);
    QVERIFY2(screen.lines().first().contains(u"1/2  running 1"), qPrintable(screen.text()));
    QVERIFY2(screen.lines().at(1).startsWith(u"fetch   1 active"), qPrintable(screen.text()));
    QVERIFY2(screen.lines().at(4).startsWith(u"digest  0 active"), qPrintable(screen.text()));
    QVERIFY2(screen.lines().at(5).contains(u" in fetch") && screen.lines().at(5).endsWith(u"/never"),
             qPrintable(screen.text()));
    QCOMPARE(screen.cursor(), QPoint(0, 6));
    // What was there is gone before the last word, and nothing else than that stays.
    process.terminate();
    QCOMPARE(awaitInflight(process).exitCode, 130);
    QVERIFY(shows(u"2 jobs: "_s));
    QVERIFY2(screen.lines().first().startsWith(u"interrupted: "), qPrintable(screen.text()));
    QVERIFY2(screen.lines().at(1).startsWith(u"2 jobs: 1 succeeded, 1 cancelled"), qPrintable(screen.text()));
    QVERIFY2(!screen.text().contains(u"active"), qPrintable(screen.text()));
    QCOMPARE(screen.cursor(), QPoint(0, 2));
}

void TestCliProgress::blockFitsASmallTerminal_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::addColumn<bool>("hasStages");
    QTest::newRow("40 x 10") << 40 << 10 << true;
    QTest::newRow("20 x 6") << 20 << 6 << true;
    QTest::newRow("40 x 5") << 40 << 5 << false;
    QTest::newRow("10 x 2") << 10 << 2 << false;
}

void TestCliProgress::blockFitsASmallTerminal()
{
    QFETCH(int, columns);
    QFETCH(int, rows);
    const PseudoTerminal terminal;
    terminal.setSize(static_cast<unsigned short>(columns), static_cast<unsigned short>(rows));
    QProcess process;
    QVERIFY(start(process, terminal, {u"--max-time"_s, u"5"_s}));
    Screen screen(columns, rows);
    const auto shows = [&](const QString &text) {
        screen.write(terminal.readAll());
        return screen.text().contains(text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"1/2"_s), 20'000);
    QTEST(screen.text().contains(u"fetch"), "hasStages");
    QVERIFY2(screen.lines().first().startsWith(u"1/2"), qPrintable(screen.text()));
    QCOMPARE(screen.scrolled(), 0);
    process.terminate();
    QCOMPARE(awaitInflight(process).exitCode, 130);
}

void TestCliProgress::blockFollowsTheTerminalsSize()
{
    const PseudoTerminal terminal;
    terminal.setSize(100, 24);
    QProcess process;
    QVERIFY(start(process, terminal, {}));
    QByteArray seen;
    const auto sees = [&](const QByteArray &text) {
        seen += terminal.readAll();
        return seen.contains(text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(sees("fetch   1 active  1 done"), 20'000);
    seen.clear();
    // The terminal breaks the lines of more than 20 columns in two and more: they are gone over as they
    // stand.
    terminal.setSize(20, 24);
    QTRY_VERIFY_WITH_TIMEOUT(sees("fetch   1 active\033[K"), 20'000);
    const QRegularExpressionMatch up =
        QRegularExpression(u"^\r\033\\[(\\d+)A"_s).match(QString::fromLatin1(seen.mid(seen.indexOf('\r'))));
    QVERIFY2(up.captured(1).toInt() > 5, seen.constData());
    process.terminate();
    QCOMPARE(awaitInflight(process).exitCode, 130);
}

void TestCliProgress::noBlockWhereRecordsAre()
{
    const PseudoTerminal terminal;
    terminal.setSize(80, 24);
    QProcess process;
    process.setStandardOutputFile(terminal.name(), QIODevice::Append);
    QVERIFY(start(process, terminal, {u"-o"_s, u"-"_s, u"--max-time"_s, u"0.5"_s}));
    QCOMPARE(awaitInflight(process).exitCode, 2);
    const QByteArray seen = terminal.readAll();
    QVERIFY2(seen.contains("\"state\"") && !seen.contains('\033'), seen.constData());
}

void TestCliProgress::noProgressLineUnlessWanted_data()
{
    QTest::addColumn<QString>("flag");
    QTest::newRow("-n") << u"-n"_s;
    QTest::newRow("-q") << u"-q"_s;
}

void TestCliProgress::noProgressLineUnlessWanted()
{
    QFETCH(QString, flag);
    const PseudoTerminal terminal;
    QVERIFY(!terminal.name().isEmpty());
    QProcess process;
    process.setStandardErrorFile(terminal.name(), QIODevice::Append);
    QVERIFY(startInflight(process,
                          {u"--headless"_s, flag, u"--max-time"_s, u"0.3"_s, m_server.url(u"/never"_s)}));
    QCOMPARE(awaitInflight(process).exitCode, 2);
    const QByteArray seen = terminal.readAll();
    QVERIFY2(!seen.contains('\033'), seen.constData());
    QCOMPARE(seen.isEmpty(), flag == u"-q"_s);
}

void TestCliProgress::noTerminalNoControls()
{
    const ProcessRun run = runInflight({u"--headless"_s, u"-v"_s, u"--max-time"_s, u"0.5"_s,
                                        m_server.url(u"/a"_s), m_server.url(u"/never"_s)});
    QCOMPARE(run.exitCode, 2);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(!run.err.contains('\033') && !run.err.contains('\r'), run.err.constData());
    // The summary has times of jobs.
    QVERIFY2(run.err.contains("p50") && run.err.contains("\ntime to first byte  "), run.err.constData());
    QVERIFY2(run.err.contains("\ntotal time  "), run.err.constData());
}

void TestCliProgress::stallsOnRequest()
{
    const QStringList arguments{u"--headless"_s, u"-q"_s, u"--max-time"_s, u"0.3"_s,
                                m_server.url(u"/never"_s)};
    QVERIFY(runInflight(arguments).err.isEmpty());
    const ProcessRun run = runInflight(arguments + QStringList{u"--report-stalls"_s});
    QVERIFY2(run.err.startsWith("event-loop latency  "), run.err.constData());
    static const QRegularExpression row(
        u"^(main|engine) thread( +[\\d.]+ (ms|s)){5} +[\\d,]+ of ([\\d,]+) +[\\d.]+ (ms|s)$"_s,
        QRegularExpression::MultilineOption);
    QRegularExpressionMatchIterator rows = row.globalMatch(QString::fromUtf8(run.err));
    for (int i = 0; i < 2; ++i) {
        QVERIFY2(rows.hasNext(), run.err.constData());
        QVERIFY(rows.next().captured(4).toInt() > 0);
    }
}

QTEST_GUILESS_MAIN(TestCliProgress)
#include "tst_cliprogress.moc"
