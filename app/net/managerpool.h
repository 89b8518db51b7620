// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/origin.h"
#include "net/tlssettings.h"
#include "net/transport.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkRequest>

#include <memory>
#include <vector>

namespace inflight {

/// The network managers of the requests that Qt's own replies carry, those through a proxy, and the
/// connections an origin gets from them. Qt 6.4 gives an origin six connections a manager; a *lane* is one
/// such group of six. On plain http a manager has several lanes, told apart by the peer-verify name, which is
/// part of Qt's connection key and means nothing without TLS; on https every lane is a manager of its own.
/// Requests go to the first lane with room, so none waits inside Qt, unseen, and idle connections are used
/// again. Lives on one thread.
class ManagerPool
{
    Q_DISABLE_COPY_MOVE(ManagerPool)

public:
    explicit ManagerPool(const TransportSettings &settings);
    /// Every lease must be back and every reply deleted.
    ~ManagerPool();

    /// A place on a connection of one origin; gives it back when destroyed.
    class Lease
    {
        Q_DISABLE_COPY_MOVE(Lease)

    public:
        Lease(ManagerPool &pool, const Origin &origin);
        ~Lease();
        [[nodiscard]] QNetworkAccessManager &manager() const;
        /// Makes `request` use the lane and the pool's TLS settings.
        void prepare(QNetworkRequest &request) const;

    private:
        ManagerPool &m_pool;
        Origin m_origin;
        std::size_t m_lane;
    };

    /// Most requests to one https origin that have a connection each; past it they share.
    static constexpr std::size_t mostManagers = 64;

private:
    using Load = std::vector<int>; ///< requests in flight, a number a lane

    [[nodiscard]] std::size_t takeLane(const Origin &origin);
    void giveBack(const Origin &origin, std::size_t lane);
    [[nodiscard]] QNetworkAccessManager &managerAt(std::size_t index);

    TransportSettings m_settings;
    TlsSettings m_tls;
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
    QHash<Origin, Load> m_loads;
};

} // namespace inflight
