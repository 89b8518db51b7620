// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include "pipeline/payload.h"

namespace inflight {

/// The first `maxChars` characters (code points) of a body's text as UTF-8; empty where it is no text, and
/// for a body still in a content coding. Reads no more of it than that.
[[nodiscard]] QByteArray snippetOf(const Payload &payload, int maxChars);

} // namespace inflight
