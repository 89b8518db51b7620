// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/deadlinequeue.h"
#include "async/executor.h"

#include <QCoro/QCoroTask>
#include <QNetworkProxyFactory>

#include <optional>

namespace inflight {

/// Answers Qt's question which proxy a request takes: the one that was set, else the environment's
/// (http_proxy and its kin), else none.
///
/// "None" has two spellings for plain http. Qt opens a direct connection unbuffered when the answer is
/// NoProxy and then reads status line and headers one byte a system call; when it is DefaultProxy the same
/// connection is made through a buffered socket, which is more than twice as fast. That leans on Qt's inside,
/// so it is used only where checkBufferedSockets() saw it work.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    ProxyChoice(std::optional<QNetworkProxy> proxy, bool bufferedSockets);
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override;

private:
    std::optional<QNetworkProxy> m_proxy;
    bool m_bufferedSockets;
    bool m_environmentHasProxy;
};

/// Whether a request for `url` goes through a proxy, the one that was set or the environment's.
bool goesThroughProxy(const std::optional<QNetworkProxy> &proxy, const QUrl &url);

/// Sends one request to a server of our own on the loopback interface through a buffered socket and sees
/// whether the answer is right. Takes a few milliseconds; false when anything about it is not as it should
/// be.
QCoro::Task<bool> checkBufferedSockets(Executor *executor, DeadlineQueue *deadlines);

} // namespace inflight
