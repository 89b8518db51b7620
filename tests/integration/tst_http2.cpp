// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HTTP/2 by Qt, which loses requests around a GOAWAY: none is lost here.

#include "support/enginerun.h"
#include "support/http2peer.h"
#include "support/nginxserver.h"
#include "support/testsupport.h"

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
        // Longer than the watch is patient with a request that was not sent.
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
