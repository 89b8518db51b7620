// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportsamples.h"

#include "store/export/requestbook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace inflight;

namespace {

QJsonObject logOf(const QList<FinishedJob> &jobs, const ExportContext &context = {})
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.har"_s);
    if (exportTo(path, OutputFormat::Har, jobs, context))
        return {};
    return QJsonDocument::fromJson(contentOf(path)).object()["log"_L1].toObject();
}

QJsonObject entryOf(const FinishedJob &job, const ExportContext &context = {})
{
    return logOf({job}, context)["entries"_L1][0].toObject();
}

/// A member that HAR 1.2 demands, and what it is to be.
struct Demand
{
    QLatin1StringView name;
    QJsonValue::Type type;
};

QStringList missing(const QJsonObject &object, const QList<Demand> &demands)
{
    QStringList names;
    for (const Demand &demand : demands) {
        if (object.value(demand.name).type() != demand.type)
            names.append(demand.name);
    }
    return names;
}

QStringList badPairs(const QJsonValue &list)
{
    QStringList bad;
    const QJsonArray pairs = list.toArray();
    for (const QJsonValue &pair : pairs)
        bad += missing(pair.toObject(), {{"name"_L1, QJsonValue::String}, {"value"_L1, QJsonValue::String}});
    return bad;
}

/// What the specification demands of every entry and is not there.
QStringList faultsOf(const QJsonObject &entry)
{
    using Type = QJsonValue::Type;
    const QJsonObject request = entry["request"_L1].toObject();
    const QJsonObject response = entry["response"_L1].toObject();
    const QJsonObject timings = entry["timings"_L1].toObject();
    QStringList faults = missing(entry, {{"startedDateTime"_L1, Type::String},
                                         {"time"_L1, Type::Double},
                                         {"request"_L1, Type::Object},
                                         {"response"_L1, Type::Object},
                                         {"cache"_L1, Type::Object},
                                         {"timings"_L1, Type::Object}});
    faults += missing(request, {{"method"_L1, Type::String},
                                {"url"_L1, Type::String},
                                {"httpVersion"_L1, Type::String},
                                {"cookies"_L1, Type::Array},
                                {"headers"_L1, Type::Array},
                                {"queryString"_L1, Type::Array},
                                {"headersSize"_L1, Type::Double},
                                {"bodySize"_L1, Type::Double}});
    faults += missing(response, {{"status"_L1, Type::Double},
                                 {"statusText"_L1, Type::String},
                                 {"httpVersion"_L1, Type::String},
                                 {"cookies"_L1, Type::Array},
                                 {"headers"_L1, Type::Array},
                                 {"content"_L1, Type::Object},
                                 {"redirectURL"_L1, Type::String},
                                 {"headersSize"_L1, Type::Double},
                                 {"bodySize"_L1, Type::Double}});
    faults += missing(response["content"_L1].toObject(),
                      {{"size"_L1, Type::Double}, {"mimeType"_L1, Type::String}});
    faults += missing(timings,
                      {{"send"_L1, Type::Double}, {"wait"_L1, Type::Double}, {"receive"_L1, Type::Double}});
    for (const QJsonValue &list : {request["cookies"_L1], request["headers"_L1], request["queryString"_L1],
                                   response["cookies"_L1], response["headers"_L1]})
        faults += badPairs(list);
    double sum = 0;
    for (const auto name : {"blocked"_L1, "dns"_L1, "connect"_L1, "send"_L1, "wait"_L1, "receive"_L1})
        sum += std::max(0.0, timings.value(name).toDouble(-1));
    if (qAbs(sum - entry["time"_L1].toDouble(-1)) > 0.001)
        faults.append(u"time"_s);
    if (!QDateTime::fromString(entry["startedDateTime"_L1].toString(), Qt::ISODateWithMs).isValid())
        faults.append(u"startedDateTime"_s);
    return faults;
}

QStringList namesAndValues(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray pairs = list.toArray();
    for (const QJsonValue &pair : pairs)
        texts.append(pair["name"_L1].toString() + u'=' + pair["value"_L1].toString());
    return texts;
}

} // namespace

