// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/check.h"

#include <QCryptographicHash>
#include <QTest>

#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

const QByteArray body = "{\"a\": {\"b\": [1, 2]}, \"name\": \"x-42\"}";
const QByteArray sha256 = QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex();

Payload answer()
{
    Payload payload =
        payloadOf(body, "application/json; charset=utf-8", {}, u"http://example.org/dir/f.json"_s);
    payload.status = 200;
    payload.headers = {
        {"Server", "nginx/1.22"}, {"X-A", "1"}, {"x-a", "2"}, {"Long", QByteArray(5000, 'a') + '!'}};
    return payload;
}

/// Empty: as it should be.
QString verdict(const QByteArray &options, Payload payload = answer())
{
    StageTrial run;
    return faultMessage(
        runStages("{\"stage\": \"check\", " + options + "}", std::move(payload), run.context));
}

} // namespace

/// Assertions on answers.
class TestCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judges_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &options, const QString &message) {
            QTest::newRow(name) << options << message;
        };
        row("status", "\"status\": \"200..=299,304\"", {});
        row("wrong status", "\"status\": \"404\"", u"The status is 200, expected was 404."_s);
        row("header", "\"header\": {\"server\": \"/^nginx/\", \"X-A\": \"2\"}", {});
        row("wrong header", "\"header\": {\"Server\": \"apache\"}",
            u"The header Server is “nginx/1.22”, expected was “apache”."_s);
        row("type", "\"type\": \"application/*\"", {});
        row("wrong type", "\"type\": \"text/html\"",
            u"The type is “application/json”, expected was “text/html”."_s);
        row("size", "\"min_size\": 10, \"max_size\": 100", {});
        row("too small", "\"min_size\": 1000", u"The body has 36 bytes, expected were at least 1000."_s);
        row("too large", "\"max_size\": 3", u"The body has 36 bytes, expected were at most 3."_s);
        row("sha256", "\"sha256\": \"" + sha256.toUpper() + "\"", {});
        row("wrong sha256", "\"sha256\": \"" + QByteArray(64, '0') + "\"",
            u"The sha256 is %1, expected was %2."_s.arg(QString::fromLatin1(sha256), QString(64, u'0')));
        row("exists", "\"exists\": [\"/a/b/1\"]", {});
        row("does not exist", "\"exists\": [\"/a/c\"]", u"there is nothing at /a/c."_s);
        row("equals", "\"equals\": {\"/a\": {\"b\": [1, 2]}, \"/name\": \"x-42\"}", {});
        row("does not equal", "\"equals\": {\"/a/b/0\": 2}", u"/a/b/0 is 1, expected was 2."_s);
        row("matches", "\"matches\": {\"/name\": \"^x-\\\\d+$\"}", {});
        row("does not match", "\"matches\": {\"/name\": \"^y\"}",
            u"/name is \"x-42\", which does not match its pattern."_s);
        row("bad status", "\"status\": \"2xx\"",
            u"$.stages[0].status: Status codes look like 200..=299,304."_s);
        row("a range that is none", "\"status\": \"299..=200\"",
            u"$.stages[0].status: The range 299..=200 ends before it begins."_s);
        row("no status", "\"status\": \" \"", u"$.stages[0].status: Status codes look like 200..=299,304."_s);
        row("sizes that exclude each other", "\"min_size\": 10, \"max_size\": 9",
            u"$.stages[0].max_size: This is less than “min_size”."_s);
        row("a header that is no text", "\"header\": {\"a\": \"1\", \"b c\": 1}",
            u"$.stages[0].header[\"b c\"]: There must be a text here."_s);
        row("bad header pattern", "\"header\": {\"Server\": \"/(/\"}",
            u"$.stages[0].header.Server: The pattern does not compile at character 2: missing closing "
            "parenthesis."_s);
        row("a header pattern that takes too long", "\"header\": {\"Long\": \"/^(a|a)*$/\"}",
            u"The header Long is “"_s + QString(60, u'a') + u"…”, expected was “/^(a|a)*$/”."_s);
        row("bad pattern", "\"matches\": {\"/name\": \"(\"}",
            u"$.stages[0].matches[\"/name\"]: The pattern does not compile at character 2: missing closing "
            "parenthesis."_s);
        row("bad digest", "\"sha256\": \"12\"",
            u"$.stages[0].sha256: There must be 64 hexadecimal digits here."_s);
        row("bad pointer", "\"exists\": [\"a\"]",
            u"$.stages[0].exists[0]: “a” is no JSON pointer; it looks like /results/0."_s);
    }

    void judges()
    {
        QFETCH(QByteArray, options);
        QTEST(verdict(options), "message");
    }

    void looksAtEachValue()
    {
        StageTrial run;
        const Outcome<StageResult> outcome =
            runStages("{\"stage\": \"ndjson\"}, {\"stage\": \"check\", \"exists\": [\"/id\"]}",
                      payloadOf("{\"id\": 1}\n{\"no\": 2}\n", "text/plain"), run.context);
        QCOMPARE(faultMessage(outcome), u"Value 2: there is nothing at /id."_s);
        QCOMPARE(faultName(outcome), u"check"_s);
    }

    void leavesOutEachValueThatIsWrong()
    {
        StageTrial run;
        const Outcome<StageResult> outcome = runStages(
            "{\"stage\": \"ndjson\"}, {\"stage\": \"check\", \"exists\": [\"/id\"], \"on_error\": \"skip\"}",
            payloadOf("{\"id\": 1}\n{\"no\": 2}\n{\"id\": 3}\n", "text/plain"), run.context);
        QCOMPARE(valuesOf(outcome), "{\"id\":1}\n{\"id\":3}\n");
        QCOMPARE(outcome.value().detail, u"2 values as they should be, 1 value left out"_s);
    }

    void readsDigestsAsToolsWriteThem_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("bare") << sha256 << true;
        QTest::newRow("sha256sum") << sha256 + "  f.json\n" << true;
        QTest::newRow("binary mode") << sha256.toUpper() + " *f.json\n" << true;
        QTest::newRow("of many") << QByteArray(64, '0') + "  other\n" + sha256 + "  ./dir/f.json\n" << true;
        QTest::newRow("BSD") << "SHA256 (f.json) = " + sha256 + "\n" << true;
        QTest::newRow("others alone") << QByteArray(64, '0') + "  a\n" + QByteArray(64, '1') + "  b\n"
                                      << false;
        QTest::newRow("nonsense") << "<html>"_ba << false;
    }

    void readsDigestsAsToolsWriteThem()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, found);
        QCOMPARE(digestIn(text, u"f.json"_s), found ? sha256 : QByteArray());
        Payload payload = answer();
        payload.beside = Body(text);
        QCOMPARE(verdict("\"digest_beside\": \".sha256\"", payload).isEmpty(), found);
    }

    void asksForTheDigestBeside()
    {
        const auto built = parsePipeline("{\"inflight\": 1, \"name\": \"t\", \"stages\": [{\"stage\": "
                                         "\"check\", \"digest_beside\": \".sha256\"}]}",
                                         {});
        const auto pipeline = std::get<std::shared_ptr<const Pipeline>>(built);
        const auto &stage = static_cast<const CpuStage &>(*pipeline->stages().front());
        Payload payload = answer();
        payload.url = QUrl(u"http://example.org/a%2Fb?x=1"_s);
        QCOMPARE(stage.beside(payload).toString(QUrl::FullyEncoded),
                 u"http://example.org/a%2Fb.sha256?x=1"_s);
        payload = answer();
        payload.besideFault = u"404"_s;
        QVERIFY(verdict("\"digest_beside\": \".sha256\"", payload).contains(u"404"_s));
    }
};

QTEST_GUILESS_MAIN(TestCheck)
#include "tst_check.moc"
