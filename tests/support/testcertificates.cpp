// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testcertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslKey>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString nameOf(TestCertificates::Kind kind)
{
    switch (kind) {
    case TestCertificates::Kind::Valid:
        return u"valid"_s;
    case TestCertificates::Kind::Expired:
        return u"expired"_s;
    case TestCertificates::Kind::WrongHost:
        return u"wronghost"_s;
    case TestCertificates::Kind::SelfSigned:
        return u"selfsigned"_s;
    }
    Q_UNREACHABLE();
}

QString alternativeNames(TestCertificates::Kind kind)
{
    return kind == TestCertificates::Kind::WrongHost ? u"subjectAltName=DNS:elsewhere.example"_s
                                                     : u"subjectAltName=DNS:localhost,IP:127.0.0.1"_s;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

const QStringList newKey{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                         u"-nodes"_s};

} // namespace

TestCertificates::TestCertificates()
{
    if (!m_folder.isValid())
        m_error = m_folder.errorString();
    else
        makeAuthority();
}

QString TestCertificates::caFile() const
{
    return file(u"ca.pem"_s);
}

QSslCertificate TestCertificates::caCertificate() const
{
    return QSslCertificate(contentOf(caFile()), QSsl::Pem);
}

QSslConfiguration TestCertificates::server(Kind kind)
{
    QSslConfiguration configuration;
    configuration.setLocalCertificateChain(
        QSslCertificate::fromData(contentOf(certificateFile(kind)), QSsl::Pem));
    configuration.setPrivateKey(QSslKey(contentOf(keyFile(kind)), QSsl::Ec));
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

QString TestCertificates::certificateFile(Kind kind)
{
    ensure(kind);
    return file(nameOf(kind) + u".pem"_s);
}

QString TestCertificates::keyFile(Kind kind)
{
    ensure(kind);
    return file(nameOf(kind) + u".key"_s);
}

void TestCertificates::ensure(Kind kind)
{
    const QString name = nameOf(kind);
    if (isValid() && !QFile::exists(file(name + u".pem"_s)))
        makeServer(name, kind);
}

void TestCertificates::makeAuthority()
{
    (void)openssl(QStringList{u"req"_s, u"-x509"_s} + newKey +
                  QStringList{u"-keyout"_s, file(u"ca.key"_s), u"-out"_s, caFile(), u"-days"_s, u"2"_s,
                              u"-subj"_s, u"/CN=Inflight test authority"_s});
}

void TestCertificates::makeServer(const QString &name, Kind kind)
{
    const QString certificate = file(name + u".pem"_s);
    const QString subject = u"/CN=Inflight test server"_s;
    const QStringList request = QStringList{u"req"_s} + newKey +
                                QStringList{u"-keyout"_s, file(name + u".key"_s), u"-subj"_s, subject};
    if (kind == Kind::SelfSigned) {
        (void)openssl(request + QStringList{u"-x509"_s, u"-days"_s, u"2"_s, u"-out"_s, certificate,
                                            u"-addext"_s, alternativeNames(kind)});
        return;
    }
    QFile extensions(file(name + u".ext"_s));
    if (!extensions.open(QIODevice::WriteOnly) || extensions.write(alternativeNames(kind).toLatin1()) < 0)
        m_error = extensions.errorString();
    extensions.close();
    const QString asked = file(name + u".csr"_s);
    const QString days = kind == Kind::Expired ? u"-1"_s : u"2"_s;
    if (openssl(request + QStringList{u"-new"_s, u"-out"_s, asked}))
        (void)openssl({u"x509"_s, u"-req"_s, u"-in"_s, asked, u"-CA"_s, caFile(), u"-CAkey"_s,
                       file(u"ca.key"_s), u"-CAcreateserial"_s, u"-days"_s, days, u"-extfile"_s,
                       extensions.fileName(), u"-out"_s, certificate});
}

bool TestCertificates::openssl(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"openssl"_s, arguments);
    const bool ended = process.waitForFinished(20'000);
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    m_error = process.errorString() + u": "_s + QString::fromLocal8Bit(process.readAll());
    return false;
}

} // namespace inflight
