// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/demoserver.h"

#include <QMultiMap>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Spreads every group evenly over the whole, so that neighbours are of different sorts.
QList<DemoRoute> mixed(const QList<QList<DemoRoute>> &groups)
{
    QMultiMap<double, DemoRoute> byPlace;
    for (const QList<DemoRoute> &group : groups) {
        for (qsizetype i = 0; i < group.size(); ++i)
            byPlace.insert((static_cast<double>(i) + 0.5) / static_cast<double>(group.size()), group.at(i));
    }
    return byPlace.values();
}

RequestHandler handlerOf(const QList<DemoRoute> &routes, double pace)
{
    QHash<QByteArray, RequestHandler> answers;
    for (const DemoRoute &route : routes)
        answers.insert(route.target, route.answer);
    return [answers, pace](const ServerRequest &request) {
        const auto found = answers.constFind(request.target);
        if (found == answers.constEnd())
            return Script::answer(404, {{"Content-Type"_ba, "text/plain"_ba}},
                                  "The demo has no such page.\n"_ba);
        return (*found)(request).paced(pace);
    };
}

} // namespace

DemoRoute demoRoute(const QByteArray &target, const Script &script)
{
    return {target, [script](const ServerRequest &) { return script; }};
}

Script demoAnswer(const QByteArray &type, const QByteArray &body)
{
    return Script::answer(200, {{"Content-Type"_ba, type}}, body);
}

DemoServer::DemoServer(double pace)
    : m_routes(mixed({demoApiRoutes(), demoFileRoutes(), demoTroubleRoutes()}))
    , m_server(handlerOf(m_routes, pace), {.keepsRequests = false})
{}

QStringList DemoServer::demoJobUrls() const
{
    QStringList urls;
    for (const DemoRoute &route : m_routes) {
        if (route.isListed)
            urls.append(m_server.url(QString::fromLatin1(route.target)));
    }
    return urls;
}

} // namespace inflight
