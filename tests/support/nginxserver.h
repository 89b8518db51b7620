// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace inflight {

/// A real nginx on a free port of 127.0.0.1 that serves files of a folder of its own; gone with the object.
class NginxServer
{
    Q_DISABLE_COPY_MOVE(NginxServer)

public:
    NginxServer();
    ~NginxServer();

    /// False when nginx is not there or did not start; error() has its words.
    [[nodiscard]] bool isRunning() const { return m_port != 0; }
    [[nodiscard]] QString error() const { return m_error; }
    void addFile(const QString &name, const QByteArray &content);
    [[nodiscard]] QString url(const QString &path) const;

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_error;
    quint16 m_port = 0;
};

} // namespace inflight
