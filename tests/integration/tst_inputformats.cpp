// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clirun.h"
#include "demo/scriptserver.h"
#include "support/testsupport.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

ProcessRun dump(const QStringList &arguments, const QByteArray &input)
{
    return runInflight(QStringList{u"--dump"_s, u"-i"_s, u"-"_s} + arguments, input);
}

Script answerFor(const ServerRequest &)
{
    return Script::answer(200, {{"Content-Type", "text/plain"}}, "ok");
}

} // namespace

/// Inputs of every format, with the program as a process.
class TestInputFormats final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dumpsEveryFormat_data();
    void dumpsEveryFormat();
    void dumpCanBeReadAgain();
    void rejectedAreReportedAndTheRestStays();
    void nothingToDump();
    void flagsAreDefaults();
    void rangesAndGloboff();
    void columnsAndFormats();
    void secretsAreHidden();
    void commandsReachTheServer();
    void namesAreInTheRecords();
    void recordsAreTheirRequests();
    void removedHeadersAreNotSent();
    void argumentsAndFiles();
};

void TestInputFormats::dumpsEveryFormat_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QStringList>("urls");
    const QStringList both{u"http://h/1"_s, u"http://h/2"_s};
    QTest::newRow("list") << "http://h/1\nhttp://h/2"_ba << both;
    QTest::newRow("prose") << "See http://h/1, please.\nOr (http://h/2)?"_ba << both;
    QTest::newRow("markdown") << "* [a](http://h/1)\n* [b](http://h/2)"_ba << both;
    QTest::newRow("html") << "<html><a href='http://h/1'>a</a><img src=\"http://h/2\">"_ba << both;
    QTest::newRow("csv") << "name,url\na,http://h/1\nb,http://h/2"_ba << both;
    QTest::newRow("tsv") << "http://h/1\ta\nhttp://h/2\tb"_ba << both;
    QTest::newRow("json") << "[\"http://h/1\",{\"url\":\"http://h/2\"}]"_ba << both;
    QTest::newRow("json lines") << "{\"url\":\"http://h/1\"}\n{\"url\":\"http://h/2\"}"_ba << both;
    QTest::newRow("har")
        << R"({"log":{"entries":[{"request":{"method":"GET","url":"http://h/1","headers":[]}},
        {"request":{"method":"GET","url":"http://h/2","headers":[]}}]}})"_ba
        << both;
    QTest::newRow("curl for cmd.exe")
        << "curl ^\"http://h/1^\" ^\r\n  -H ^\"x: a ^& b^\" &\r\n\r\ncurl ^\"http://h/2^\"\r\n"_ba << both;
    QTest::newRow("curl for cmd.exe, in a line")
        << "curl ^\"http://h/1^\" -H \"x: a & b\" && curl http://h/2 & "_ba << both;
    QTest::newRow("curl for cmd.exe, ampersands in URLs")
        << "curl http://h/1?a=1&b=2 -H ^\"x: y^\"& curl ^\"http://h/2?a^&b^\""_ba
        << QStringList{u"http://h/1?a=1&b=2"_s, u"http://h/2?a&b"_s};
    QTest::newRow("curl") << "curl http://h/1 \\\n -H 'A: b'\ncurl 'http://h/2'"_ba << both;
}

void TestInputFormats::dumpsEveryFormat()
{
    QFETCH(QByteArray, input);
    const ProcessRun run = dump({}, input);
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QStringList urls;
    for (const QJsonObject &request : recordsOf(run.out))
        urls.append(request["url"_L1].toString());
    QTEST(urls, "urls");
}

void TestInputFormats::dumpCanBeReadAgain()
{
    const ProcessRun first =
        dump({u"--with-secrets"_s}, "curl -X PUT -d 'a=\"\xC3\xA4\"' -u me:pw -H 'X-E;' -o n.txt http://h/1\n"
                                    "curl $'http://h/2' --data-raw $'\\xff'\n"_ba);
    QVERIFY2(first.exitCode == 0, first.err.constData());
    const ProcessRun again = dump({u"--with-secrets"_s}, first.out);
    QCOMPARE(again.out, first.out);
    QCOMPARE(again.exitCode, 0);
}

