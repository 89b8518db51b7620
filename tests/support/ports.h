// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QtGlobal>

namespace inflight {

/// A port of 127.0.0.1 that refuses connections for as long as the process lives: bound, so that nobody else
/// gets it, but never listened on. The same one at every call; holds one descriptor.
quint16 rawClosedPort();

/// A port of 127.0.0.1 that nobody listens on now, for a server that cannot choose one itself.
quint16 freePort();
/// Whether something takes connections to a port of 127.0.0.1; waits for 200 ms at most.
bool isListenedOn(quint16 port);

/// A port of 127.0.0.1 that accepts connections (the system does) and never reads or sends: a TLS handshake
/// with it hangs. Needs no event loop.
class SilentPort
{
    Q_DISABLE_COPY_MOVE(SilentPort)

public:
    SilentPort();
    ~SilentPort();
    /// 0 when there was none to be had.
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    int m_descriptor = -1;
    quint16 m_port = 0;
};

/// A port of 127.0.0.1 whose queue is full, so that connecting to it neither succeeds nor fails. Linux alone.
class UnansweredPort
{
    Q_DISABLE_COPY_MOVE(UnansweredPort)

public:
    UnansweredPort();
    ~UnansweredPort();
    /// 0 when there was none to be had.
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QList<int> m_descriptors;
    quint16 m_port = 0;
};

} // namespace inflight
