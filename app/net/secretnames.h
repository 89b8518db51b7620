// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace inflight {

/// Whether a query item called `name` (percent-encoding removed) looks as if its value were a key, token,
/// secret, password or signature: "api_key", "X-Amz-Signature", "accessToken", but not "keyword" or "author".
bool looksSecret(QStringView name);

} // namespace inflight