class TestHar final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAnArchive();
    void timings();
    void aPhaseThatDidNotEndHasTheRestOfTheTime_data();
    void aPhaseThatDidNotEndHasTheRestOfTheTime();
    void whatWasSentAndAnswered();
    void redactsWhereverItIsRepeated();
    void failedEntriesAreThere();
    void bodies();
    void hugeHeaders();
    void redirects();
    void posted();
};

void TestHar::isAnArchive()
{
    const QJsonObject log =
        logOf({finished(sampleRecord(), "hello"), finished(failedRecord()), finished(cancelledRecord())});
    QCOMPARE(log["version"_L1].toString(), u"1.2"_s);
    QCOMPARE(missing(log["creator"_L1].toObject(),
                     {{"name"_L1, QJsonValue::String}, {"version"_L1, QJsonValue::String}}),
             QStringList());
    const QJsonArray entries = log["entries"_L1].toArray();
    QCOMPARE(entries.size(), 3);
    for (const QJsonValue &entry : entries)
        QCOMPARE(faultsOf(entry.toObject()), QStringList());
    QCOMPARE(logOf({})["entries"_L1].type(), QJsonValue::Array);
}

void TestHar::timings()
{
    const QJsonObject whole = entryOf(finished(sampleRecord()));
    QCOMPARE(whole["time"_L1].toDouble(), 24.25);
    QCOMPARE(whole["timings"_L1]["blocked"_L1].toDouble(), 0.5);
    QCOMPARE(whole["timings"_L1]["connect"_L1].toDouble(), 1.25);
    QCOMPARE(whole["timings"_L1]["ssl"_L1].toDouble(), -1.0);
    QCOMPARE(whole["startedDateTime"_L1].toString(), u"2026-01-31T12:00:00.122Z"_s);
    const QJsonObject refused = entryOf(finished(failedRecord()));
    QCOMPARE(refused["time"_L1].toDouble(), 0.5);
    QCOMPARE(refused["timings"_L1]["connect"_L1].toDouble(), -1.0);
    QCOMPARE(refused["timings"_L1]["wait"_L1].toDouble(), 0.0);

    // An attempt that another was quicker than is not the one that was answered.
    JobRecord hedged = sampleRecord();
    AttemptRecord lost = hedged.attempts.first();
    lost.timings = {1000, 1000, 1000, 1000};
    lost.lose();
    hedged.attempts.append(lost);
    QCOMPARE(entryOf(finished(hedged))["time"_L1].toDouble(), 24.25);
    QCOMPARE(entryOf(finished(hedged))["_attempts"_L1].toArray().size(), 2);
}

void TestHar::aPhaseThatDidNotEndHasTheRestOfTheTime_data()
{
    QTest::addColumn<PhaseTimes>("known");
    QTest::addColumn<std::optional<Fault>>("fault");
    QTest::addColumn<QString>("phase");
    QTest::addColumn<double>("ms");
    const Fault refused{FaultClass::TimeoutConnect, u"fetch"_s, {}};
    const Fault silent{FaultClass::TimeoutFirstByte, u"fetch"_s, {}};
    QTest::newRow("connecting") << PhaseTimes{1, {}, {}, {}} << std::optional(refused) << u"connect"_s
                                << 500.0;
    QTest::newRow("waiting") << PhaseTimes{1, 20, {}, {}} << std::optional(silent) << u"wait"_s << 480.0;
    QTest::newRow("waiting on a kept connection")
        << PhaseTimes{1, {}, {}, {}} << std::optional(silent) << u"wait"_s << 500.0;
    QTest::newRow("receiving, cancelled")
        << PhaseTimes{1, 20, 30, {}} << std::optional<Fault>() << u"receive"_s << 450.0;
    QTest::newRow("all ended") << PhaseTimes{1, 20, 30, 40} << std::optional<Fault>() << u"receive"_s << 40.0;
}

