// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

namespace inflight {

/// The transfer codings that a server applied unasked (RFC 9112, section 7), joined by commas: all but
/// "chunked", which the framing of the message removes. Empty for nearly every answer.
[[nodiscard]] QByteArray unaskedTransferCodings(const HeaderList &headers);

/// Every coding that is on the content of a message as it was received, in the order they were applied, as
/// one Content-Encoding field would say it: all such fields (RFC 9110, sections 5.3 and 8.4), then the
/// transfer codings.
[[nodiscard]] QByteArray appliedCodings(const HeaderList &headers);

} // namespace inflight
