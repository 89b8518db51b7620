// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/squidproxy.h"

#include "support/ports.h"

#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Of password(), by "openssl passwd -apr1".
constexpr auto passwordHash = "$apr1$inflight$AOf4Y.2aDaty0b8VVGOQy/"_L1;

void write(const QString &path, const QString &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content.toUtf8()) < 0)
        qFatal("cannot write %s", qUtf8Printable(path));
    // Where squid is started by root it goes on as a user of its own.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
}

QString rules(SquidProxy::Mode mode, const QString &passwords)
{
    switch (mode) {
    case SquidProxy::Mode::Open:
        return u"http_access allow all"_s;
    case SquidProxy::Mode::Refuses:
        return u"http_access deny all"_s;
    case SquidProxy::Mode::WantsPassword:
        return uR"(auth_param basic program /usr/lib/squid/basic_ncsa_auth %1
auth_param basic children 1
acl known proxy_auth REQUIRED
http_access allow known
http_access deny all)"_s.arg(passwords);
    }
    Q_UNREACHABLE();
}

} // namespace

SquidProxy::SquidProxy(Mode mode)
{
    const QString executable = QStandardPaths::findExecutable(u"squid"_s, {u"/usr/sbin"_s});
    if (executable.isEmpty()) {
        m_error = u"squid is not installed"_s;
        return;
    }
    QFile(m_folder.path())
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadOther |
                        QFile::ExeOther);
    const QString passwords = m_folder.filePath(u"passwords"_s);
    write(passwords, user() + u':' + passwordHash + u'\n');
    const quint16 port = freePort();
    const QString config = m_folder.filePath(u"squid.conf"_s);
    write(config, uR"(http_port 127.0.0.1:%1
%2
visible_hostname localhost
pid_filename none
access_log none
cache_log /dev/null
cache_store_log none
netdb_filename none
pinger_enable off
cache deny all
shutdown_lifetime 0 seconds
coredump_dir /tmp
dns_nameservers 127.0.0.1
)"_s.arg(QString::number(port), rules(mode, passwords)));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(executable, {u"-N"_s, u"-f"_s, config});
    if (QTest::qWaitFor([port] { return isListenedOn(port); }, 20'000))
        m_port = port;
    else
        m_error = QString::fromLocal8Bit(m_process.readAll());
}

SquidProxy::~SquidProxy()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000))
        m_process.kill();
    m_process.waitForFinished();
}

QString SquidProxy::user()
{
    return u"ali"_s;
}

QString SquidProxy::password()
{
    return u"open sesame"_s;
}

} // namespace inflight
