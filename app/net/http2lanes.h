// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/origin.h"
#include "net/tlssettings.h"
#include "net/transport.h"

#include <QHash>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QScopedPointer>
#include <QSet>

#include <memory>
#include <vector>

namespace inflight {

/// HTTP/2 connections by Qt, and which of them take another request. A *lane* is one origin's connection in
/// one network manager; its requests are streams of it. Servers end a connection after some number of
/// requests (GOAWAY, RFC 9113, section 6.8) and Qt 6.4 then loses the requests that it was about to send on
/// it. So a lane retires before that, and as soon as anything about it looks wrong: what is on it goes on,
/// and what comes later gets a connection of its own. Lives on one thread.
class Http2Lanes
{
    Q_DISABLE_COPY_MOVE(Http2Lanes)

    struct Lane
    {
        int inFlight = 0;
        int started = 0;
        bool open = false;
        bool retired = false;
    };

public:
    explicit Http2Lanes(const TransportSettings &settings);
    /// Every lease must be back.
    ~Http2Lanes();

    /// A stream's place on a lane; given back when destroyed, which must be after its reply is.
    class Lease
    {
        Q_DISABLE_COPY_MOVE(Lease)

    public:
        Lease(Http2Lanes &lanes, std::size_t carrier, Origin origin);
        ~Lease();
        [[nodiscard]] QNetworkAccessManager &manager() const;
        /// Makes `request` offer HTTP/2 with the pool's TLS settings.
        void prepare(QNetworkRequest &request) const;

        /// Its connection is being opened.
        void noteConnecting() { lane().open = false; }
        /// A request went out on it.
        void noteSent() { lane().open = true; }
        [[nodiscard]] bool isOpen() const { return lane().open; }
        /// Nothing more starts on it.
        void retire() { lane().retired = true; }
        /// The server turned out to speak HTTP/1.1 alone: its origin gets no lane any more.
        void noteHttp1() { m_lanes.m_http1.insert(m_origin); }

    private:
        [[nodiscard]] Lane &lane() const { return m_lanes.m_carriers[m_carrier].lanes[m_origin]; }

        Http2Lanes &m_lanes;
        std::size_t m_carrier;
        Origin m_origin;
    };

    /// A place for one more request to `origin`; null where HTTP/1.1 is the way to go.
    [[nodiscard]] std::unique_ptr<Lease> take(const Origin &origin);

    /// Requests that a connection takes. nginx ends them after 1,000 (keepalive_requests), Apache sooner or
    /// later.
    static constexpr int requestsPerLane = 900;
    /// Requests that share a connection; servers allow 100 and more (RFC 9113, section 6.5.2).
    static constexpr int streamsPerLane = 64;
    /// Each brings a network thread.
    static constexpr std::size_t mostCarriers = 64;

private:
    /// A manager with at most one lane for each origin.
    struct Carrier
    {
        std::unique_ptr<QNetworkAccessManager, QScopedPointerDeleteLater> manager;
        QHash<Origin, Lane> lanes;
        int inFlight = 0;
    };

    [[nodiscard]] static bool hasRoom(const Lane &lane);
    void giveBack(std::size_t carrier, const Origin &origin);
    [[nodiscard]] QNetworkAccessManager &managerOf(Carrier &carrier);

    TransportSettings m_settings;
    TlsSettings m_tls;
    std::vector<Carrier> m_carriers;
    QSet<Origin> m_http1; ///< origins that do not speak HTTP/2
};

} // namespace inflight
