// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/statusfault.h"

#include <QCoreApplication>

namespace inflight {

namespace {

struct StatusFaultText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::StatusFault)
};

QString advice(int status)
{
    switch (status) {
    case 401:
        return StatusFaultText::tr("It wants credentials: give them with --user or an Authorization header.");
    case 403:
        return StatusFaultText::tr("It knows the address but does not let this request have it.");
    case 404:
    case 410:
        return StatusFaultText::tr("Check the address.");
    case 405:
        return StatusFaultText::tr("It does not take this method here.");
    case 407:
        return StatusFaultText::tr("The proxy wants credentials: give them with --proxy.");
    case 429:
        return StatusFaultText::tr("Too many requests: allow fewer per host, or try again later.");
    default:
        break;
    }
    if (status >= 500)
        return StatusFaultText::tr("The fault is on the server's side; try again later.");
    if (status >= 400)
        return StatusFaultText::tr("The server finds fault with the request.");
    return StatusFaultText::tr("Name the status in --accept if it is what you expect.");
}

} // namespace

Fault statusFault(int status, const QString &reason)
{
    const QString answer =
        reason.isEmpty() ? QString::number(status) : QString::number(status) + u' ' + reason;
    return {FaultClass::HttpStatus,
            {},
            StatusFaultText::tr("The server answered %1. %2").arg(answer, advice(status))};
}

Fault tooManyRedirects(int followed)
{
    const QString message =
        followed == 0 ? StatusFaultText::tr("The server redirects, and --max-redirs 0 does not follow.")
                      : StatusFaultText::tr(
                            "Gave up after %n redirect(s): the chain is longer than --max-redirs, or a loop.",
                            nullptr, followed);
    return {FaultClass::Redirect, {}, message};
}

} // namespace inflight
