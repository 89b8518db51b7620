// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptserver.h"
#include "support/testsupport.h"

#include <QFile>
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
    void setColumns(unsigned short columns) const
    {
        const winsize size{24, columns, 0, 0};
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
    void progressLineOnATerminal();
    void noProgressLineUnlessWanted_data();
    void noProgressLineUnlessWanted();

private:
    ScriptServer m_server{answerFor};
};

void TestCliProgress::progressLineOnATerminal()
{
    const PseudoTerminal terminal;
    QVERIFY(!terminal.name().isEmpty());
    terminal.setColumns(60);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TERM"_s, u"xterm"_s);
    process.setProcessEnvironment(environment);
    process.setStandardErrorFile(terminal.name(), QIODevice::Append);
    QVERIFY(startInflight(process, {u"--headless"_s, u"--max-time"_s, u"0.5"_s, m_server.url(u"/a"_s),
                                    m_server.url(u"/never"_s)}));
    QByteArray seen;
    const auto sees = [&](const QByteArray &text) {
        seen += terminal.readAll();
        return seen.contains(text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(sees("1/2  running 1"), 5000);
    QCOMPARE(awaitInflight(process).exitCode, 2);
    QVERIFY(sees("2 jobs: "));
    // The line rewrites itself, fits the terminal, and is gone before the last word.
    for (const QByteArray &line : seen.split('\r')) {
        if (line.startsWith("\033[K") && line.contains("running"))
            QVERIFY2(QString::fromUtf8(line).size() < 60 + 3, line.constData());
    }
    const qsizetype summary = seen.indexOf("2 jobs: ");
    QVERIFY2(seen.lastIndexOf("\r\033[K", summary) > seen.lastIndexOf("running", summary), seen.constData());
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

QTEST_GUILESS_MAIN(TestCliProgress)
#include "tst_cliprogress.moc"
