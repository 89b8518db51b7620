// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/jsonwriter.h"
#include "store/recordjson.h"
#include "support/cputime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

#include <limits>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

JobRecord fullRecord()
{
    JobRecord record;
    record.id = 7;
    record.url = u"http://u:p@h/a?token=x&q=1"_s;
    record.finalUrl = u"http://h/b?sig=y"_s;
    record.state = JobState::Failed;
    record.fault =
        Fault{FaultClass::TimeoutFirstByte, u"fetch"_s, u"No answer from http://u:p@h/ within 30 s."_s};
    record.status = 503;
    record.httpVersion = u"1.1"_s;
    record.method = "GET"_ba;
    record.headers = {{"Content-Type"_ba, "application/json"_ba},
                      {"Set-Cookie"_ba, "id=1"_ba},
                      {"X-Latin"_ba, "caf\xE9"_ba},
                      {"X-UTF8"_ba, "café"_ba},
                      {"Location"_ba, "/b?sig=y"_ba}};
    record.contentType = u"application/json"_s;
    record.bytes = 292;
    record.wireBytes = 120;
    record.sha256 = "00ff"_ba;
    record.started = QDateTime(QDate(2026, 1, 31), QTime(12, 0, 0, 123), QTimeZone::utc());
    record.durationMs = 35.24567;
    AttemptRecord attempt;
    attempt.started = record.started;
    attempt.status = 503;
    attempt.fault = Fault{FaultClass::HttpStatus, u"fetch"_s, u"503"_s};
    attempt.timings = {0.1, std::nullopt, 20.3, 2.0};
    attempt.durationMs = 24;
    attempt.startMs = 1;
    attempt.backOffMs = 500;
    attempt.state = AttemptState::Failed;
    attempt.resumedFrom = 17;
    attempt.hedge = true;
    attempt.lostTo = LostTo::First;
    record.attempts = {attempt};
    record.stages = {{u"fetch"_s, StageState::Failed, 0.0, 24.0, u"see http://h/?key=1"_s},
                     {u"decode"_s, StageState::Pending, std::nullopt, std::nullopt, {}}};
    record.output = R"([1,"two"])";
    record.savedTo = u"dir/\"name\""_s;
    record.snippet = u"line\n\ttab \"quoted\" \\ \u0001 ä 😀 http://h/?token=kept"_s.toUtf8();
    record.redirects = {u"http://h/?password=z"_s};
    record.insecure = true;
    record.slow = true;
    return record;
}

QByteArray lineOf(const JobRecord &record, Secrets secrets = Secrets::Redacted)
{
    return recordToJsonLine(record, secrets);
}

QJsonObject objectOf(const JobRecord &record, Secrets secrets = Secrets::Redacted)
{
    return QJsonDocument::fromJson(lineOf(record, secrets)).object();
}

/// The keys of an object at its own level, in the order of the text.
QList<QByteArray> keysInOrder(const QByteArray &json, const QStringList &keys)
{
    QMap<qsizetype, QByteArray> places;
    for (const QString &key : keys) {
        const QByteArray text = '"' + key.toUtf8() + "\":";
        places.insert(json.indexOf(text), key.toUtf8());
    }
    return places.values();
}

} // namespace

class TestRecordJson final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeRecord();
    void keysStandInTheContractsOrder();
    void attemptsAndStages();
    void unknownIsNull();
    void redactsUnlessAsked();
    void textIsNotRedacted();
    void stateNames();
    void outputOfEveryKind_data();
    void outputOfEveryKind();
    void isAlwaysOneLineOfValidUtf8();
    void numbers_data();
    void numbers();
    void theHandshakeIsToldWhereItIsKnown();
    void fiveThousandRecords();
};

