// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <optional>

namespace inflight {

/// A date in any of the three forms of HTTP (RFC 9110, section 5.6.7), in UTC; nothing when it is none. What
/// day of the week it says does not matter. `now` tells which century two digits of a year mean.
std::optional<QDateTime> parseHttpDate(QByteArrayView text, const QDateTime &now);

} // namespace inflight
