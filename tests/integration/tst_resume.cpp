// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/gzip.h"
#include "enginetesting.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

QByteArray randomBytes(qsizetype size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(random.bounded(256));
    return bytes;
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// Where a request wants the body to begin; 0: at the start.
qsizetype firstByteOf(const ServerRequest &request)
{
    const QByteArray range = headerValue(request.headers, "range");
    return range.startsWith("bytes=") ? range.sliced(6).chopped(1).toLongLong() : 0;
}

HeaderList resumableHeaders()
{
    return {{"Accept-Ranges", "bytes"}, {"ETag", "\"one\""}, {"Content-Type", "application/octet-stream"}};
}

/// As a server answers that does ranges: the whole, or the rest that was asked for, of which `sent` bytes
/// come before the connection breaks; all of it where that is more than there is.
Script ranged(const ServerRequest &request, const QByteArray &body, qsizetype sent,
              HeaderList headers = resumableHeaders())
{
    const qsizetype first = firstByteOf(request);
    const QByteArray part = body.sliced(first);
    headers.append(Header{"Content-Length", QByteArray::number(part.size())});
    if (first > 0)
        headers.append({"Content-Range", "bytes " + QByteArray::number(first) + '-' +
                                             QByteArray::number(body.size() - 1) + '/' +
                                             QByteArray::number(body.size())});
    const Script script =
        Script::head(first > 0 ? 206 : 200, headers).send(part.first(qMin(sent, part.size())));
    return sent < part.size() ? script.close() : script;
}

constexpr qsizetype everything = 1LL << 40;

RunSettings patient()
{
    RunSettings settings = EngineRun::defaults();
    settings.retry.retries = 200;
    settings.retry.baseDelay = milliseconds(1);
    settings.adaptive = false;
    return settings;
}

bool isWhole(const JobRecord &record, const QByteArray &body)
{
    return record.state == JobState::Succeeded && record.status == 200 && record.bytes == body.size() &&
           record.sha256 == sha256(body).toHex();
}

QList<qsizetype> firstBytes(const ScriptServer &server)
{
    QList<qsizetype> list;
    for (const ServerRequest &request : server.requests())
        list.append(firstByteOf(request));
    return list;
}

} // namespace

