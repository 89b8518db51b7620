// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/testcertificates.h"

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace inflight {

/// How a real nginx speaks.
struct NginxConfig
{
    TestCertificates *certificates = nullptr; ///< makes it an https server
    TestCertificates::Kind kind = TestCertificates::Kind::Valid;
    bool http2 = false;
    int keepaliveRequests = 1000; ///< after which it ends a connection; nginx's own default
};

/// A real nginx on a free port of 127.0.0.1 that serves files of a folder of its own; gone with the object.
class NginxServer
{
    Q_DISABLE_COPY_MOVE(NginxServer)

public:
    explicit NginxServer(const NginxConfig &config = {});
    ~NginxServer();

    /// False when nginx is not there or did not start; error() has its words.
    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] QString error() const { return m_error; }
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Lines of its access log so far: the number of the connection, the request line, the status.
    [[nodiscard]] QList<QByteArray> accessLog() const;
    void addFile(const QString &name, const QByteArray &content);
    [[nodiscard]] QString url(const QString &path) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_error;
    bool m_tls;
    quint16 m_port = 0;
};

} // namespace inflight
