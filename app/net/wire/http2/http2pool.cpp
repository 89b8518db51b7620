// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/http2/http2pool.h"

#include <algorithm>

namespace inflight {

namespace {

constexpr std::chrono::seconds http2SweepInterval{5};

} // namespace

Http2Pool::Http2Pool(ConnectionPool &connections)
    : m_connections(connections)
{
    m_connections.setSpare([this] { return dropIdle(); });
    m_sweep.setInterval(http2SweepInterval);
    connect(&m_sweep, &QTimer::timeout, this, &Http2Pool::dropOld);
}

Http2Pool::~Http2Pool()
{
    m_connections.setSpare(nullptr);
    // Now, while there is what they look names up with: they themselves go later.
    for (const auto &[origin, sessions] : m_sessions) {
        for (const Http2SessionPointer &session : sessions)
            session->close();
    }
}

Http2Session *Http2Pool::take(const Origin &origin, std::chrono::milliseconds idle)
{
    const auto now = Http2Session::Clock::now();
    const auto suits = [&](const Http2SessionPointer &each) {
        return each->hasRoom() && (!each->isIdle() || now - each->idleSince() <= idle);
    };
    if (const auto known = m_sessions.find(origin); known != m_sessions.end()) {
        const auto found = std::ranges::find_if(known->second, suits);
        if (found != known->second.end())
            return found->get();
    }
    Http2SessionPointer made = make(origin);
    if (!made)
        return nullptr;
    if (!m_sweep.isActive())
        m_sweep.start();
    return m_sessions[origin].emplace_back(std::move(made)).get();
}

Http2SessionPointer Http2Pool::make(const Origin &origin)
{
    ConnectionPointer connection = m_connections.make(origin, ConnectionPool::Offer::Http2);
    if (!connection)
        return {};
    const int most = m_limits.value(origin, requestsPerSession);
    const std::size_t streams = m_mostStreams.value(origin, Http2Session::mostStreams);
    Http2SessionPointer made(new Http2Session(std::move(connection), most, streams));
    Http2Session *const raw = made.get();
    connect(raw, &Http2Session::spokeHttp1, this, [this, origin, raw] {
        m_http1.insert(origin);
        m_connections.keep(raw->takeConnection());
    });
    connect(raw, &Http2Session::settled, this, [this, origin](std::size_t allowed) {
        if (allowed < Http2Session::mostStreams)
            m_mostStreams[origin] = std::max<std::size_t>(1, allowed);
    });
    connect(raw, &Http2Session::wentAway, this, [this, origin](int requests) { noteEnd(origin, requests); });
    // Queued: it tells of it while it is at work. By then somebody may have joined, or it may be gone.
    connect(
        raw, &Http2Session::spent, this, [this, origin, raw] { dropIfIdle(origin, raw); },
        Qt::QueuedConnection);
    return made;
}

void Http2Pool::noteEnd(const Origin &origin, int requests)
{
    if (m_lastEnds.value(origin) == requests)
        m_limits[origin] = requests;
    m_lastEnds[origin] = requests;
}

void Http2Pool::dropIfIdle(const Origin &origin, const Http2Session *session)
{
    const auto known = m_sessions.find(origin);
    if (known == m_sessions.end())
        return;
    std::erase_if(known->second, [session](const Http2SessionPointer &each) {
        if (each.get() != session || !each->isIdle())
            return false;
        each->close();
        return true;
    });
    if (known->second.empty())
        m_sessions.erase(known);
}

bool Http2Pool::dropIdle()
{
    for (const auto &[origin, sessions] : m_sessions) {
        const auto idle = std::ranges::find_if(sessions, [](const auto &each) { return each->isIdle(); });
        if (idle == sessions.end())
            continue;
        dropIfIdle(Origin(origin), idle->get());
        return true;
    }
    return false;
}

void Http2Pool::dropOld()
{
    const auto now = Http2Session::Clock::now();
    for (auto entry = m_sessions.begin(); entry != m_sessions.end();) {
        std::erase_if(entry->second, [now](const Http2SessionPointer &each) {
            const bool old = each->isIdle() && now - each->idleSince() > ConnectionPool::longestIdle;
            if (old)
                each->close();
            return old;
        });
        entry = entry->second.empty() ? m_sessions.erase(entry) : std::next(entry);
    }
    if (m_sessions.empty())
        m_sweep.stop();
}

} // namespace inflight