void TestHar::aPhaseThatDidNotEndHasTheRestOfTheTime()
{
    QFETCH(PhaseTimes, known);
    QFETCH(std::optional<Fault>, fault);
    QFETCH(QString, phase);
    QFETCH(double, ms);
    JobRecord record = failedRecord();
    AttemptRecord &attempt = record.attempts.first();
    attempt.state = fault ? AttemptState::Failed : AttemptState::Cancelled;
    attempt.status = known.wait ? 200 : 0;
    attempt.fault = fault;
    attempt.timings = known;
    attempt.durationMs = 500;
    const QJsonObject entry = entryOf(finished(record));
    QCOMPARE(entry["timings"_L1][phase].toDouble(), ms);
    QCOMPARE(faultsOf(entry), QStringList());
    QCOMPARE(entry["time"_L1].toDouble(), known.receive ? 91.0 : 501.0);
}

void TestHar::whatWasSentAndAnswered()
{
    const QJsonObject entry = entryOf(finished(sampleRecord()), {Secrets::Shown});
    const QJsonValue request = entry["request"_L1];
    QCOMPARE(request["url"_L1].toString(), sampleRecord().url);
    QCOMPARE(request["httpVersion"_L1].toString(), u"HTTP/1.1"_s);
    QCOMPARE(namesAndValues(request["queryString"_L1]),
             (QStringList{u"api_key=sesame"_s, u"q=1 2"_s, u"empty="_s}));
    QCOMPARE(namesAndValues(request["cookies"_L1]), (QStringList{u"a=sesame"_s, u"b=sesame"_s}));
    QCOMPARE(request["bodySize"_L1].toInt(), 0);
    const QJsonValue cookie = entry["response"_L1]["cookies"_L1][0];
    QCOMPARE(cookie["name"_L1].toString(), u"sid"_s);
    QCOMPARE(cookie["value"_L1].toString(), u"sesame"_s);
    QCOMPARE(cookie["expires"_L1].toString(), u"2026-10-21T07:28:00.000Z"_s);
    QVERIFY(cookie["httpOnly"_L1].toBool() && cookie["secure"_L1].toBool());
    QVERIFY(namesAndValues(entry["response"_L1]["headers"_L1]).contains(u"X-Latin=café"_s));
    QCOMPARE(entry["_stages"_L1][0]["name"_L1].toString(), u"fetch"_s);
    QCOMPARE(entry["_attempts"_L1][0]["status"_L1].toInt(), 200);
}

void TestHar::redactsWhereverItIsRepeated()
{
    const QJsonObject entry = entryOf(finished(sampleRecord()));
    QCOMPARE(namesAndValues(entry["request"_L1]["queryString"_L1]),
             (QStringList{u"api_key=•••"_s, u"q=1 2"_s, u"empty="_s}));
    QCOMPARE(namesAndValues(entry["request"_L1]["cookies"_L1]), (QStringList{u"a=•••"_s, u"b=•••"_s}));
    QCOMPARE(namesAndValues(entry["response"_L1]["cookies"_L1]), QStringList{u"sid=•••"_s});
    QVERIFY(!QJsonDocument(entry).toJson().contains(sampleSecret));
}

void TestHar::failedEntriesAreThere()
{
    const QJsonObject entry = entryOf(finished(failedRecord()));
    QCOMPARE(entry["response"_L1]["status"_L1].toInt(-1), 0);
    QCOMPARE(entry["response"_L1]["bodySize"_L1].toInt(), -1);
    QVERIFY(entry["response"_L1]["_error"_L1].toString().contains(u"]]>"_s));
    QCOMPARE(entry["_error"_L1]["class"_L1].toString(), u"refused"_s);
    QCOMPARE(entry["_state"_L1].toString(), u"failed"_s);
    QCOMPARE(entryOf(finished(cancelledRecord()))["_state"_L1].toString(), u"cancelled"_s);
}

