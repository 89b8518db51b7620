// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr int patience = 30'000;

Script answerFor(const ServerRequest &request)
{
    const QByteArray path = request.path();
    if (path.startsWith("/missing"))
        return Script::answer(404, {{"Content-Type", "text/html"}}, "<p>none</p>");
    if (path == "/never")
        return Script::never();
    if (path == "/binary")
        return Script::answer(200, {{"Content-Type", "image/png"}},
                              QByteArray("\x89PNG\r\n\x1a\n\0\xff", 10));
    return Script::answer(200,
                          {{"Content-Type", "text/plain; charset=utf-8"},
                           {"Set-Cookie", "sid=sesame; Path=/"},
                           {"Content-Disposition", "attachment; filename=\"=cmd, \\\"x\\\".txt\""}},
                          "a,\"b\"\r\n=1+1 ]]> é");
}

/// What independent readers say of a folder with outputs of all formats, in Python: the names of what is
/// wrong, or "fine".
constexpr auto readers = R"(
import base64, csv, hashlib, json, os, sqlite3, sys
import xml.etree.ElementTree as ET
folder, expected = sys.argv[1], int(sys.argv[2])
def at(name): return os.path.join(folder, name)
records = [json.loads(line) for line in open(at('a.jsonl'), encoding='utf-8')]
states = {record['id']: record['state'] for record in records}
assert len(states) == len(records) == expected, ('jsonl', len(records))
rows = list(csv.DictReader(open(at('a.csv'), encoding='utf-8', newline='')))
assert {int(row['id']): row['state'] for row in rows} == states, 'csv'
assert open(at('a.csv'), 'rb').read().count(b'\r\n') == expected + 1, 'csv ends'
har = json.load(open(at('a.har'), encoding='utf-8'))['log']
assert har['version'] == '1.2' and {e['_id']: e['_state'] for e in har['entries']} == states, 'har'
for entry in har['entries']:
    known = [ms for name, ms in entry['timings'].items() if ms >= 0 and name != 'ssl']
    assert abs(sum(known) - entry['time']) < 0.01, 'har time'
    content = entry['response']['content']
    if content.get('encoding') == 'base64':
        assert base64.b64decode(content['text']).startswith(b'\x89PNG'), 'har base64'
suite = ET.parse(at('a.xml')).getroot().find('testsuite')
cases = suite.findall('testcase')
def count(state): return sum(1 for value in states.values() if value == state)
assert len(cases) == expected == int(suite.get('tests')), 'junit'
assert len(suite.findall('testcase/failure')) == count('failed') == int(suite.get('failures')), 'junit failures'
assert len(suite.findall('testcase/skipped')) == count('cancelled') == int(suite.get('skipped')), 'junit skipped'
with sqlite3.connect(at('a.sqlite')) as database:
    assert dict(database.execute('SELECT id, state FROM jobs')) == states, 'sqlite'
    assert database.execute('PRAGMA integrity_check').fetchone() == ('ok',), 'sqlite whole'
    for record, in database.execute('SELECT record FROM jobs'): json.loads(record)
index = [json.loads(line) for line in open(at('bodies/index.jsonl'), encoding='utf-8')]
assert {record['id']: record['state'] for record in index} == states, 'dir'
for record in index:
    if record['file']:
        body = open(at('bodies/' + record['file']), 'rb').read()
        assert hashlib.sha256(body).hexdigest() == record['sha256'], 'dir digest'
names = [record['file'] for record in index if record['file']]
assert sorted(names + ['index.jsonl']) == sorted(os.listdir(at('bodies'))), 'dir files'
assert len(names) == sum(1 for record in index if record['bytes']), 'dir bodies'
print('fine')
)";

QString readBack(const QString &folder, int expected)
{
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, QString::fromUtf8(readers), folder, QString::number(expected)});
    python.waitForFinished(patience);
    return QString::fromUtf8(python.readAllStandardOutput() + python.readAllStandardError()).trimmed();
}

/// Every format at once, into `folder`.
QStringList allOutputs(const QTemporaryDir &folder)
{
    QStringList arguments{u"--headless"_s};
    for (const char *name : {"a.jsonl", "a.csv", "a.har", "a.xml", "a.sqlite", "bodies/"})
        arguments << u"-o"_s << folder.filePath(QString::fromLatin1(name));
    return arguments;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The outputs as processes write them and as others read them.
class TestOutputs final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<ScriptServer>(answerFor); }

    void allAtOnceAreReadByOthers();
    void interruptedTheyHaveEverything();
    void killedTheyHaveNoName();
    void streamsGoToStdout_data();
    void streamsGoToStdout();
    void columns();
    void unwritableOnesFetchNothing_data();
    void unwritableOnesFetchNothing();