void TestInputFormats::rejectedAreReportedAndTheRestStays()
{
    const ProcessRun run = dump(
        {}, "curl -X POST http://h/1 -d a\n\ncurl -F x=@f http://h/2\nftp://h/3\ncurl http://h/4 -k\n"_ba);
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(recordsOf(run.out).size(), 2);
    QVERIFY2(run.err.contains("rejected stdin:3: \"curl -F x=@f http://h/2\": -F builds a multipart form"),
             run.err.constData());
    QVERIFY2(run.err.contains("rejected stdin:4: \"ftp://h/3\": ftp: is not fetched"), run.err.constData());
    QVERIFY2(run.err.contains("note stdin:5: -k is passed over"), run.err.constData());
}

void TestInputFormats::nothingToDump()
{
    QCOMPARE(dump({}, "\n# nothing\n"_ba).exitCode, 1);
    QCOMPARE(dump({u"--input-format"_s, u"yaml"_s}, "http://h/"_ba).exitCode, 1);
    QCOMPARE(dump({}, "no url\n"_ba).exitCode, 2);
}

void TestInputFormats::flagsAreDefaults()
{
    const ProcessRun run =
        dump({u"-X"_s, u"PATCH"_s, u"-H"_s, u"A: flag"_s, u"-H"_s, u"B: flag"_s, u"-d"_s, u"x"_s},
             R"([{"url":"http://h/1"},{"url":"http://h/2","method":"GET","headers":{"a":"own"}}])"_ba);
    const QList<QJsonObject> requests = recordsOf(run.out);
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0]["method"_L1], u"PATCH"_s);
    QCOMPARE(requests[0]["body"_L1], u"x"_s);
    QCOMPARE(requests[1]["method"_L1], u"GET"_s);
    QVERIFY(requests[1]["body"_L1].isNull());
    QCOMPARE(requests[1]["headers"_L1],
             (QJsonArray{QJsonArray{u"a"_s, u"own"_s}, QJsonArray{u"B"_s, u"flag"_s}}));
}

void TestInputFormats::rangesAndGloboff()
{
    QCOMPARE(recordsOf(dump({}, "http://h/[01-10:3]/{a,b}\n"_ba).out).size(), 8);
    QCOMPARE(recordsOf(dump({u"-g"_s}, "http://h/[01-10:3]/{a,b}\n"_ba).out).size(), 1);
    QCOMPARE(recordsOf(runInflight({u"--dump"_s, u"http://h/[1-3]"_s}).out).size(), 3);
    const ProcessRun many = dump({}, "http://h/[1-9999999]\nhttp://h/1\n"_ba);
    QCOMPARE(many.exitCode, 2);
    QVERIFY2(many.err.contains("it stands for 9,999,999 URLs"), many.err.constData());
    QCOMPARE(recordsOf(many.out).size(), 1);
}

void TestInputFormats::columnsAndFormats()
{
    const QByteArray table = "url,mirror\nhttp://a/,http://b/\n";
    QCOMPARE(recordsOf(dump({}, table).out).value(0)["url"_L1], u"http://a/"_s);
    QCOMPARE(recordsOf(dump({u"--column"_s, u"mirror"_s}, table).out).value(0)["url"_L1], u"http://b/"_s);
    QCOMPARE(recordsOf(dump({u"--input-format"_s, u"text"_s}, table).out).size(), 2);
    const ProcessRun list = dump({u"--column"_s, u"mirror"_s}, "http://a/\nhttp://b/\n"_ba);
    QCOMPARE(list.exitCode, 0);
    QVERIFY2(list.err.contains("note stdin:1: it is not a table: the column \"mirror\""),
             list.err.constData());
}

void TestInputFormats::secretsAreHidden()
{
    const QByteArray input = "curl http://u:p@h/?token=t -b sid=s -H 'Authorization: Bearer q'";
    const ProcessRun hidden = dump({}, input);
    QVERIFY(!hidden.out.contains("sid=s") && !hidden.out.contains("Bearer q") && !hidden.out.contains("u:p"));
    const ProcessRun shown = dump({u"--with-secrets"_s}, input);
    QVERIFY(shown.out.contains("sid=s") && shown.out.contains("Bearer q") && shown.out.contains("token=t"));
}