void TestHar::bodies()
{
    const auto content = [](const FinishedJob &job) { return entryOf(job)["response"_L1]["content"_L1]; };
    QCOMPARE(content(finished(sampleRecord(), "hé\"llo"))["text"_L1].toString(), u"hé\"llo"_s);
    QVERIFY(content(finished(sampleRecord(), "hello"))["encoding"_L1].isUndefined());
    const QByteArray binary("\x89PNG\r\n\x1a\n\0\xff", 10);
    QCOMPARE(content(finished(sampleRecord(), binary))["encoding"_L1].toString(), u"base64"_s);
    QCOMPARE(
        QByteArray::fromBase64(content(finished(sampleRecord(), binary))["text"_L1].toString().toLatin1()),
        binary);
    const QByteArray packed = QByteArray::fromBase64("H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==");
    QCOMPARE(content(finished(sampleRecord(), packed, "gzip"))["text"_L1].toString(), u"hello"_s);
    QVERIFY(content(finished(sampleRecord()))["text"_L1].isUndefined());
    const QByteArray large(17 * 1024 * 1024, 'x');
    QVERIFY(content(finished(sampleRecord(), large))["text"_L1].isUndefined());
    QVERIFY(content(finished(sampleRecord(), large))["comment"_L1].toString().contains(u"16 MiB"_s));
}

void TestHar::hugeHeaders()
{
    JobRecord record = sampleRecord();
    for (int i = 0; i < 5000; ++i)
        record.headers.append({"X-" + QByteArray::number(i), nastyText().toUtf8()});
    const QJsonObject entry = entryOf(finished(record));
    QCOMPARE(entry["response"_L1]["headers"_L1].toArray().size(), 5003);
    QCOMPARE(faultsOf(entry), QStringList());
}

void TestHar::redirects()
{
    JobRecord record = sampleRecord();
    record.finalUrl = u"https://other.example/b"_s;
    const QJsonObject followed = entryOf(finished(record));
    QCOMPARE(followed["request"_L1]["url"_L1].toString(), record.finalUrl);
    QCOMPARE(QUrl(followed["_url"_L1].toString()).host(), u"h.example"_s);
    record.status = 302;
    record.headers = {{"Location", "https://u:sesame@h/c"}};
    QCOMPARE(entryOf(finished(record))["response"_L1]["redirectURL"_L1].toString(), u"https://•••@h/c"_s);
}

void TestHar::posted()
{
    auto request = std::make_shared<RequestTemplate>();
    request->method = "POST";
    request->headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    request->body = "name=Ann+B&password=sesame";
    RequestBook book;
    const JobInput input{.url = u"http://h/"_s, .request = request};
    book.note({5, {input, input, {.url = u"http://h/"_s}, input}, {}});
    QVERIFY(book.find(5) && book.find(6) && !book.find(7) && book.find(8) && !book.find(9) && !book.find(4));

    JobRecord record = sampleRecord(6);
    record.method = "POST";
    record.requestHeaders = {{"Content-Type", "application/x-www-form-urlencoded"}};
    const auto post = [&](Secrets secrets) {
        return entryOf(finished(record), {secrets, &book})["request"_L1]["postData"_L1];
    };
    QCOMPARE(namesAndValues(post(Secrets::Redacted)["params"_L1]),
             (QStringList{u"name=Ann B"_s, u"password=•••"_s}));
    QCOMPARE(post(Secrets::Shown)["text"_L1].toString(), u"name=Ann+B&password=sesame"_s);
    record.requestHeaders = {{"Content-Type", "application/json"}};
    QCOMPARE(post(Secrets::Redacted)["mimeType"_L1].toString(), u"application/json"_s);
    QVERIFY(post(Secrets::Redacted)["text"_L1].isUndefined());
    QCOMPARE(entryOf(finished(record), {Secrets::Redacted, &book})["request"_L1]["bodySize"_L1].toInt(), 26);

    // As browsers and curl do it, a redirect made a GET of it.
    record.redirects = {u"http://h/elsewhere"_s};
    record.requestHeaders = {};
    const QJsonValue followed = entryOf(finished(record), {Secrets::Redacted, &book})["request"_L1];
    QCOMPARE(followed["method"_L1].toString(), u"GET"_s);
    QCOMPARE(followed["bodySize"_L1].toInt(), 0);
    QVERIFY(followed["postData"_L1].isUndefined());
}

QTEST_GUILESS_MAIN(TestHar)
#include "tst_har.moc"
