// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/inputreport.h"
#include "jobs/requestgiven.h"
#include "jobs/requestof.h"
#include "ui/models/curltext.h"

#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

JobInput inputOf(const QString &url, const RequestTemplate &request)
{
    JobInput input;
    input.url = url;
    input.request = std::make_shared<const RequestTemplate>(request);
    return input;
}

/// What our own reader makes of a command, as a request that would be sent.
std::optional<Request> readBack(const QString &command)
{
    const InputReport report = readInput(command, {});
    if (report.requests.size() != 1 || !report.rejected.isEmpty())
        return std::nullopt;
    const FoundRequest &found = report.requests.first();
    JobInput input;
    input.url = found.url;
    if (found.parts)
        input.request = requestGiven(found.parts->method, found.parts->headers, found.parts->body, nullptr);
    return requestOf(input);
}

/// What a shell would give curl: its arguments, and what comes on its standard input.
QList<QByteArray> shellArguments(const QString &command)
{
    QProcess shell;
    shell.start(u"/bin/sh"_s,
                {u"-c"_s, u"curl() { for a; do printf '%s\\0' \"$a\"; done; cat; }\n"_s + command});
    shell.closeWriteChannel();
    if (!shell.waitForFinished(20'000))
        return {};
    return shell.readAllStandardOutput().split('\0');
}

HeaderList sorted(HeaderList headers)
{
    std::ranges::sort(headers, {}, &Header::name);
    return headers;
}

} // namespace

class TestCurlText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBack_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<HeaderList>("headers");
        QTest::addColumn<QByteArray>("body");
        const QString url = u"https://a.test/x?q=1&r=2"_s;
        QTest::newRow("plain") << url << "GET"_ba << HeaderList{} << ""_ba;
        QTest::newRow("head") << url << "HEAD"_ba << HeaderList{} << ""_ba;
        QTest::newRow("delete") << url << "DELETE"_ba << HeaderList{{"X-A", "b"}} << ""_ba;
        QTest::newRow("json") << url << "POST"_ba << HeaderList{{"Content-Type", "application/json"}}
                              << "{\"it's\": \"a \\\"quote\\\" $HOME `id` \\\\\"}"_ba;
        QTest::newRow("put") << url << "PUT"_ba << HeaderList{{"Content-Type", "text/plain"}}
                             << "first\nsecond\n'third'"_ba;
        QTest::newRow("at sign") << url << "POST"_ba << HeaderList{{"Content-Type", "text/plain"}}
                                 << "@/etc/passwd"_ba;
        QTest::newRow("hostile header")
            << url << "GET"_ba << HeaderList{{"X-Evil", "'; touch /tmp/owned; echo '$(id)`id`!!"}} << ""_ba;
        QTest::newRow("brackets") << u"https://a.test/[1-3]/{a,b}"_s << "GET"_ba << HeaderList{} << ""_ba;
        QTest::newRow("other words") << url << "POST"_ba
                                     << HeaderList{{"Content-Type", "text/plain; charset=utf-8"}}
                                     << "Ünïcode – ✓"_ba;
        QTest::newRow("user") << u"https://me:sesame@a.test/"_s << "GET"_ba << HeaderList{} << ""_ba;
    }

    void comesBack()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, method);
        QFETCH(HeaderList, headers);
        QFETCH(QByteArray, body);
        const Request request = requestOf(inputOf(url, {method, headers, body}));
        const QString command = curlCommand(request, Secrets::Shown);
        const std::optional<Request> back = readBack(command);
        QVERIFY2(back, qPrintable(command));
        QCOMPARE(back->method, request.method);
        QCOMPARE(back->body, request.body);
        QCOMPARE(back->url.toEncoded(), request.url.toEncoded());
        QVERIFY2(sorted(back->headers) == sorted(request.headers), qPrintable(command));
    }

    void givesTheShellNothingElseToRun_data() { comesBack_data(); }

    void givesTheShellNothingElseToRun()
    {
        QFETCH(QString, url);
        QFETCH(QByteArray, method);
        QFETCH(HeaderList, headers);
        QFETCH(QByteArray, body);
        const Request request = requestOf(inputOf(url, {method, headers, body}));
        const QList<QByteArray> words = shellArguments(curlCommand(request, Secrets::Shown));
        QVERIFY(words.contains(request.url.toEncoded()));
        for (const Header &header : std::as_const(headers))
            QVERIFY(words.contains(header.name + ": " + header.value));
        if (!body.isEmpty())
            QCOMPARE(words.at(words.indexOf("--data-raw") + 1), body);
        QCOMPARE(words.constLast(), ""_ba);
    }

    void pipesABodyThatIsNoText()
    {
        QByteArray body;
        for (int byte = 0; byte < 256; ++byte)
            body.append(static_cast<char>(byte));
        const QString command =
            curlCommand(requestOf(inputOf(u"https://a.test/"_s, {"POST", {}, body})), Secrets::Shown);
        // The bytes of standard input come after the arguments, each of which a NUL ends.
        const QByteArray all = shellArguments(command).join('\0');
        QVERIFY2(all.endsWith("https://a.test/"_ba + '\0' + body), qPrintable(command));
        QVERIFY(all.contains("--data-binary"_ba + '\0' + "@-" + '\0'));
    }

    void leavesSecretsOut()
    {
        const HeaderList form{{"Authorization", "Bearer hush"},
                              {"Cookie", "sid=hush"},
                              {"Content-Type", "application/x-www-form-urlencoded"}};
        const QString url = u"https://me:hush@a.test/?api_key=hush&page=2"_s;
        const Request request = requestOf(inputOf(url, {"POST", form, "user=ann&password=hush"}));
        const QString command = curlCommand(request, Secrets::Redacted);
        QVERIFY2(!command.contains(u"hush"_s), qPrintable(command));
        QVERIFY(command.contains(u"page=2"_s) && command.contains(u"user=ann"_s));
        QVERIFY(curlCommand(request, Secrets::Shown).contains(u"Bearer hush"_s));

        const Request json = requestOf(inputOf(
            u"https://a.test/"_s, {"POST", {{"Content-Type", "application/json"}}, "{\"pin\": \"hush\"}"}));
        QVERIFY(!curlCommand(json, Secrets::Redacted).contains(u"hush"_s));
    }
};

QTEST_APPLESS_MAIN(TestCurlText)
#include "tst_curltext.moc"
