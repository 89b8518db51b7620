// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/http2lanes.h"

#include "net/proxychoice.h"

#include <algorithm>

namespace inflight {

Http2Lanes::Http2Lanes(const TransportSettings &settings)
    : m_settings(settings)
    , m_tls(settings)
{}

Http2Lanes::~Http2Lanes()
{
    Q_ASSERT_X(std::ranges::all_of(m_carriers, [](const Carrier &carrier) { return carrier.inFlight == 0; }),
               "Http2Lanes", "destroyed while requests are in flight");
    // At once: there may be no event loop any more that would delete them.
    for (Carrier &carrier : m_carriers)
        delete carrier.manager.release();
}

bool Http2Lanes::hasRoom(const Lane &lane)
{
    return !lane.retired && lane.inFlight < streamsPerLane && lane.started < requestsPerLane;
}

std::unique_ptr<Http2Lanes::Lease> Http2Lanes::take(const Origin &origin)
{
    if (m_http1.contains(origin))
        return nullptr;
    auto carrier = std::ranges::find_if(
        m_carriers, [&origin](const Carrier &each) { return hasRoom(each.lanes.value(origin)); });
    if (carrier == m_carriers.end()) {
        if (m_carriers.size() == mostCarriers)
            return nullptr;
        carrier = m_carriers.emplace(m_carriers.end());
    }
    Lane &lane = carrier->lanes[origin];
    ++lane.inFlight;
    ++lane.started;
    ++carrier->inFlight;
    return std::make_unique<Lease>(*this, static_cast<std::size_t>(carrier - m_carriers.begin()), origin);
}

void Http2Lanes::giveBack(std::size_t index, const Origin &origin)
{
    Carrier &carrier = m_carriers[index];
    --carrier.lanes[origin].inFlight;
    if (--carrier.inFlight > 0)
        return;
    const bool spent =
        std::ranges::any_of(carrier.lanes, [](const Lane &lane) { return lane.retired || !hasRoom(lane); });
    if (spent)
        carrier = {};
}

QNetworkAccessManager &Http2Lanes::managerOf(Carrier &carrier)
{
    if (!carrier.manager) {
        carrier.manager.reset(new QNetworkAccessManager);
        carrier.manager->setProxyFactory(new ProxyChoice(m_settings.proxy));
        carrier.manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }
    return *carrier.manager;
}

Http2Lanes::Lease::Lease(Http2Lanes &lanes, std::size_t carrier, Origin origin)
    : m_lanes(lanes)
    , m_carrier(carrier)
    , m_origin(std::move(origin))
{}

Http2Lanes::Lease::~Lease()
{
    m_lanes.giveBack(m_carrier, m_origin);
}

QNetworkAccessManager &Http2Lanes::Lease::manager() const
{
    return m_lanes.managerOf(m_lanes.m_carriers[m_carrier]);
}

void Http2Lanes::Lease::prepare(QNetworkRequest &request) const
{
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
    request.setSslConfiguration(m_lanes.m_tls.configuration());
}

} // namespace inflight
