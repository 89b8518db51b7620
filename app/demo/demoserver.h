// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/demoroutes.h"
#include "demo/scriptserver.h"

#include <QHash>
#include <QStringList>

namespace inflight {

/// The server behind --demo and its job list: everything that a fetch can meet, in about a quarter of a
/// minute at eight requests at a time. Each address behaves the same in every run.
class DemoServer final
{
    Q_DISABLE_COPY_MOVE(DemoServer)

public:
    /// All waits take `pace` times as long; tests hurry.
    explicit DemoServer(double pace = 1.0);
    ~DemoServer() = default;

    /// The demo's jobs, about sixty URLs of this server; two of them never end.
    [[nodiscard]] QStringList demoJobUrls() const;
    /// What it saw, and whether it listens.
    [[nodiscard]] ScriptServer &server() { return m_server; }

private:
    QList<DemoRoute> m_routes;
    ScriptServer m_server;
};

} // namespace inflight
