// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/request.h"

#include <optional>

namespace inflight {

/// `request` as it goes on the wire (RFC 9112, section 3): request line, Host, its headers, the length of
/// the body when there is one or the method wants one, then the body; in one chunk, and without a length,
/// where its headers ask for that. Nothing when a part of it would break its line.
std::optional<QByteArray> requestBytes(const Request &request);

} // namespace inflight