void TestRecordJson::wholeRecord()
{
    const QByteArray line = lineOf(fullRecord());
    QVERIFY(line.endsWith('\n'));
    QCOMPARE(line.count('\n'), 1);
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(line, &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    QCOMPARE(object["id"_L1], 7);
    QCOMPARE(object["state"_L1], u"failed"_s);
    QCOMPARE(object["status"_L1], 503);
    QCOMPARE(object["http_version"_L1], u"1.1"_s);
    QCOMPARE(object["content_type"_L1], u"application/json"_s);
    QCOMPARE(object["bytes"_L1], 292);
    QCOMPARE(object["sha256"_L1], u"00ff"_s);
    QCOMPARE(object["started"_L1], u"2026-01-31T12:00:00.123Z"_s);
    QCOMPARE(object["duration_ms"_L1], 35.246);
    QCOMPARE(object["output"_L1].toArray(), (QJsonArray{1, u"two"_s}));
    QCOMPARE(object["saved_to"_L1], u"dir/\"name\""_s);
    QCOMPARE(object["snippet"_L1].toString().toUtf8(), fullRecord().snippet);
    QCOMPARE(object["method"_L1], u"GET"_s);
    QCOMPARE(object["wire_bytes"_L1], 120);
    QCOMPARE(object["insecure"_L1], true);
    QCOMPARE(object["slow"_L1], true);
    const QJsonObject fault = object["error"_L1].toObject();
    QCOMPARE(fault["class"_L1], u"timeout.first_byte"_s);
    QCOMPARE(fault["stage"_L1], u"fetch"_s);
    QVERIFY(fault["message"_L1].toString().startsWith(u"No answer"));
}

void TestRecordJson::keysStandInTheContractsOrder()
{
    const QStringList keys{u"id"_s,     u"url"_s,          u"final_url"_s,   u"state"_s,        u"error"_s,
                           u"status"_s, u"http_version"_s, u"headers"_s,     u"content_type"_s, u"bytes"_s,
                           u"sha256"_s, u"started"_s,      u"duration_ms"_s, u"attempts"_s,     u"stages"_s,
                           u"output"_s, u"saved_to"_s,     u"snippet"_s,     u"method"_s};
    JobRecord record;
    record.id = 1;
    record.url = u"http://h/"_s;
    QByteArrayList expected;
    for (const QString &key : keys)
        expected.append(key.toUtf8());
    QCOMPARE(keysInOrder(lineOf(record), keys), expected);
    QVERIFY(lineOf(record).startsWith("{\"id\":1,\"url\":\"http://h/\","));
}

void TestRecordJson::attemptsAndStages()
{
    const QByteArray line = lineOf(fullRecord(), Secrets::Shown);
    QVERIFY2(line.contains(R"("attempts":[{"started":"2026-01-31T12:00:00.123Z","status":503,)"
                           R"("error":{"class":"http.status","stage":"fetch","message":"503"},)"
                           R"("timings_ms":{"queued":0.1,"connect":null,"wait":20.3,"receive":2.0},)"
                           R"("started_ms":1,"duration_ms":24,"back_off_ms":500,"state":"failed",)"
                           R"("resumed_from":17,"hedge":true,"lost_to":"first"}])"),
             line.constData());
    QVERIFY2(line.contains(
                 R"("stages":[{"name":"fetch","state":"failed","started_ms":0.0,"duration_ms":24.0,)"
                 R"("detail":"see http://h/?key=1"},{"name":"decode","state":"pending","started_ms":null,)"
                 R"("duration_ms":null,"detail":""}])"),
             line.constData());
}

void TestRecordJson::unknownIsNull()
{
    JobRecord record;
    record.url = u"http://h/"_s;
    record.state = JobState::Cancelled;
    const QJsonObject object = objectOf(record);
    for (const auto key : {"error"_L1, "status"_L1, "http_version"_L1, "content_type"_L1, "sha256"_L1,
                           "started"_L1, "output"_L1, "saved_to"_L1}) {
        QVERIFY2(object.contains(key), key.data());
        QVERIFY2(object[key].isNull(), key.data());
    }
    QCOMPARE(object["bytes"_L1], 0);
    QCOMPARE(object["final_url"_L1], u"http://h/"_s);
    QCOMPARE(object["headers"_L1].toArray().size(), 0);
    QVERIFY(!object.contains("redirects"_L1));
    QVERIFY(!object.contains("insecure"_L1));
    QVERIFY(!object.contains("slow"_L1));
}

void TestRecordJson::redactsUnlessAsked()
{
    const QJsonObject redacted = objectOf(fullRecord());
    QCOMPARE(redacted["url"_L1], u"http://•••@h/a?token=•••&q=1"_s);
    QCOMPARE(redacted["final_url"_L1], u"http://h/b?sig=•••"_s);
    QCOMPARE(redacted["redirects"_L1].toArray(), QJsonArray{u"http://h/?password=•••"_s});
    QCOMPARE(redacted["error"_L1]["message"_L1], u"No answer from http://•••@h/ within 30 s."_s);
    QCOMPARE(redacted["stages"_L1][0]["detail"_L1], u"see http://h/?key=•••"_s);
    const QJsonArray headers = redacted["headers"_L1].toArray();
    QCOMPARE(headers[0].toArray(), (QJsonArray{u"content-type"_s, u"application/json"_s}));
    QCOMPARE(headers[1].toArray(), (QJsonArray{u"set-cookie"_s, u"•••"_s}));
    QCOMPARE(headers[2].toArray(), (QJsonArray{u"x-latin"_s, u"café"_s}));
    QCOMPARE(headers[3].toArray(), (QJsonArray{u"x-utf8"_s, u"café"_s}));
    QCOMPARE(headers[4].toArray(), (QJsonArray{u"location"_s, u"/b?sig=•••"_s}));

    const QJsonObject shown = objectOf(fullRecord(), Secrets::Shown);
    QCOMPARE(shown["url"_L1], fullRecord().url);
    QCOMPARE(shown["headers"_L1][1].toArray(), (QJsonArray{u"set-cookie"_s, u"id=1"_s}));
}

void TestRecordJson::textIsNotRedacted()
{
    QVERIFY(objectOf(fullRecord())["snippet"_L1].toString().contains(u"token=kept"));
}

void TestRecordJson::stateNames()
{
    QCOMPARE(jobStateName(JobState::Succeeded), "succeeded"_L1);
    QCOMPARE(jobStateName(JobState::Failed), "failed"_L1);
    QCOMPARE(jobStateName(JobState::Cancelled), "cancelled"_L1);
    QCOMPARE(stageStateName(StageState::Pending), "pending"_L1);
    QCOMPARE(stageStateName(StageState::Waiting), "pending"_L1);
    QCOMPARE(stageStateName(StageState::Done), "done"_L1);
    QCOMPARE(stageStateName(StageState::Failed), "failed"_L1);
    QCOMPARE(stageStateName(StageState::Cancelled), "cancelled"_L1);
    QCOMPARE(stageStateName(StageState::Skipped), "skipped"_L1);
}

void TestRecordJson::outputOfEveryKind_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("text") << R"("a\"b")"_ba
                          << R"("a\"b")"_ba;
    QTest::newRow("number") << "1.5"_ba
                            << "1.5"_ba;
    QTest::newRow("large") << "9007199254740993"_ba
                           << "9007199254740993"_ba;
    QTest::newRow("bool") << "false"_ba
                          << "false"_ba;
    QTest::newRow("null") << "null"_ba
                          << "null"_ba;
    QTest::newRow("none") << ""_ba
                          << "null"_ba;
    QTest::newRow("empty array") << "[]"_ba
                                 << "[]"_ba;
    QTest::newRow("object") << R"({"a":1})"_ba
                            << R"({"a":1})"_ba;
}

