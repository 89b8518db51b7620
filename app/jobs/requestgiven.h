// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"

#include <QList>
#include <QPair>

#include <memory>
#include <optional>

namespace inflight {

/// The entry of a request's header list for a header that a person asks for with curl's rules: one with a
/// null value shall not be sent. Nothing where the engine would not send it anyway.
std::optional<Header> headerToSend(Header header);

/// What an input says of its request beside the URL, with `defaults` (which may be null) for what it does not
/// say: its headers win over those of the same name; a body comes from `defaults` only for an input that says
/// nothing of method and body. An empty method is one that is not said. Null when all there is to say is
/// nothing.
std::shared_ptr<const RequestTemplate> requestGiven(const QByteArray &method,
                                                    const QList<QPair<QByteArray, QByteArray>> &headers,
                                                    const QByteArray &body,
                                                    const std::shared_ptr<const RequestTemplate> &defaults);

/// `request` (null: a plain GET) as `now` wants it: with its headers in place of those of the same names, its
/// body unless it has none, and its method unless that is GET.
std::shared_ptr<const RequestTemplate> requestChanged(const std::shared_ptr<const RequestTemplate> &request,
                                                      const RequestTemplate &now);

} // namespace inflight
