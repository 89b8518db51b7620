// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/script.h"
#include "demo/serverconnection.h"

#include <QByteArray>
#include <QList>

namespace inflight {

/// One address of the demo server.
struct DemoRoute
{
    QByteArray target; ///< path, and the query when it has one
    RequestHandler answer;
    bool isListed = true; ///< whether it is a job of the demo, or only led to by one
};

/// JSON in every manner: quick, slow, late, in pieces, compressed.
QList<DemoRoute> demoApiRoutes();
/// Text, tables, markup, pictures and large files.
QList<DemoRoute> demoFileRoutes();
/// What goes wrong, once or always, what leads elsewhere, and what never answers.
QList<DemoRoute> demoTroubleRoutes();

/// A route whose answer is always the same.
DemoRoute demoRoute(const QByteArray &target, const Script &script);
/// 200 with `type` and `body`.
Script demoAnswer(const QByteArray &type, const QByteArray &body);

} // namespace inflight
