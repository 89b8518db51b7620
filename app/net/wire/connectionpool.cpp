// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/connectionpool.h"

#include "net/openfiles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr std::chrono::seconds sweepInterval{5};

} // namespace

ConnectionPool::ConnectionPool(TlsSettings tls, std::shared_ptr<TlsBook> book)
    : m_tls(std::move(tls))
    , m_book(std::move(book))
    , m_places(std::make_shared<const int>(mostOpenSockets()))
{
    m_sweep.setInterval(sweepInterval);
    connect(&m_sweep, &QTimer::timeout, this, &ConnectionPool::dropOld);
}

ConnectionPointer ConnectionPool::take(const Origin &origin, std::chrono::milliseconds idle)
{
    const auto known = m_idle.find(origin);
    if (known == m_idle.end())
        return {};
    const auto now = WireConnection::Clock::now();
    Idle &kept = known->second;
    while (!kept.empty()) {
        ConnectionPointer last = std::move(kept.back());
        kept.pop_back();
        if (last->isClean() && now - last->idleSince <= idle)
            return last;
        last->close();
    }
    return {};
}

const QSslConfiguration &ConnectionPool::configuration(Offer offer)
{
    std::optional<QSslConfiguration> &made = offer == Offer::Http2 ? m_http2 : m_http1;
    if (!made) {
        made = m_tls.configuration();
        QList<QByteArray> protocols{QSslConfiguration::NextProtocolHttp1_1};
        if (offer == Offer::Http2)
            protocols.prepend(QSslConfiguration::ALPNProtocolHTTP2);
        made->setAllowedNextProtocols(protocols);
    }
    return *made;
}

ConnectionPointer ConnectionPool::make(const Origin &origin, Offer offer)
{
    if (!makeRoom())
        return {};
    std::optional<WireConnection::Tls> tls;
    if (origin.scheme == "https"_L1)
        tls.emplace(WireConnection::Tls{configuration(offer), m_handshakes});
    ConnectionPointer made(new WireConnection(m_resolver, origin, std::move(tls), m_places));
    connect(made.get(), &WireConnection::spoiled, this, [this, raw = made.get()] { drop(raw); });
    connect(made.get(), &WireConnection::handshaken, made.get(),
            [book = m_book, origin](const TlsFacts &facts) { book->note(origin, facts); });
    return made;
}

bool ConnectionPool::makeRoom()
{
    if (m_places.use_count() <= *m_places)
        return true;
    const auto any = std::ranges::find_if(m_idle, [](const auto &entry) { return !entry.second.empty(); });
    if (any == m_idle.end())
        return m_spare && m_spare();
    drop(any->second.front().get());
    return true;
}

void ConnectionPool::keep(ConnectionPointer connection)
{
    WireConnection *const raw = connection.get();
    raw->idleSince = WireConnection::Clock::now();
    m_idle[raw->origin()].push_back(std::move(connection));
    if (!m_sweep.isActive())
        m_sweep.start();
}

void ConnectionPool::drop(WireConnection *connection)
{
    const auto known = m_idle.find(connection->origin());
    if (known == m_idle.end())
        return;
    const auto kept = std::ranges::find(known->second, connection, &ConnectionPointer::get);
    if (kept == known->second.end())
        return;
    connection->close();
    known->second.erase(kept);
}

void ConnectionPool::dropOld()
{
    const auto now = WireConnection::Clock::now();
    for (auto origin = m_idle.begin(); origin != m_idle.end();) {
        std::erase_if(origin->second, [now](const ConnectionPointer &each) {
            const bool old = now - each->idleSince > longestIdle;
            if (old)
                each->close();
            return old;
        });
        origin = origin->second.empty() ? m_idle.erase(origin) : std::next(origin);
    }
    if (m_idle.empty())
        m_sweep.stop();
}

} // namespace inflight
