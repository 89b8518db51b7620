// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runsettings.h"
#include "net/request.h"

namespace inflight {

/// The first request of a job: its template's method, headers and body, what every request says (User-Agent,
/// Accept, Accept-Encoding) where the template does not, and a URL's userinfo as an Authorization header.
Request requestOf(const JobInput &input);

} // namespace inflight
