// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QDateTime>

namespace inflight {

/// `moment`, which is valid, in ISO 8601: UTC with milliseconds, as "2026-01-31T12:00:00.123Z". Several times
/// as quick as Qt's own way, which goes through its locale and its time zones.
[[nodiscard]] QByteArray isoTime(const QDateTime &moment);

} // namespace inflight