private:
    [[nodiscard]] QString url(const QString &path) const { return m_server->url(path); }
    /// Waits until all jobs but the one that never ends were taken up.
    [[nodiscard]] bool awaitRecords(const QTemporaryDir &folder, int count)
    {
        return QTest::qWaitFor(
            [&] { return contentOf(folder.filePath(u"a.jsonl.part"_s)).count('\n') == count; }, patience);
    }

    std::unique_ptr<ScriptServer> m_server;
};

void TestOutputs::allAtOnceAreReadByOthers()
{
    const QTemporaryDir folder;
    const ProcessRun run =
        runInflight(allOutputs(folder) + QStringList{url(u"/a?api_key=sesame"_s), url(u"/missing"_s),
                                                     url(u"/binary"_s), url(u"/a?api_key=sesame"_s),
                                                     u"http://127.0.0.1:1/refused"_s, u"--retry"_s, u"0"_s});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(readBack(folder.path(), 5), u"fine"_s);
    for (const char *name : {"a.jsonl", "a.csv", "a.har", "a.xml", "a.sqlite", "bodies/index.jsonl"})
        QVERIFY2(!contentOf(folder.filePath(QString::fromLatin1(name))).contains("sesame"), name);
}

void TestOutputs::interruptedTheyHaveEverything()
{
    const QTemporaryDir folder;
    QProcess process;
    QVERIFY(startInflight(process, allOutputs(folder) + QStringList{url(u"/a"_s), url(u"/never"_s)}));
    QVERIFY(awaitRecords(folder, 1));
    QVERIFY(!QFile::exists(folder.filePath(u"a.csv"_s)));
    QCOMPARE(::kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QCOMPARE(awaitInflight(process).exitCode, 130);
    QCOMPARE(readBack(folder.path(), 2), u"fine"_s);
}

void TestOutputs::killedTheyHaveNoName()
{
    const QTemporaryDir folder;
    QProcess process;
    QVERIFY(startInflight(process, allOutputs(folder) + QStringList{url(u"/a"_s), url(u"/never"_s)}));
    QVERIFY(awaitRecords(folder, 1));
    process.kill();
    QVERIFY(process.waitForFinished(patience));
    for (const char *name : {"a.jsonl", "a.csv", "a.har", "a.xml", "a.sqlite", "bodies/index.jsonl"})
        QVERIFY2(!QFile::exists(folder.filePath(QString::fromLatin1(name))), name);
    // What was left does not stand in the way.
    QCOMPARE(runInflight(allOutputs(folder) + QStringList{url(u"/a"_s)}).exitCode, 0);
    QCOMPARE(readBack(folder.path(), 1), u"fine"_s);
}

void TestOutputs::streamsGoToStdout_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QByteArray>("beginning");
    QTest::newRow("jsonl") << u"jsonl"_s << QByteArray("{\"id\":0,");
    QTest::newRow("csv") << u"csv"_s << QByteArray("id,url,");
    QTest::newRow("har") << u"har"_s << QByteArray("{\"log\":{\"version\":\"1.2\"");
    QTest::newRow("junit") << u"junit"_s << QByteArray("<?xml version=\"1.0\"");
}

void TestOutputs::streamsGoToStdout()
{
    QFETCH(QString, format);
    QFETCH(QByteArray, beginning);
    const ProcessRun run = runHeadlessly({u"-f"_s, format, url(u"/a"_s)});
    QCOMPARE(run.exitCode, 0);
    QVERIFY2(run.out.startsWith(beginning), run.out.constData());
    QVERIFY(run.out.endsWith('\n'));
}

void TestOutputs::columns()
{
    const ProcessRun run =
        runHeadlessly({u"-f"_s, u"csv"_s, u"--columns"_s, u"status,state, id"_s, url(u"/a"_s)});
    QCOMPARE(run.out, QByteArray("status,state,id\r\n200,succeeded,0\r\n"));
}

void TestOutputs::unwritableOnesFetchNothing_data()
{
    QTest::addColumn<QString>("path");
    for (const char *path : {"/proc/nowhere/a.csv", "/proc/nowhere/a.har", "/proc/nowhere/a.xml",
                             "/proc/nowhere/a.sqlite", "/proc/nowhere/bodies/"})
        QTest::newRow(path) << QString::fromLatin1(path);
}

void TestOutputs::unwritableOnesFetchNothing()
{
    QFETCH(QString, path);
    const ProcessRun run = runInflight({u"--headless"_s, u"-o"_s, path, url(u"/a"_s)});
    QCOMPARE(run.exitCode, 3);
    QVERIFY2(run.err.contains(QDir::cleanPath(path).toUtf8()), run.err.constData());
    QCOMPARE(m_server->requestCount(), 0);
}

QTEST_GUILESS_MAIN(TestOutputs)
#include "tst_outputs.moc"