/// Bodies that break off in the middle and are gone on with.
class TestResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutAnywhereItIsWholeInTheEnd_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<bool>("announced");
        QTest::newRow("in memory") << qsizetype(300'000) << true;
        QTest::newRow("on disk") << qsizetype(5'000'000) << true;
        QTest::newRow("of unknown length") << qsizetype(300'000) << false;
    }

    void cutAnywhereItIsWholeInTheEnd()
    {
        QFETCH(const qsizetype, size);
        QFETCH(const bool, announced);
        const QByteArray body = randomBytes(size, 3);
        QRandomGenerator random(7);
        ScriptServer server([&](const ServerRequest &request) {
            const auto sent = static_cast<qsizetype>(random.bounded(static_cast<int>(size / 5)));
            if (announced || firstByteOf(request) > 0)
                return ranged(request, body, sent);
            HeaderList headers = resumableHeaders();
            headers.append(Header{"Transfer-Encoding", "chunked"});
            const QByteArray chunk =
                QByteArray::number(size, 16) + "\r\n" + body.first(qMax<qsizetype>(sent, 1));
            return Script::head(200, headers).send(chunk).close();
        });
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish(30'000));

        const JobRecordPtr record = run.record(0);
        QVERIFY2(isWhole(*record, body), qPrintable(record->fault ? record->fault->message : u"?"_s));
        QCOMPARE(record->wireBytes, size);
        QCOMPARE(headerValue(record->headers, "content-length"), QByteArray::number(size));
        QVERIFY(headerValue(record->headers, "content-range").isNull());
        QCOMPARE(headerValue(record->headers, "etag"), "\"one\""_ba);

        const QList<qsizetype> asked = firstBytes(server);
        QVERIFY(asked.size() > 3);
        QVERIFY(std::ranges::is_sorted(asked));
        QCOMPARE(record->attempts.size(), asked.size());
        for (qsizetype i = 0; i < asked.size(); ++i)
            QCOMPARE(record->attempts.at(i).resumedFrom, asked.at(i));
        QCOMPARE(record->attempts.last().status, 206);
        QCOMPARE(headerValue(server.requests().last().headers, "if-range"), "\"one\""_ba);
    }

    void theCodedBytesAreGoneOnWith()
    {
        const QByteArray text = QByteArray("line after line, ").repeated(50'000);
        const QByteArray coded = gzipped(text);
        HeaderList headers = resumableHeaders();
        headers.append(Header{"Content-Encoding", "gzip"});
        ScriptServer server([&](const ServerRequest &request) {
            return ranged(request, coded, request.number == 0 ? coded.size() / 2 : everything, headers);
        });
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QCOMPARE(firstBytes(server), (QList<qsizetype>{0, coded.size() / 2}));
        QVERIFY(isWhole(*run.record(0), text));
        QCOMPARE(run.record(0)->wireBytes, coded.size());
    }

    void aBodyThatStallsIsGoneOnWith()
    {
        const QByteArray body = randomBytes(10'000, 3);
        ScriptServer server([&](const ServerRequest &request) {
            if (request.number > 0)
                return ranged(request, body, everything);
            HeaderList headers = resumableHeaders();
            headers.append(Header{"Content-Length", "10000"});
            return Script::head(200, headers).send(body.first(4000)).stall();
        });
        RunSettings settings = patient();
        settings.deadlines.idle = milliseconds(100);
        EngineRun run(settings);
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), body));
        QCOMPARE(run.record(0)->attempts.first().fault->faultClass, FaultClass::TimeoutIdle);
        QCOMPARE(firstBytes(server), (QList<qsizetype>{0, 4000}));
    }

    void whatStaysBetweenKeepsThePart()
    {
        const QByteArray body = randomBytes(10'000, 3);
        ScriptServer server([&](const ServerRequest &request) {
            if (request.number == 1)
                return Script::answer(503, {}, "not now");
            return ranged(request, body, request.number == 0 ? 4000 : everything);
        });
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), body));
        QCOMPARE(firstBytes(server), (QList<qsizetype>{0, 4000, 4000}));
    }

    void nothingIsAskedForWhereItCouldBeWrong_data()
    {
        QTest::addColumn<QByteArray>("acceptRanges");
        QTest::addColumn<QByteArray>("etag");
        QTest::addColumn<QByteArray>("modified");
        QTest::addColumn<QByteArray>("ifRange"); ///< empty: from the start
        const QByteArray old = "Sun, 06 Nov 1994 08:49:37 GMT";
        const QByteArray now = "Mon, 07 Nov 1994 10:00:00 GMT";
        QTest::newRow("no ranges") << ""_ba
                                   << "\"one\""_ba
                                   << ""_ba
                                   << ""_ba;
        QTest::newRow("ranges refused") << "none"_ba
                                        << "\"one\""_ba
                                        << ""_ba
                                        << ""_ba;
        QTest::newRow("no validator") << "bytes"_ba
                                      << ""_ba
                                      << ""_ba
                                      << ""_ba;
        QTest::newRow("weak tag") << "bytes"_ba
                                  << "W/\"one\""_ba << old << ""_ba;
        QTest::newRow("strong tag") << "bytes"_ba
                                    << "\"one\""_ba << old << "\"one\""_ba;
        QTest::newRow("changed long ago") << "bytes"_ba
                                          << ""_ba << old << old;
        QTest::newRow("changed just now") << "bytes"_ba
                                          << ""_ba << now << ""_ba;
    }

    void nothingIsAskedForWhereItCouldBeWrong()
    {
        QFETCH(const QByteArray, acceptRanges);
        QFETCH(const QByteArray, etag);
        QFETCH(const QByteArray, modified);
        QFETCH(const QByteArray, ifRange);
        HeaderList headers{{"Date", "Mon, 07 Nov 1994 10:00:10 GMT"}};
        for (const Header &header : {Header{"Accept-Ranges", acceptRanges}, Header{"ETag", etag},
                                     Header{"Last-Modified", modified}}) {
            if (!header.value.isEmpty())
                headers.append(header);
        }
        const QByteArray body = randomBytes(10'000, 3);
        ScriptServer server([&](const ServerRequest &request) {
            return ranged(request, body, request.number == 0 ? 4000 : everything, headers);
        });
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), body));
        QCOMPARE(headerValue(server.requests().at(1).headers, "if-range"), ifRange);
        QCOMPARE(firstBytes(server).at(1), ifRange.isEmpty() ? 0 : 4000);
    }

    void requestsOfOtherKindsAreNotTouched_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<HeaderList>("headers");
        QTest::newRow("PUT") << "PUT"_ba << HeaderList{};
        QTest::newRow("a range of its own") << "GET"_ba << HeaderList{{"Range", "bytes=0-"}};
    }

    void requestsOfOtherKindsAreNotTouched()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const HeaderList, headers);
        const QByteArray body = randomBytes(10'000, 3);
        ScriptServer server([&](const ServerRequest &request) {
            return ranged(request, body, request.number == 0 ? 4000 : everything);
        });
        auto request = std::make_shared<RequestTemplate>();
        request->method = method;
        request->headers = headers;
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)}, request);
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), body));
        QVERIFY(headerValue(server.requests().at(1).headers, "if-range").isNull());
        QCOMPARE(headerValue(server.requests().at(1).headers, "range"), headerValue(headers, "range"));
    }

    void aChangedBodyComesFromTheStart()
    {
        const QByteArray before = randomBytes(10'000, 3);
        const QByteArray after = randomBytes(12'000, 4);
        ScriptServer server([&](const ServerRequest &request) {
            if (request.number == 0)
                return ranged(request, before, 4000);
            return Script::answer(200, {{"Accept-Ranges", "bytes"}, {"ETag", "\"two\""}}, after);
        });
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), after));
        QCOMPARE(run.record(0)->attempts.size(), 2);
        QCOMPARE(run.record(0)->attempts.last().resumedFrom, 0);
        QCOMPARE(server.requestCount(), 2);
    }

    void aPartThatDoesNotFitMeansFromTheStart_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("etag");
        QTest::newRow("wrong start") << 206 << "bytes 3999-9999/10000"_ba
                                     << "\"one\""_ba;
        QTest::newRow("wrong size") << 206 << "bytes 4000-9999/10001"_ba
                                    << "\"one\""_ba;
        QTest::newRow("wrong length") << 206 << "bytes 4000-9998/10000"_ba
                                      << "\"one\""_ba;
        QTest::newRow("another tag") << 206 << "bytes 4000-9999/10000"_ba
                                     << "\"two\""_ba;
        QTest::newRow("no tag") << 206 << "bytes 4000-9999/10000"_ba
                                << ""_ba;
        QTest::newRow("no range") << 206 << ""_ba
                                  << "\"one\""_ba;
        QTest::newRow("not satisfiable") << 416 << "bytes */10000"_ba
                                         << "\"one\""_ba;
    }

    void aPartThatDoesNotFitMeansFromTheStart()
    {
        QFETCH(const int, status);
        QFETCH(const QByteArray, range);
        QFETCH(const QByteArray, etag);
        const QByteArray body = randomBytes(10'000, 3);
        ScriptServer server([&](const ServerRequest &request) {
            if (firstByteOf(request) == 0)
                return ranged(request, body, request.number == 0 ? 4000 : everything);
            HeaderList headers{{"Content-Type", "application/octet-stream"}};
            if (!range.isEmpty())
                headers.append(Header{"Content-Range", range});
            if (!etag.isEmpty())
                headers.append(Header{"ETag", etag});
            return Script::answer(status, headers, QByteArray(6000, 'x'));
        });
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), body));
        QCOMPARE(run.record(0)->attempts.size(), 2);
        QCOMPARE(firstBytes(server), (QList<qsizetype>{0, 4000, 0}));
    }

    void anotherAddressAfterRedirectsIsAskedForAll()
    {
        const QByteArray body = randomBytes(10'000, 3);
        ScriptServer server([&](const ServerRequest &request) {
            if (request.target == "/")
                return Script::answer(302, {{"Location", request.repeat == 0 ? "/a" : "/b"}});
            return ranged(request, body, request.target == "/a" ? 4000 : everything);
        });
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), body));
        QCOMPARE(firstBytes(server), (QList<qsizetype>{0, 0, 0, 0}));
    }

    void redirectsToTheSameAddressAreFollowedFirst()
    {
        const QByteArray body = randomBytes(10'000, 3);
        ScriptServer server([&](const ServerRequest &request) {
            if (request.target == "/")
                return Script::answer(302, {{"Location", "/a"}});
            return ranged(request, body, request.repeat == 0 ? 4000 : everything);
        });
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), body));
        QCOMPARE(firstBytes(server), (QList<qsizetype>{0, 0, 0, 4000}));
    }

    void whatItHasIsShownWhenItStaysCutOff()
    {
        const QByteArray body = randomBytes(10'000, 3);
        ScriptServer server([&](const ServerRequest &request) { return ranged(request, body, 3000); });
        RunSettings settings = patient();
        settings.retry.retries = 1;
        EngineRun run(settings);
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(0);
        QCOMPARE(record->state, JobState::Failed);
        QCOMPARE(record->fault->faultClass, FaultClass::Truncated);
        QCOMPARE(record->bytes, 6000);
        QCOMPARE(record->wireBytes, 6000);
        QCOMPARE(record->sha256, sha256(body.first(6000)).toHex());
    }

    void theLimitIsOfTheWholeBody()
    {
        const QByteArray body = randomBytes(10'000, 3);
        ScriptServer server([&](const ServerRequest &request) {
            if (request.number > 0)
                return ranged(request, body, everything);
            HeaderList headers = resumableHeaders();
            headers.append(Header{"Transfer-Encoding", "chunked"});
            return Script::head(200, headers).send("2000\r\n" + body.first(4000)).close();
        });
        RunSettings settings = patient();
        settings.maxSize = 8000;
        EngineRun run(settings);
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->fault->faultClass, FaultClass::TooLarge);
        QCOMPARE(run.record(0)->attempts.size(), 2);
    }

    void digestsAreChecked_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArray>("suffix");
        QTest::newRow("Repr-Digest") << "Repr-Digest"_ba
                                     << "sha-256=:"_ba
                                     << ":"_ba;
        QTest::newRow("Digest") << "Digest"_ba
                                << "SHA-256="_ba
                                << ""_ba;
    }

    void digestsAreChecked()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QByteArray, prefix);
        QFETCH(const QByteArray, suffix);
        const QByteArray body = "what it is";
        const QByteArray digest = prefix + sha256(body).toBase64() + suffix;
        ScriptServer server([=](const ServerRequest &request) {
            return Script::answer(200, {{field, digest}},
                                  request.target == "/right" ? body : "what it isn't");
        });
        EngineRun run;
        run.submit({server.url(u"/right"_s), server.url(u"/wrong"_s)});
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), body));
        const JobRecordPtr wrong = run.record(1);
        QCOMPARE(wrong->state, JobState::Failed);
        QCOMPARE(wrong->fault->faultClass, FaultClass::Check);
        QCOMPARE(wrong->fault->stage, u"fetch"_s);
        QVERIFY2(wrong->fault->message.contains(QString::fromLatin1(field)),
                 qPrintable(wrong->fault->message));
        QCOMPARE(wrong->attempts.size(), 1);
    }

    void partsThatMakeNoWholeMeanFromTheStart()
    {
        const QByteArray body = randomBytes(10'000, 3);
        HeaderList headers = resumableHeaders();
        headers.append(Header{"Repr-Digest", "sha-256=:" + sha256(body).toBase64() + ':'});
        ScriptServer server([&](const ServerRequest &request) {
            if (firstByteOf(request) > 0)
                return ranged(request, QByteArray(10'000, 'x'), everything, headers);
            return ranged(request, body, request.number == 0 ? 4000 : everything, headers);
        });
        EngineRun run(patient());
        run.submit({server.url(u"/"_s)});
        QVERIFY(run.finish());
        QVERIFY(isWhole(*run.record(0), body));
        QCOMPARE(firstBytes(server), (QList<qsizetype>{0, 4000, 0}));
        QCOMPARE(run.record(0)->attempts.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
