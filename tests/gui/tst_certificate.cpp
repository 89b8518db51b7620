// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "support/testcertificates.h"

#include <QTabWidget>
#include <QTemporaryDir>

using namespace inflight;

/// How a server showed who it is, in the Details.
class TestCertificate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
        QVERIFY2(m_certificates.isValid(), qPrintable(m_certificates.error()));
    }

    void tellsWhoTheServerIs_data()
    {
        QTest::addColumn<TestCertificates::Kind>("kind");
        QTest::addColumn<bool>("insecure");
        QTest::addColumn<QStringList>("said");
        using Kind = TestCertificates::Kind;
        QTest::newRow("trusted") << Kind::Valid << false
                                 << QStringList{u"✓ Trusted"_s, u"TLS 1.3"_s, u"TLS_"_s,

                                                u"127.0.0.1, localhost"_s, u"left)"_s};
        QTest::newRow("expired") << Kind::Expired << false << QStringList{u"✗ Not trusted"_s, u"expired"_s};
        QTest::newRow("for another host")
            << Kind::WrongHost << false << QStringList{u"✗ Not trusted"_s, u"elsewhere.example"_s};
        QTest::newRow("self-signed") << Kind::SelfSigned << false
                                     << QStringList{u"✗ Not trusted"_s, u"self-signed"_s, u"itself"_s};
        QTest::newRow("expired, not verified")
            << Kind::Expired << true << QStringList{u"Not verified"_s, u"expired"_s, u"TLS 1.3"_s};
        QTest::newRow("trusted, not verified")
            << Kind::Valid << true << QStringList{u"Not verified"_s, u"TLS 1.3"_s};
    }

    void tellsWhoTheServerIs()
    {
        QFETCH(const TestCertificates::Kind, kind);
        QFETCH(const bool, insecure);
        QFETCH(const QStringList, said);
        RunSettings settings = storySettings();
        settings.transport.caCertificates = {m_certificates.caCertificate()};
        settings.transport.insecure = insecure;
        Story story({}, false, settings, m_certificates.server(kind));
        story.fetch({u"/a"_s});
        QTRY_VERIFY_WITH_TIMEOUT(story.state(0) == u"Succeeded"_s || story.state(0) == u"Failed"_s, patience);
        const QString page = certificatePage(story);
        for (const QString &each : said)
            QVERIFY2(page.contains(each), qPrintable(each + u" is not in: "_s + page));
        const QSslCertificate certificate =
            QSslCertificate::fromPath(m_certificates.certificateFile(kind)).constFirst();
        const QByteArray digest = certificate.digest(QCryptographicHash::Sha256).toHex(' ').toUpper();
        QVERIFY2(page.contains(QString::fromLatin1(digest)), qPrintable(page));
    }

    void saysWhereThereIsNone()
    {
        Story story;
        story.fetch({u"/a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.state(0), u"Succeeded"_s, patience);
        QVERIFY(certificatePage(story).contains(u"http is not encrypted"_s));
    }

private:
    static QString certificatePage(const Story &story)
    {
        story.view()->selectRow(0);
        auto *const pages = story.find<QTabWidget>(u"detailsPages"_s);
        for (int i = 0; i < pages->count(); ++i) {
            if (pages->tabText(i) == u"Certificate"_s)
                pages->setCurrentIndex(i);
        }
        return story.page(u"detailsCertificate"_s);
    }

    QTemporaryDir m_config;
    TestCertificates m_certificates;
};

QTEST_MAIN(TestCertificate)
#include "tst_certificate.moc"
