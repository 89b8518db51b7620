// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/nginxserver.h"

#include "support/ports.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

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

NginxServer::NginxServer(const NginxConfig &config)
    : m_tls(config.certificates != nullptr)
{
    const QString executable = program();
    if (executable.isEmpty()) {
        m_error = u"nginx is not installed"_s;
        return;
    }
    const quint16 port = freePort();
    QDir(m_folder.path()).mkdir(u"www"_s);
    QString listens = u"listen 127.0.0.1:%1"_s.arg(port);
    if (m_tls)
        listens += u" ssl%1; ssl_certificate %2; ssl_certificate_key %3"_s.arg(
            config.http2 ? u" http2"_s : QString(), config.certificates->certificateFile(config.kind),
            config.certificates->keyFile(config.kind));
    const QString text = uR"(
daemon off; master_process off; worker_processes 1; pid %1/nginx.pid; error_log %1/error.log;
events { worker_connections 2048; }
http {
    log_format short '$connection "$request" $status'; access_log %1/access.log short;
    keepalive_requests %3;
    client_body_temp_path %1/body; proxy_temp_path %1/proxy; fastcgi_temp_path %1/fastcgi;
    uwsgi_temp_path %1/uwsgi; scgi_temp_path %1/scgi;
    types { application/json json; }
    server { %2; root %1/www; }
}
)"_s.arg(m_folder.path())
                             .arg(listens)
                             .arg(config.keepaliveRequests);
    write(m_folder.filePath(u"nginx.conf"_s), text.toUtf8());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(executable, {u"-p"_s, m_folder.path(), u"-c"_s, m_folder.filePath(u"nginx.conf"_s),
                                 u"-e"_s, m_folder.filePath(u"error.log"_s)});
    if (QTest::qWaitFor([port] { return isListenedOn(port); }, 5000))
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

QList<QByteArray> NginxServer::accessLog() const
{
    QFile file(m_folder.filePath(u"access.log"_s));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = file.readAll().split('\n');
    lines.removeAll(QByteArray());
    return lines;
}

void NginxServer::addFile(const QString &name, const QByteArray &content)
{
    write(m_folder.filePath(u"www/"_s + name), content);
}

QString NginxServer::url(const QString &path) const
{
    return u"%1://127.0.0.1:%2%3"_s.arg(m_tls ? u"https"_s : u"http"_s).arg(m_port).arg(path);
}

} // namespace inflight
