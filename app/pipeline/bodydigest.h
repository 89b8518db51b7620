// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/stage.h"

#include <QCryptographicHash>

namespace inflight {

/// The digest of `body` in lower-case hex, read for it unless it is known; empty when `context` was stopped.
/// On a thread that may take its time.
[[nodiscard]] QByteArray digestOf(const Body &body, QCryptographicHash::Algorithm algorithm,
                                  const StageContext &context);
[[nodiscard]] inline QByteArray sha256Of(const Body &body, const StageContext &context)
{
    return digestOf(body, QCryptographicHash::Sha256, context);
}

} // namespace inflight
