// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/authority.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct AuthorityText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Authority)
};

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

bool isPort(QStringView text)
{
    const int port = isNumber(text) ? text.toInt() : 0;
    return port >= 1 && port <= 65'535;
}

bool isIpv4(QStringView host)
{
    const QList<QStringView> parts = host.split(u'.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](QStringView part) {
               return isNumber(part) && part.size() <= 3 && part.toInt() <= 255;
           });
}

/// Text that a person did not mark as a URL has to look like one in some way.
QString refusedGuess(const Authority &authority, bool hasPath)
{
    const bool address = authority.host.startsWith(u'[');
    const bool dotted = authority.host.contains(u'.');
    const bool local = authority.host.compare("localhost"_L1, Qt::CaseInsensitive) == 0;
    if (!authority.userInfo.isEmpty() && !authority.userInfo.contains(u':') && !hasPath)
        return AuthorityText::tr("it looks like an e-mail address");
    if (!address && !dotted && !local && authority.port.isNull() && !hasPath)
        return AuthorityText::tr("it is not a URL: it has no scheme, no dot and no path");
    if (isNumber(authority.host.split(u'.').last()) && !isIpv4(authority.host))
        return AuthorityText::tr("it is not a URL: \"%1\" is neither a host name nor an address")
            .arg(authority.host);
    return {};
}

} // namespace

QStringView authorityOf(QStringView text)
{
    const auto end = std::ranges::find_if(text, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; });
    return text.first(end - text.begin());
}

Authority splitAuthority(QStringView authority)
{
    Authority result;
    const qsizetype at = authority.lastIndexOf(u'@');
    if (at >= 0)
        result.userInfo = authority.first(at);
    const QStringView hostAndPort = authority.sliced(at + 1);
    const qsizetype bracket = hostAndPort.startsWith(u'[') ? hostAndPort.indexOf(u']') : -1;
    const qsizetype colon = hostAndPort.indexOf(u':', std::max<qsizetype>(bracket, 0));
    result.host = colon < 0 ? hostAndPort : hostAndPort.first(colon);
    if (colon >= 0)
        result.port = hostAndPort.sliced(colon + 1);
    return result;
}

QString refusedAuthority(const Authority &authority, bool guessed, bool hasPath)
{
    if (authority.port.contains(u':'))
        return AuthorityText::tr("an IPv6 address stands in brackets, as in [::1]");
    if (authority.host.isEmpty())
        return AuthorityText::tr("it has no host name");
    if (!authority.port.isEmpty() && !isPort(authority.port))
        return AuthorityText::tr("its port \"%1\" is not a number from 1 to 65535").arg(authority.port);
    return guessed ? refusedGuess(authority, hasPath) : QString();
}

} // namespace inflight
