// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/managerpool.h"

#include "net/proxychoice.h"

#include <QNetworkCookieJar>

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QHttp1Configuration>
#endif

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

// Two managers bring a network thread each; more did not pay on two cores (measured).
constexpr std::size_t plainManagers = 2;

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
constexpr int connectionsPerLane = 32;
#else
constexpr int connectionsPerLane = 6; // QHttpNetworkConnection's default
#endif

bool isPlain(const Origin &origin)
{
    return origin.scheme == "http"_L1;
}

} // namespace

ManagerPool::ManagerPool(const TransportSettings &settings)
    : m_settings(settings)
    , m_tls(settings)
{}

ManagerPool::~ManagerPool()
{
    Q_ASSERT_X(m_loads.isEmpty(), "ManagerPool", "destroyed while requests are in flight");
}

std::size_t ManagerPool::takeLane(const Origin &origin)
{
    Load &load = m_loads[origin];
    auto lane = std::ranges::find_if(load, [](int inFlight) { return inFlight < connectionsPerLane; });
    if (lane == load.end()) {
        const bool mayGrow = isPlain(origin) || load.size() < mostManagers;
        if (mayGrow)
            lane = load.insert(load.end(), 0);
        else
            lane = std::ranges::min_element(load);
    }
    ++*lane;
    return static_cast<std::size_t>(lane - load.begin());
}

void ManagerPool::giveBack(const Origin &origin, std::size_t lane)
{
    const auto load = m_loads.find(origin);
    Q_ASSERT(load != m_loads.end());
    --(*load)[lane];
    if (std::ranges::all_of(*load, [](int inFlight) { return inFlight == 0; }))
        m_loads.erase(load);
}

QNetworkAccessManager &ManagerPool::managerAt(std::size_t index)
{
    while (m_managers.size() <= index) {
        auto manager = std::make_unique<QNetworkAccessManager>();
        manager->setProxyFactory(new ProxyChoice(m_settings.proxy));
        manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
        m_managers.push_back(std::move(manager));
    }
    return *m_managers[index];
}

ManagerPool::Lease::Lease(ManagerPool &pool, const Origin &origin)
    : m_pool(pool)
    , m_origin(origin)
    , m_lane(pool.takeLane(origin))
{}

ManagerPool::Lease::~Lease()
{
    m_pool.giveBack(m_origin, m_lane);
}

QNetworkAccessManager &ManagerPool::Lease::manager() const
{
    return m_pool.managerAt(isPlain(m_origin) ? m_lane % plainManagers : m_lane);
}

void ManagerPool::Lease::prepare(QNetworkRequest &request) const
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QHttp1Configuration http1;
    http1.setNumberOfConnectionsPerHost(connectionsPerLane);
    request.setHttp1Configuration(http1);
#endif
    if (isPlain(m_origin)) {
        if (m_lane >= plainManagers)
            request.setPeerVerifyName("lane"_L1 + QString::number(m_lane / plainManagers));
        return;
    }
    request.setSslConfiguration(m_pool.m_tls.configuration());
}

} // namespace inflight
