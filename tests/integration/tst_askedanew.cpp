// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "store/session/sessionreader.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

QByteArray authorizationOf(const ServerRequest &request)
{
    return headerValue(request.headers, "authorization");
}

/// Lets everybody see /open, and the rest whoever has the token of today.
Script answerFor(const ServerRequest &request)
{
    return Script::answer(request.path() == "/open" || authorizationOf(request) == "Bearer new" ? 200 : 401);
}

} // namespace

/// Flags of requests that are given with --resume.
class TestAskedAnew final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherTokenIsSent();
    void dotsAreReplaced();
    void nothingSaidIsAsBefore();

private:
    [[nodiscard]] ProcessRun begin(const QString &authorization) const
    {
        return runInflight({u"--headless"_s, u"--session"_s, session(), u"-H"_s,
                            u"Authorization: "_s + authorization, u"-H"_s, u"X-Kept: kept"_s,
                            m_server.url(u"/open"_s), m_server.url(u"/a"_s), m_server.url(u"/b"_s)});
    }
    [[nodiscard]] ProcessRun resume(const QStringList &flags) const
    {
        return runInflight(QStringList{u"--headless"_s, u"--resume"_s, session(), u"--again"_s, u"failed"_s} +
                           flags);
    }
    [[nodiscard]] QString session() const
    {
        return m_folder.filePath(QLatin1StringView(QTest::currentTestFunction()) + ".inflight"_L1);
    }

    ScriptServer m_server{answerFor};
    QTemporaryDir m_folder;
};

void TestAskedAnew::anotherTokenIsSent()
{
    QCOMPARE(begin(u"Bearer old"_s).exitCode, 2);
    const auto before = m_server.requests().size();
    const ProcessRun run = resume({u"-H"_s, u"authorization: Bearer new"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    const auto requests = m_server.requests().sliced(before);
    QCOMPARE(requests.size(), 2);
    for (const ServerRequest &request : requests) {
        QCOMPARE(authorizationOf(request), "Bearer new"_ba);
        QCOMPARE(headerValue(request.headers, "x-kept"), "kept"_ba);
    }
    // The session says what was asked, and asks so again.
    const auto read = readSession(session());
    QVERIFY(std::holds_alternative<StoredRun>(read));
    const StoredRun &stored = std::get<StoredRun>(read);
    QCOMPARE(stored.jobs.size(), 3);
    QCOMPARE(headerValue(stored.jobs.at(0).input.request->headers, "authorization"), "Bearer old"_ba);
    QCOMPARE(headerValue(stored.jobs.at(2).input.request->headers, "authorization"), "Bearer new"_ba);
    const auto summary = readSummary(session());
    QCOMPARE(std::get<SessionSummary>(summary).counts.inputs, 3);
}

void TestAskedAnew::dotsAreReplaced()
{
    const auto before = m_server.requests().size();
    QCOMPARE(begin(u"•••"_s).exitCode, 2);
    QCOMPARE(m_server.requests().size(), before);
    const ProcessRun run = resume({u"-H"_s, u"Authorization: Bearer new"_s});
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(m_server.requests().size(), before + 3);
}

void TestAskedAnew::nothingSaidIsAsBefore()
{
    QCOMPARE(begin(u"Bearer old"_s).exitCode, 2);
    const auto before = m_server.requests().size();
    QCOMPARE(resume({}).exitCode, 2);
    for (const ServerRequest &request : m_server.requests().sliced(before))
        QCOMPARE(authorizationOf(request), "Bearer old"_ba);
}

QTEST_GUILESS_MAIN(TestAskedAnew)
#include "tst_askedanew.moc"
