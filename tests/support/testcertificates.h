// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace inflight {

/// A throw-away certificate authority and certificates from it, made by the openssl program in a folder that
/// goes with the object. A certificate is made when it is first asked for.
class TestCertificates
{
    Q_DISABLE_COPY_MOVE(TestCertificates)

public:
    enum class Kind {
        Valid,      ///< for 127.0.0.1 and localhost
        Expired,    ///< since yesterday
        WrongHost,  ///< for elsewhere.example alone
        SelfSigned, ///< for 127.0.0.1 and localhost, by nobody but itself
    };

    TestCertificates();
    ~TestCertificates() = default;

    /// False when openssl is missing or failed; error() has its words.
    [[nodiscard]] bool isValid() const { return m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; }

    /// The authority's certificate as a PEM file, as --cacert takes it.
    [[nodiscard]] QString caFile() const;
    [[nodiscard]] QSslCertificate caCertificate() const;
    /// What a ScriptServer needs to speak TLS as `kind`.
    [[nodiscard]] QSslConfiguration server(Kind kind = Kind::Valid);

    /// The same as PEM files, for a server that is a program of its own.
    [[nodiscard]] QString certificateFile(Kind kind = Kind::Valid);
    [[nodiscard]] QString keyFile(Kind kind = Kind::Valid);

private:
    void makeAuthority();
    void ensure(Kind kind);
    void makeServer(const QString &name, Kind kind);
    [[nodiscard]] bool openssl(const QStringList &arguments);
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    QString m_error;
};

} // namespace inflight
