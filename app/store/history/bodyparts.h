// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/body.h"
#include "store/session/sessiondatabase.h"

#include <optional>

namespace inflight {

// Large bodies inside a session that is to be one file: in a table of parts, each once, by its SHA-256 in
// hex.

/// Makes the table. Nothing when it was done, else a translated sentence.
[[nodiscard]] std::optional<QString> makeBodyParts(SessionDatabase &database);
/// Writes a body unless it is there.
[[nodiscard]] std::optional<QString> putBodyParts(SessionDatabase &database, const QByteArray &sha256,
                                                  const Body &body);
/// Whether it has the table: then all its bodies are inside.
[[nodiscard]] bool hasBodyParts(SessionDatabase &database);
/// Nothing when it is not there.
[[nodiscard]] std::optional<Body> findBodyParts(SessionDatabase &database, const QByteArray &sha256);

} // namespace inflight
