// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/request.h"

#include <optional>

namespace inflight {

/// `request` as the fields of an HTTP/2 request (RFC 9113, sections 8.2.2 and 8.3.1): the pseudo fields, then
/// its headers without those that speak of the connection, and the length of the body when there is one
/// or the method wants one. Nothing when a part of it has a line break.
std::optional<HeaderList> http2Fields(const Request &request);

} // namespace inflight
