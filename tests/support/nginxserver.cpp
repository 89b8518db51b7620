// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/nginxserver.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

quint16 freePort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16{0};
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(200);
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qUtf8Printable(path));
}

QString program()
{
    // Debian keeps it where only root's path looks.
    const QString found = QStandardPaths::findExecutable(u"nginx"_s);
    return found.isEmpty() ? QStandardPaths::findExecutable(u"nginx"_s, {u"/usr/sbin"_s}) : found;
}

} // namespace

NginxServer::NginxServer()
{
    const QString executable = program();
    if (executable.isEmpty()) {
        m_error = u"nginx is not installed"_s;
        return;
    }
    const quint16 port = freePort();
    QDir(m_folder.path()).mkdir(u"www"_s);
    const QString config = uR"(
daemon off; master_process off; worker_processes 1; pid %1/nginx.pid; error_log %1/error.log;
events { worker_connections 2048; }
http {
    access_log off;
    client_body_temp_path %1/body; proxy_temp_path %1/proxy; fastcgi_temp_path %1/fastcgi;
    uwsgi_temp_path %1/uwsgi; scgi_temp_path %1/scgi;
    types { application/json json; }
    server { listen 127.0.0.1:%2; root %1/www; }
}
)"_s.arg(m_folder.path())
                               .arg(port);
    write(m_folder.filePath(u"nginx.conf"_s), config.toUtf8());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(executable, {u"-p"_s, m_folder.path(), u"-c"_s, m_folder.filePath(u"nginx.conf"_s),
                                 u"-e"_s, m_folder.filePath(u"error.log"_s)});
    if (QTest::qWaitFor([port] { return answers(port); }, 5000))
        m_port = port;
    else
        m_error = QString::fromLocal8Bit(m_process.readAll());
}

NginxServer::~NginxServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(3000))
        m_process.kill();
    m_process.waitForFinished();
}

void NginxServer::addFile(const QString &name, const QByteArray &content)
{
    write(m_folder.filePath(u"www/"_s + name), content);
}

QString NginxServer::url(const QString &path) const
{
    return u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path);
}

} // namespace inflight
