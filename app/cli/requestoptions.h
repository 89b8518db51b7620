// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/flagreader.h"
#include "jobs/runsettings.h"

#include <memory>

namespace inflight {

/// What -X, -d, -H, -A and -u say of the request, with curl's rules; null when they say nothing. A header
/// with a null value (QByteArray::isNull()) is one that the engine would send of itself and must not.
std::shared_ptr<const RequestTemplate> readRequestOptions(FlagReader &flags);

/// What --max-redirs, --allow-downgrade, --cacert, -k, -x and --http2 say.
void readTransportOptions(FlagReader &flags, TransportSettings &transport);

} // namespace inflight
