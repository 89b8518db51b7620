// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/peerclose.h"

#ifdef Q_OS_LINUX
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace inflight {

#ifdef Q_OS_LINUX

PeerClose::PeerClose(qintptr socketDescriptor)
    : m_duplicate(fcntl(static_cast<int>(socketDescriptor), F_DUPFD_CLOEXEC, 0))
{}

PeerClose::~PeerClose()
{
    if (m_duplicate >= 0)
        close(m_duplicate);
}

bool PeerClose::wasOrderly() const
{
    tcp_info info{};
    socklen_t size = sizeof info;
    const bool known = m_duplicate >= 0 && getsockopt(m_duplicate, IPPROTO_TCP, TCP_INFO, &info, &size) == 0;
    return !known || info.tcpi_state != TCP_CLOSE;
}

#else

PeerClose::PeerClose(qintptr) {}

PeerClose::~PeerClose() = default;

bool PeerClose::wasOrderly() const
{
    return true;
}

#endif

} // namespace inflight
