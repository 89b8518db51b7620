// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Proxies and TLS as real programs do them: squid and nginx.

#include "enginetesting.h"
#include "support/nginxserver.h"
#include "support/squidproxy.h"

#include <QSet>
#include <QTest>

#include <array>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

enum class Credentials { None, Right, Wrong };

} // namespace

class TestProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = std::make_unique<TestCertificates>();
        QVERIFY2(m_certificates->isValid(), qPrintable(m_certificates->error()));
    }

    void throughSquid_data()
    {
        QTest::addColumn<SquidProxy::Mode>("mode");
        QTest::addColumn<bool>("tls");
        QTest::addColumn<Credentials>("credentials");
        QTest::addColumn<QString>("expected"); // an error class; empty: it works
        using Mode = SquidProxy::Mode;
        QTest::newRow("open, http") << Mode::Open << false << Credentials::None << QString();
        QTest::newRow("open, https") << Mode::Open << true << Credentials::None << QString();
        // What a proxy answers to plain http looks like the server's answer, in curl too.
        QTest::newRow("refuses, http") << Mode::Refuses << false << Credentials::None << u"http.status"_s;
        QTest::newRow("refuses, https") << Mode::Refuses << true << Credentials::None << u"proxy"_s;
        for (const bool tls : {false, true}) {
            const char *const scheme = tls ? "https" : "http";
            QTest::addRow("no password, %s", scheme)
                << Mode::WantsPassword << tls << Credentials::None << u"proxy"_s;
            QTest::addRow("wrong password, %s", scheme)
                << Mode::WantsPassword << tls << Credentials::Wrong << u"proxy"_s;
            QTest::addRow("right password, %s", scheme)
                << Mode::WantsPassword << tls << Credentials::Right << QString();
        }
    }

    void throughSquid()
    {
        QFETCH(const SquidProxy::Mode, mode);
        QFETCH(const bool, tls);
        QFETCH(const Credentials, credentials);
        QFETCH(const QString, expected);
        const SquidProxy &squid = proxy(mode);
        QVERIFY2(squid.isRunning(), qPrintable(squid.error()));
        ScriptServer origin(answerJson, tls ? ScriptServer::Config{.tls = m_certificates->server()}
                                            : ScriptServer::Config{});
        RunSettings settings = verifying();
        settings.transport.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, squid.port());
        if (credentials != Credentials::None) {
            settings.transport.proxy->setUser(SquidProxy::user());
            settings.transport.proxy->setPassword(credentials == Credentials::Right ? SquidProxy::password()
                                                                                    : u"guess"_s);
        }
        EngineRun run(settings);
        const JobId first = run.submit(urls(origin, 5));
        QVERIFY(run.finish(20'000));
        for (JobId id = first; id < first + 5; ++id) {
            const JobRecordPtr record = run.record(id);
            const QString error =
                record->fault ? QString(faultClassName(record->fault->faultClass)) : QString();
            const QString message = record->fault ? record->fault->message : QString();
            QVERIFY2(error == expected, qPrintable(error + u": "_s + message));
            if (expected == "proxy"_L1)
                QVERIFY2(message.contains("proxy"_L1, Qt::CaseInsensitive), qPrintable(message));
            QVERIFY2(!message.contains(u"guess"), qPrintable(message));
        }
        QCOMPARE(origin.requestCount(), expected.isEmpty() ? 5 : 0);
        for (const ServerRequest &request : origin.requests())
            QVERIFY2(headerValue(request.headers, "proxy-authorization").isNull(),
                     "the proxy's credentials are the origin's");
    }

    void aPostThroughAnAuthenticatingProxyGoesOnce()
    {
        const SquidProxy &squid = proxy(SquidProxy::Mode::WantsPassword);
        QVERIFY2(squid.isRunning(), qPrintable(squid.error()));
        ScriptServer origin(answerJson);
        RunSettings settings = verifying();
        settings.transport.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, squid.port(),
                                                 SquidProxy::user(), SquidProxy::password());
        EngineRun run(settings);
        const auto post = std::make_shared<RequestTemplate>();
        post->method = "POST";
        post->body = "a=1";
        const JobId id = run.submit({origin.url(u"/"_s)}, post);
        QVERIFY(run.finish());
        QCOMPARE(run.record(id)->state, JobState::Succeeded);
        QCOMPARE(origin.requestCount(), 1);
        QCOMPARE(origin.requests().first().body, "a=1"_ba);
    }

    void aProxyThatIsNotThere_data()
    {
        QTest::addColumn<bool>("tls");
        QTest::newRow("http") << false;
        QTest::newRow("https") << true;
    }

    void aProxyThatIsNotThere()
    {
        QFETCH(const bool, tls);
        RunSettings settings = verifying();
        settings.transport.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, rawClosedPort());
        EngineRun run(settings);
        const JobId id = run.submit({tls ? u"https://127.0.0.1:1/"_s : u"http://127.0.0.1:1/"_s});
        QVERIFY(run.finish());
        QVERIFY(run.record(id)->fault);
        QCOMPARE(faultClassName(run.record(id)->fault->faultClass), "proxy"_L1);
    }

    void nginxWithACertificateThatIsNotTrusted_data()
    {
        QTest::addColumn<TestCertificates::Kind>("kind");
        QTest::addColumn<bool>("known");
        QTest::addColumn<bool>("insecure");
        QTest::addColumn<bool>("http2");
        QTest::addColumn<bool>("works");
        using Kind = TestCertificates::Kind;
        for (const bool http2 : {false, true}) {
            const char *const version = http2 ? "HTTP/2" : "HTTP/1.1";
            const auto row = [&](const char *name, Kind kind, bool known, bool insecure, bool works) {
                QTest::addRow("%s, %s", name, version) << kind << known << insecure << http2 << works;
            };
            row("good", Kind::Valid, true, false, true);
            row("expired", Kind::Expired, true, false, false);
            row("for another host", Kind::WrongHost, true, false, false);
            row("self-signed", Kind::SelfSigned, true, false, false);
            row("of an unknown authority", Kind::Valid, false, false, false);
            row("expired, but -k", Kind::Expired, true, true, true);
        }
    }

    void nginxWithACertificateThatIsNotTrusted()
    {
        QFETCH(const TestCertificates::Kind, kind);
        QFETCH(const bool, known);
        QFETCH(const bool, insecure);
        QFETCH(const bool, http2);
        QFETCH(const bool, works);
        NginxServer nginx({.certificates = m_certificates.get(), .kind = kind, .http2 = http2});
        QVERIFY2(nginx.isRunning(), qPrintable(nginx.error()));
        nginx.addFile(u"a.json"_s, "{}");
        RunSettings settings = known ? verifying() : EngineRun::defaults();
        settings.transport.insecure = insecure;
        settings.transport.http2 = http2;
        EngineRun run(settings);
        const JobId id = run.submit({nginx.url(u"/a.json"_s)});
        QVERIFY(run.finish());
        const JobRecordPtr record = run.record(id);
        QCOMPARE(record->state, works ? JobState::Succeeded : JobState::Failed);
        QCOMPARE(record->insecure, insecure);
        const std::optional<TlsFacts> tls = run.engine().tlsOf(nginx.url(u"/a.json"_s));
        QVERIFY(tls);
        QVERIFY(!tls->chain.isEmpty());
        QCOMPARE(tls->errors.isEmpty(), works);
        if (works) {
            QCOMPARE(tls->application, http2 ? "h2" : "http/1.1");
            return;
        }
        QCOMPARE(faultClassName(record->fault->faultClass), "tls"_L1);
        QVERIFY2(record->fault->message.contains("certificate"_L1), qPrintable(record->fault->message));
        QCOMPARE(record->attempts.size(), 1);
        QVERIFY2(nginx.accessLog().isEmpty(), "nothing is sent to a server that is not trusted");
    }

    void nginxKeepsConnections()
    {
        NginxServer nginx({.certificates = m_certificates.get()});
        QVERIFY2(nginx.isRunning(), qPrintable(nginx.error()));
        nginx.addFile(u"a.json"_s, "{}");
        RunSettings settings = verifying();
        settings.perHost = 4;
        EngineRun run(settings);
        run.submit(QStringList(200, nginx.url(u"/a.json"_s)));
        QVERIFY(run.finish(20'000));
        QCOMPARE(run.table().totals().succeeded, 200);
        QSet<QByteArray> connections;
        for (const QByteArray &line : nginx.accessLog())
            connections.insert(line.left(line.indexOf(' ')));
        QCOMPARE(nginx.accessLog().size(), 200);
        QVERIFY2(connections.size() <= 4, qPrintable(QString::number(connections.size())));
    }

private:
    /// Trusts the tests' authority; tries once.
    RunSettings verifying()
    {
        RunSettings settings = EngineRun::defaults();
        settings.retry.retries = 0;
        settings.transport.caCertificates = {m_certificates->caCertificate()};
        return settings;
    }

    /// One of each mode serves all rows: squid takes its time to start.
    const SquidProxy &proxy(SquidProxy::Mode mode)
    {
        std::unique_ptr<SquidProxy> &squid = m_proxies[static_cast<std::size_t>(mode)];
        if (!squid)
            squid = std::make_unique<SquidProxy>(mode);
        return *squid;
    }

    std::unique_ptr<TestCertificates> m_certificates;
    std::array<std::unique_ptr<SquidProxy>, 3> m_proxies;
};

QTEST_GUILESS_MAIN(TestProxy)
#include "tst_proxy.moc"