/// Method, headers and body of a command go out as curl would send them.
void TestInputFormats::commandsReachTheServer()
{
    ScriptServer server(answerFor);
    const QByteArray command =
        "curl '" + server.url(u"/a?x=1"_s).toUtf8() +
        "' -X PUT -H 'X-One: 1' -H 'Accept:' \\\n -b 'a=b' --json '{\"k\": [1, 2]}' --compressed";
    const ProcessRun run = runHeadlessly({u"-i"_s, u"-"_s}, command);
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QCOMPARE(server.requests().size(), 1);
    const ServerRequest request = server.requests().first();
    QCOMPARE(request.method, "PUT"_ba);
    QCOMPARE(request.target, "/a?x=1"_ba);
    QCOMPARE(request.body, "{\"k\": [1, 2]}"_ba);
    QCOMPARE(headerValue(request.headers, "X-One"), "1"_ba);
    QCOMPARE(headerValue(request.headers, "Cookie"), "a=b"_ba);
    QCOMPARE(headerValue(request.headers, "Content-Type"), "application/json"_ba);
    QCOMPARE(onlyRecord(run)["method"_L1], u"PUT"_s);
}

void TestInputFormats::namesAreInTheRecords()
{
    ScriptServer server(answerFor);
    const ProcessRun run = runHeadlessly({u"-i"_s, u"-"_s}, server.url(u"/1"_s).toUtf8() + ",First one\n" +
                                                                server.url(u"/2"_s).toUtf8() + ",\n");
    QVERIFY2(run.exitCode == 0, run.err.constData());
    QHash<QString, QJsonValue> names;
    for (const QJsonObject &record : recordsOf(run.out))
        names.insert(record["url"_L1].toString(), record["name"_L1]);
    QCOMPARE(names.value(server.url(u"/1"_s)), u"First one"_s);
    QVERIFY(names.value(server.url(u"/2"_s)).isUndefined());
}

/// What is in a record beside URL and method is of the answer, or tells how the job went.
void TestInputFormats::recordsAreTheirRequests()
{
    ScriptServer server(answerFor);
    const ProcessRun first = runHeadlessly({u"-X"_s, u"PUT"_s, server.url(u"/1"_s)});
    QVERIFY2(first.exitCode == 0, first.err.constData());
    QVERIFY(!onlyRecord(first)["headers"_L1].toArray().isEmpty());
    const ProcessRun again = dump({}, first.out);
    QCOMPARE(again.exitCode, 0);
    const QJsonObject request = onlyRecord(again);
    QCOMPARE(request["url"_L1], server.url(u"/1"_s));
    QCOMPARE(request["method"_L1], u"PUT"_s);
    QCOMPARE(request["headers"_L1], QJsonArray());

    const ProcessRun lists = dump({}, R"({"url":"http://h/1","state":"succeeded","attempts":[],
        "headers":[["server","x"]],"redirects":["http://h/2"],"output":[{"url":"http://h/3"}]})"_ba);
    QCOMPARE(recordsOf(lists.out).size(), 1);
}

/// As curl does it: without a value, a header that is sent otherwise is not.
void TestInputFormats::removedHeadersAreNotSent()
{
    ScriptServer server(answerFor);
    const QString url = server.url(u"/1"_s);
    const auto names = [&server] {
        QByteArrayList found;
        const auto requests = server.requests();
        for (const Header &header : requests.last().headers)
            found.append(header.name.toLower());
        return found;
    };
    const auto isSentWithout = [&](const QStringList &arguments, const QByteArray &input) {
        const ProcessRun run = runHeadlessly(arguments, input);
        const QByteArrayList sent = names();
        return run.exitCode == 0 && sent.contains("accept"_ba) && !sent.contains("user-agent"_ba);
    };
    QVERIFY(isSentWithout({u"-A"_s, u""_s, url}, {}));
    QVERIFY(isSentWithout({u"-H"_s, u"User-Agent:"_s, url}, {}));
    QVERIFY(isSentWithout({u"-i"_s, u"-"_s}, "curl -A '' " + url.toUtf8()));
    QVERIFY(isSentWithout({u"-i"_s, u"-"_s}, "curl -H 'User-Agent:' " + url.toUtf8()));
    QCOMPARE(runHeadlessly({u"-H"_s, u"Accept-Encoding:"_s, url}).exitCode, 0);
    QVERIFY(!names().contains("accept-encoding"_ba));
    QVERIFY(names().contains("user-agent"_ba));
}

void TestInputFormats::argumentsAndFiles()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.csv"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("url\nhttp://h/2\nbad\n") > 0);
    file.close();
    const ProcessRun run = runInflight({u"--dump"_s, u"http://h/1"_s, file.fileName()});
    QCOMPARE(run.exitCode, 2);
    QCOMPARE(recordsOf(run.out).size(), 2);
    QVERIFY2(run.err.contains("rejected " + file.fileName().toUtf8() + ":3: \"bad\""), run.err.constData());
}

QTEST_GUILESS_MAIN(TestInputFormats)
#include "tst_inputformats.moc"
