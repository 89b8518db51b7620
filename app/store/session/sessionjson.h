// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/request.h"

#include <QByteArray>
#include <QStringList>

namespace inflight {

/// Small values as they are in a session file: JSON, to be read by other programs, too. What cannot be read
/// is empty.
[[nodiscard]] QByteArray headersToJson(const HeaderList &headers);
[[nodiscard]] HeaderList headersFromJson(const QByteArray &json);
[[nodiscard]] QByteArray headToJson(const ResponseHead &head);
[[nodiscard]] ResponseHead headFromJson(const QByteArray &json);
[[nodiscard]] QByteArray textsToJson(const QStringList &texts);
[[nodiscard]] QStringList textsFromJson(const QByteArray &json);

} // namespace inflight
