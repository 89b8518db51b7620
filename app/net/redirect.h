// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/request.h"

#include <variant>

namespace inflight {

/// Whether `status` asks to go elsewhere (RFC 9110, section 15.4); 300 and 304 do not.
bool isRedirect(int status);

/// What becomes of a redirect from https to http.
enum class Downgrade : quint8 { Refused, Followed };

/// The request that a redirect asks for, or why it is refused: no Location, not http or https, from https to
/// http. Methods change as browsers and curl do it: 303 gives GET, 301 and 302 turn POST into GET.
/// Credentials (Authorization, Cookie) do not go on to another origin.
std::variant<Request, Fault> followRedirect(const Request &request, const ResponseHead &head,
                                            Downgrade downgrade = Downgrade::Refused);

} // namespace inflight