void TestRecordJson::outputOfEveryKind()
{
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, json);
    JobRecord record;
    record.output = output;
    QVERIFY2(lineOf(record).contains("\"output\":" + json + ",\"saved_to\""), lineOf(record).constData());
}

void TestRecordJson::isAlwaysOneLineOfValidUtf8()
{
    JobRecord record;
    QString everything;
    for (char16_t c = 0; c < 0x180; ++c)
        everything += QChar(c);
    everything += QChar(0xD800); // half of a pair
    everything += u"\u2028\uFFFF"_s;
    record.snippet = everything.toUtf8();
    QByteArray bytes;
    for (int c = 0; c < 256; ++c)
        bytes += static_cast<char>(c);
    record.headers = {{bytes, bytes}};
    record.savedTo = everything;
    const QByteArray line = lineOf(record);
    QVERIFY(line.isValidUtf8());
    QCOMPARE(line.count('\n'), 1);
    for (const char c : line.chopped(1))
        QVERIFY(static_cast<unsigned char>(c) >= 0x20 && c != '\x7F');
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(line, &error);
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    QCOMPARE(document["snippet"_L1].toString().left(0x180), everything.left(0x180));
    QCOMPARE(document["headers"_L1][0][1], QString::fromLatin1(bytes));
}

void TestRecordJson::numbers_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("zero") << 0.0 << "0.0"_ba;
    QTest::newRow("whole") << 100000.0 << "100000.0"_ba;
    QTest::newRow("thousandths") << 0.0014 << "0.001"_ba;
    QTest::newRow("rounded") << 1.9996 << "2.0"_ba;
    QTest::newRow("tenths") << 35.2 << "35.2"_ba;
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << "null"_ba;
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << "null"_ba;
    QTest::newRow("vast") << 1e300 << "null"_ba;
}

void TestRecordJson::numbers()
{
    QFETCH(double, number);
    JsonWriter json;
    json.value(number);
    QTEST(json.take(), "json");
}

void TestRecordJson::theHandshakeIsToldWhereItIsKnown()
{
    JobRecord record = fullRecord();
    QVERIFY(!lineOf(record).contains(R"("tls")"));
    record.attempts.first().timings.connect = 12.5;
    record.attempts.first().timings.tls = 10.5;
    QVERIFY(lineOf(record).contains(R"("connect":12.5,"tls":10.5,"wait":20.3)"));
}

void TestRecordJson::fiveThousandRecords()
{
    JobRecord record = fullRecord();
    record.snippet = QByteArray(200, 'x');
    const auto milliseconds = [&record](int records) {
        return leastCpuMs([&] {
            qint64 bytes = 0;
            for (int i = 0; i < records; ++i)
                bytes += recordToJsonLine(record, Secrets::Redacted).size();
            QVERIFY(bytes > records * 1000LL);
        });
    };
    const double tenth = milliseconds(500);
    const double all = milliseconds(5'000);
    qInfo() << "500 records:" << tenth << "ms, 5,000 records:" << all << "ms";
    // An eighth of a second is promised; a slow machine gets room, and a sanitizer build more.
    QVERIFY2(all < (isSanitized ? 2000 : 500), qPrintable(QString::number(all)));
    QVERIFY2(all < 20 * tenth, qPrintable(u"%1 and %2"_s.arg(all).arg(tenth)));
}

QTEST_APPLESS_MAIN(TestRecordJson)
#include "tst_recordjson.moc"
