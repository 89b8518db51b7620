// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HTTP/2: requests share connections, and none is lost around a GOAWAY or told wrongly.

#include "support/enginerun.h"
#include "support/http2peer.h"
#include "support/nginxserver.h"
#include "support/ports.h"
#include "support/testsupport.h"

#include <QTcpServer>
#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

class TestHttp2 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<TestCertificates>();
        QVERIFY2(m_certificates->isValid(), qPrintable(m_certificates->error()));
    }

    void noneIsLostOverNginx_data()
    {
        QTest::addColumn<int>("keepaliveRequests");
        QTest::addColumn<int>("count");
        constexpr int many = sanitized ? 5'000 : 20'000;
        QTest::newRow("as it is by default") << 1000 << many;
        QTest::newRow("with a GOAWAY every 100 requests") << 100 << 2'000;
    }

    void noneIsLostOverNginx()
    {
        QFETCH(const int, keepaliveRequests);
        QFETCH(const int, count);
        NginxServer nginx(
            {.certificates = m_certificates.get(), .http2 = true, .keepaliveRequests = keepaliveRequests});
        QVERIFY2(nginx.isRunning(), qPrintable(nginx.error()));
        nginx.addFile(u"a.json"_s, "{\"a\": 1}");
        RunSettings settings = overHttp2();
        settings.retry.retries = 0;
        EngineRun run(settings);
        QStringList urls;
        for (int i = 0; i < count; ++i)
            urls.append(nginx.url(u"/a.json?%1"_s.arg(i)));
        run.submit(urls);
        QVERIFY(run.finish(150'000));
        int byHttp2 = 0;
        for (const JobRecordPtr &record : run.records()) {
            QVERIFY2(record->state == JobState::Succeeded,
                     qPrintable(record->fault ? record->fault->message : QString()));
            QCOMPARE(record->attempts.size(), 1);
            byHttp2 += record->httpVersion == "2"_L1;
        }
        QCOMPARE(run.records().size(), static_cast<std::size_t>(count));
        QVERIFY2(byHttp2 > count / 2, qPrintable(QString::number(byHttp2)));
        // Two GOAWAYs after the same number tell what the server's number is.
        const int unseen = 2 * settings.perHost;
        QVERIFY2(byHttp2 >= count - unseen, qPrintable(QString::number(byHttp2)));
        QVERIFY(run.stop());
    }

    void whatGoAwayLeavesUnseenGoesAgainByHttp1_data()
    {
        QTest::addColumn<Http2Error>("error");
        QTest::addColumn<QByteArray>("method");
        QTest::newRow("in good order") << Http2Error::None << "GET"_ba;
        QTest::newRow("in good order, to a POST") << Http2Error::None << "POST"_ba;
    }

    void whatGoAwayLeavesUnseenGoesAgainByHttp1()
    {
        QFETCH(const Http2Error, error);
        QFETCH(const QByteArray, method);
        // The first request is answered, the second is told that it was not seen.
        Http2Peer peer(m_certificates->server(), [error](quint32 stream, int before) -> Http2Reaction {
            if (before == 0)
                return {http2Answer(stream, "by 2")};
            return {http2GoAway(stream - 2, error)};
        });
        EngineRun run(overHttp2());
        const auto request = std::make_shared<RequestTemplate>();
        request->method = method;
        request->body = method == "POST" ? "data"_ba : QByteArray();
        for (const QString &version : {u"2"_s, u"1.1"_s}) {
            const JobId id = run.submit({peer.url(u"/"_s)}, request);
            QVERIFY(run.finish());
            const JobRecordPtr record = run.record(id);
            QVERIFY2(record->state == JobState::Succeeded,
                     qPrintable(record->fault ? record->fault->message : QString()));
            QCOMPARE(record->httpVersion, version);
            QCOMPARE(record->attempts.size(), 1);
        }
        QCOMPARE(peer.http2Requests(), 2);
        QCOMPARE(peer.http1Requests(), 1);
    }

    void aStreamCutOffIsTruncatedAndTriedAgain_data()
    {
        QTest::addColumn<bool>("answering");
        QTest::addColumn<Http2Error>("error");
        QTest::newRow("reset before the answer") << false << Http2Error::Internal;
        QTest::newRow("refused") << false << Http2Error::RefusedStream;
        QTest::newRow("cancelled") << false << Http2Error::Cancel;
        QTest::newRow("told to speak 1.1") << false << Http2Error::Http11Required;
        QTest::newRow("reset in the body") << true << Http2Error::Internal;
        QTest::newRow("cancelled in the body") << true << Http2Error::Cancel;
    }

    void aStreamCutOffIsTruncatedAndTriedAgain()
    {
        QFETCH(const bool, answering);
        QFETCH(const Http2Error, error);
        Http2Peer peer(m_certificates->server(), [&](quint32 stream, int before) -> Http2Reaction {
            if (before == 1)
                return {http2Answer(stream, "whole")};
            const QByteArray begun = answering ? http2Beginning(stream, 100, "cut") : QByteArray();
            return {begun + http2Reset(stream, error)};
        });
        EngineRun run(overHttp2());
        const JobId id = run.submit({peer.url(u"/"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(id);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(record->attempts.size(), 2);
        QVERIFY(record->attempts.first().fault);
        QCOMPARE(faultClassName(record->attempts.first().fault->faultClass), "truncated"_L1);
        QVERIFY(record->attempts.first().fault->message.contains(u"127.0.0.1"));
        QCOMPARE(record->bytes, 5);
    }

    void aGoAwayWithAnErrorIsTruncatedAndTriedAgain()
    {
        Http2Peer peer(m_certificates->server(), [](quint32 stream, int before) -> Http2Reaction {
            if (before == 0)
                return {http2GoAway(stream, Http2Error::Internal), true};
            return {http2Answer(stream, "whole")};
        });
        EngineRun run(overHttp2());
        const JobId id = run.submit({peer.url(u"/"_s)});
        QVERIFY(run.finish());
        QCOMPARE(run.record(id)->state, JobState::Succeeded);
        QVERIFY(run.record(id)->attempts.size() <= 2);
    }

    void aSlowServerIsLeftToItsOwnPace()
    {
        // Longer than a connection may take to open.
        Http2Peer peer(m_certificates->server(), [](quint32 stream, int) -> Http2Reaction {
            return {http2Answer(stream, "slow but honest"), false, 5s};
        });
        RunSettings settings = overHttp2();
        settings.deadlines.connect = 1s;
        settings.retry.retries = 0;
        EngineRun run(settings);
        const JobId first = run.submit({peer.url(u"/1"_s), peer.url(u"/2"_s), peer.url(u"/3"_s)});
        QVERIFY(run.finish(30'000));
        for (JobId id = first; id < first + 3; ++id) {
            QCOMPARE(run.record(id)->state, JobState::Succeeded);
            QCOMPARE(run.record(id)->httpVersion, u"2"_s);
        }
        QCOMPARE(peer.http2Requests(), 3);
        QCOMPARE(peer.http1Requests(), 0);
    }

    void aServerWithoutHttp2IsSpokenToByHttp1()
    {
        NginxServer nginx({.certificates = m_certificates.get()});
        QVERIFY2(nginx.isRunning(), qPrintable(nginx.error()));
        nginx.addFile(u"a.json"_s, "{}");
        EngineRun run(overHttp2());
        for (int i = 0; i < 3; ++i) {
            const JobId id = run.submit({nginx.url(u"/a.json"_s)});
            QVERIFY(run.finish());
            QCOMPARE(run.record(id)->state, JobState::Succeeded);
            QCOMPARE(run.record(id)->httpVersion, u"1.1"_s);
        }
    }

    void theWayToHttp1IsToldAndUsed()
    {
        NginxServer nginx({.certificates = m_certificates.get()});
        QVERIFY2(nginx.isRunning(), qPrintable(nginx.error()));
        nginx.addFile(u"a.json"_s, "{}");
        RunSettings settings = overHttp2();
        settings.transport.http2 = false;
        EngineRun before(settings);
        before.submit({nginx.url(u"/a.json"_s)});
        QVERIFY(before.finish());
        EngineRun run(overHttp2());
        const JobId id = run.submit({nginx.url(u"/a.json"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(id);
        QCOMPARE(record->attempts.size(), 1);
        const PhaseTimes &timings = record->attempts.first().timings;
        QVERIFY(timings.connect && timings.tls && timings.wait);
        QVERIFY(*timings.tls <= *timings.connect);
        QList<int> connections;
        for (const QByteArray &line : nginx.accessLog())
            connections.append(line.left(line.indexOf(' ')).toInt());
        // nginx numbers them: the one that found it out is the one that was used.
        QCOMPARE(connections.size(), 2);
        QCOMPARE(connections.last(), connections.first() + 1);
    }

    void requestsShareAConnection()
    {
        Http2Peer peer(m_certificates->server(), [](quint32 stream, int) -> Http2Reaction {
            return {http2Answer(stream, "shared"), false, 50ms};
        });
        EngineRun run(overHttp2());
        QStringList urls;
        for (int i = 0; i < 60; ++i)
            urls.append(peer.url(u"/%1"_s.arg(i)));
        run.submit(urls);
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 60);
        QCOMPARE(peer.connections(), 1);
        QCOMPARE(peer.http2Requests(), 60);
        // One had it opened for itself, and the others that came meanwhile waited for it.
        for (const JobRecordPtr &record : run.records()) {
            const PhaseTimes &timings = record->attempts.first().timings;
            QVERIFY(!timings.tls || *timings.tls <= *timings.connect);
            QVERIFY(*timings.wait >= 40);
        }
    }

    void fewStreamsAtOnceAreRespected()
    {
        Http2Peer peer(
            m_certificates->server(),
            [](quint32 stream, int) -> Http2Reaction {
                return {http2Answer(stream, "few"), false, 200ms};
            },
            10);
        RunSettings settings = overHttp2();
        settings.retry.retries = 0;
        EngineRun run(settings);
        QStringList urls;
        for (int i = 0; i < 200; ++i)
            urls.append(peer.url(u"/%1"_s.arg(i)));
        run.submit(urls);
        QVERIFY(run.finish(20'000));
        for (const JobRecordPtr &record : run.records()) {
            QVERIFY2(record->state == JobState::Succeeded,
                     qPrintable(record->fault ? record->fault->message : QString()));
            QCOMPARE(record->httpVersion, u"2"_s);
        }
        QCOMPARE(peer.http2Requests(), 200);
        QVERIFY(peer.connections() > 1);
    }

    void hintsAndTrailersArePassedOver()
    {
        Http2Peer peer(m_certificates->server(), [](quint32 stream, int) -> Http2Reaction {
            return {http2Head(stream, {{":status", "103"}, {"link", "</a.css>; rel=preload"}}) +
                    http2Head(
                        stream,
                        {{":status", "203"}, {"x-own", "1"}, {"set-cookie", "a=1"}, {"set-cookie", "b=2"}}) +
                    http2Data(stream, "body") + http2Head(stream, {{"x-late", "2"}}, true)};
        });
        EngineRun run(overHttp2());
        const JobId id = run.submit({peer.url(u"/"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(id);
        QCOMPARE(record->state, JobState::Succeeded);
        QCOMPARE(record->status, 203);
        QCOMPARE(record->bytes, 4);
        const HeaderList expected{{"x-own", "1"}, {"set-cookie", "a=1"}, {"set-cookie", "b=2"}};
        QCOMPARE(record->headers, expected);
    }

    void whatIsNoProperAnswerIsToldSo_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("faultClass");
        QTest::addColumn<QString>("words");
        const QByteArray ok = http2Head(1, {{":status", "200"}});
        QTest::newRow("a name in upper case")
            << http2Head(1, {{":status", "200"}, {"X-Own", "1"}}, true) << u"protocol"_s << u"header field"_s;
        QTest::newRow("no status") << http2Head(1, {{"x-own", "1"}}, true) << u"protocol"_s << u"HTTP"_s;
        QTest::newRow("more than announced")
            << http2Beginning(1, 3, "four") << u"protocol"_s << u"127.0.0.1"_s;
        QTest::newRow("less than announced") << http2Beginning(1, 100, "four") + http2Data(1, {}, true)
                                             << u"truncated"_s << u"4 of 100 bytes"_s;
        QTest::newRow("a head without end")
            << http2Head(1, {{":status", "200"}, {"x-long", QByteArray(300 * 1024, 'x')}}) << u"protocol"_s
            << u"127.0.0.1"_s;
        QTest::newRow("hints without end")
            << http2Head(1, {{":status", "103"}}).repeated(40) << u"protocol"_s << u"interim answers"_s;
        QTest::newRow("a body before the head") << http2Data(1, "x", true) << u"protocol"_s << u"127.0.0.1"_s;
        QTest::newRow("no frames") << "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"_ba
                                   << u"protocol"_s << u"127.0.0.1"_s;
        QTest::newRow("a push") << QByteArray::fromHex("00000504000000000100000002") + ok << u"protocol"_s
                                << u"127.0.0.1"_s;
    }

    void whatIsNoProperAnswerIsToldSo()
    {
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, faultClass);
        QFETCH(const QString, words);
        Http2Peer peer(m_certificates->server(),
                       [answer](quint32, int) -> Http2Reaction { return {answer}; });
        RunSettings settings = overHttp2();
        settings.retry.retries = 0;
        EngineRun run(settings);
        const JobId id = run.submit({peer.url(u"/"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(id);
        QCOMPARE(record->state, JobState::Failed);
        QCOMPARE(faultClassName(record->fault->faultClass), faultClass);
        QVERIFY2(record->fault->message.contains(words), qPrintable(record->fault->message));
    }

    void aStaleConnectionIsReplacedForWhatMayBeRepeated_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<JobState>("state");
        QTest::newRow("GET") << "GET"_ba << JobState::Succeeded;
        QTest::newRow("POST") << "POST"_ba << JobState::Failed;
    }

    void aStaleConnectionIsReplacedForWhatMayBeRepeated()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const JobState, state);
        Http2Peer peer(m_certificates->server(), [](quint32 stream, int before) -> Http2Reaction {
            return before == 0 ? Http2Reaction{http2Answer(stream, "first")} : Http2Reaction{{}, true};
        });
        RunSettings settings = overHttp2();
        settings.retry.retries = 0;
        EngineRun run(settings);
        run.submit({peer.url(u"/"_s)});
        QVERIFY(run.finish());
        const auto request = std::make_shared<RequestTemplate>();
        request->method = method;
        const JobId id = run.submit({peer.url(u"/"_s)}, request);
        QVERIFY(run.finish());
        QCOMPARE(run.record(id)->state, state);
        QCOMPARE(peer.http2Requests(), 2);
        QCOMPARE(peer.http1Requests(), state == JobState::Succeeded ? 1 : 0);
    }

    void largeBodiesGoBothWays()
    {
        constexpr int size = 5'000'000;
        Http2Peer peer(m_certificates->server(), [](quint32 stream, int) -> Http2Reaction {
            QByteArray frames = http2Head(stream, {{":status", "200"}});
            for (int i = 0; i < 60; ++i)
                frames += http2Data(stream, QByteArray(16'000, 'x'), i == 59);
            return {frames};
        });
        EngineRun run(overHttp2());
        const auto request = std::make_shared<RequestTemplate>();
        request->method = "POST";
        request->body = QByteArray(size, 'y');
        const JobId id = run.submit({peer.url(u"/1"_s), peer.url(u"/2"_s)}, request);
        QVERIFY(run.finish(30'000));
        for (const JobId each : {id, id + 1}) {
            QVERIFY2(run.record(each)->state == JobState::Succeeded,
                     qPrintable(run.record(each)->fault ? run.record(each)->fault->message : QString()));
            QCOMPARE(run.record(each)->bytes, 60 * 16'000);
        }
        QCOMPARE(peer.http2Uploaded(), 2 * size);
        QCOMPARE(peer.connections(), 1);
    }

    void aServerThatCannotBeReachedFailsAllThatWait()
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        const QString url = u"https://127.0.0.1:%1/"_s.arg(closed.serverPort());
        closed.close();
        RunSettings settings = overHttp2();
        settings.retry.retries = 0;
        EngineRun run(settings);
        run.submit(QStringList(10, url));
        QVERIFY(run.finish());
        QCOMPARE(run.records().size(), std::size_t(10));
        for (const JobRecordPtr &record : run.records())
            QCOMPARE(faultClassName(record->fault->faultClass), "refused"_L1);
    }

    void oneOfThoseThatWaitForAConnectionCanBeCancelled()
    {
        const UnansweredPort port;
        EngineRun run(overHttp2());
        const QString url = u"https://127.0.0.1:%1/"_s.arg(port.port());
        const JobId id = run.submit({url, url});
        QVERIFY(QTest::qWaitFor([&] { return run.view(id + 1).state == JobState::Running; }));
        run.engine().cancel({id});
        QVERIFY(QTest::qWaitFor([&] { return run.record(id) != nullptr; }));
        QCOMPARE(run.record(id)->state, JobState::Cancelled);
        QVERIFY(!run.record(id + 1));
        run.engine().cancelAll();
        QVERIFY(run.finish(2000));
        QVERIFY(run.stop());
    }

    void cancelledOnesEndAtOnce()
    {
        Http2Peer peer(m_certificates->server(), [](quint32, int) -> Http2Reaction { return {}; });
        EngineRun run(overHttp2());
        run.submit({peer.url(u"/1"_s), peer.url(u"/2"_s)});
        QVERIFY(QTest::qWaitFor([&] { return peer.http2Requests() == 2; }));
        run.engine().cancelAll();
        QVERIFY(run.finish(2000));
        for (const JobRecordPtr &record : run.records())
            QCOMPARE(record->state, JobState::Cancelled);
    }

private:
    RunSettings overHttp2()
    {
        RunSettings settings = EngineRun::defaults();
        settings.perHost = 64;
        settings.transport.http2 = true;
        settings.transport.caCertificates = {m_certificates->caCertificate()};
        return settings;
    }

    std::unique_ptr<TestCertificates> m_certificates;
};

QTEST_GUILESS_MAIN(TestHttp2)
#include "tst_http2.moc"
