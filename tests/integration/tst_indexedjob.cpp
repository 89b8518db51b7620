// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "store/session/sessionreader.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>
#include <vector>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr int podCount = 4;
constexpr int serverCount = 8;
constexpr int pathCount = 4;

/// "/0" holds until the test lets it pass.
Script answerFor(const ServerRequest &request)
{
    const Script answer = Script::answer(200, {{"Content-Type", "text/plain"}}, "body of " + request.path());
    return request.path() == "/0" ? Script().hold().then(answer) : answer;
}

/// The argument of "sh -c" in the README's Job, folded as YAML folds it; empty when it is not found.
QString shellOfTheJob()
{
    QFile file(QStringLiteral(README_FILE));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    return text.section(u"            - >-\n"_s, 1, 1)
        .section(u"          volumeMounts:"_s, 0, 0)
        .simplified();
}

/// What runs in one container: the README's command, in a group of processes of its own.
class Pod
{
public:
    Pod(int index, const QString &folder)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        const QFileInfo program(qEnvironmentVariable("INFLIGHT_PROGRAM"));
        environment.insert(u"PATH"_s, program.absolutePath() + u':' + environment.value(u"PATH"_s));
        environment.insert(u"JOB_COMPLETION_INDEX"_s, QString::number(index));
        m_process.setProcessEnvironment(environment);
        m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
        m_process.start(u"sh"_s, {u"-c"_s, shellOfTheJob().replace("/data"_L1, folder)});
    }
    /// As a node that loses power. The pod of an empty share may have ended.
    void kill()
    {
        if (m_process.state() != QProcess::Running)
            return;
        ::kill(-static_cast<pid_t>(m_process.processId()), SIGKILL);
        m_process.waitForFinished();
    }
    ProcessRun await() { return awaitInflight(m_process); }

private:
    QProcess m_process;
};

/// How many jobs of the session at `path` have ended, as far as it is written; -1: there is none.
qsizetype endedIn(const QString &path)
{
    if (!QFile::exists(path))
        return -1;
    const auto read = readSession(path);
    const auto *const run = std::get_if<StoredRun>(&read);
    return run ? run->ended.size() : -1;
}

} // namespace

/// The README's Job for Kubernetes, a process a pod.
class TestIndexedJob final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void podsThatAreLostGoOn();
};

void TestIndexedJob::podsThatAreLostGoOn()
{
    QTemporaryDir folder;
    std::vector<std::unique_ptr<ScriptServer>> servers;
    QFile list(folder.filePath(u"urls.txt"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    for (int server = 0; server < serverCount; ++server) {
        servers.push_back(std::make_unique<ScriptServer>(answerFor));
        for (int path = 0; path < pathCount; ++path)
            list.write(servers.back()->url(u"/%1\n"_s.arg(path)).toUtf8());
    }
    list.close();
    QVERIFY(shellOfTheJob().contains("--shard"_L1));

    std::vector<std::unique_ptr<Pod>> pods;
    for (int index = 0; index < podCount; ++index)
        pods.push_back(std::make_unique<Pod>(index, folder.path()));
    const auto endedInAll = [&folder] {
        qsizetype ended = 0;
        for (int index = 0; index < podCount; ++index)
            ended += endedIn(folder.filePath(u"part%1.inflight"_s.arg(index)));
        return ended;
    };
    QTRY_COMPARE_WITH_TIMEOUT(endedInAll(), serverCount * (pathCount - 1), 20'000);
    for (const auto &pod : pods)
        pod->kill();

    for (const auto &server : servers)
        server->release();
    QStringList urls;
    for (int index = 0; index < podCount; ++index) {
        const ProcessRun run = Pod(index, folder.path()).await();
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QFile part(folder.filePath(u"part%1.jsonl"_s.arg(index)));
        QVERIFY(part.open(QIODevice::ReadOnly));
        for (const QJsonObject &record : recordsOf(part.readAll()))
            urls.append(record["url"_L1].toString());
    }
    QCOMPARE(urls.size(), serverCount * pathCount);
    QCOMPARE(QSet<QString>(urls.begin(), urls.end()).size(), urls.size());
    for (const auto &server : servers) {
        QCOMPARE(server->countFor("/0"), 2);
        QCOMPARE(server->requestCount(), pathCount + 1);
    }
}

QTEST_GUILESS_MAIN(TestIndexedJob)
#include "tst_indexedjob.moc"
