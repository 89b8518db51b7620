// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include "pipeline/body.h"
#include "pipeline/stage.h"

namespace inflight {

/// A text as well-formed UTF-8.
struct Transcoded
{
    Body text;
    qint64 replaced = 0; ///< sequences that were no text in their character set; U+FFFD stands for each
};

/// Converts `body` from `charset` (a name as charsetName() gives it) to UTF-8, streaming; progress is in
/// bytes of `body`. Well-formed UTF-8 is shared, not copied. Fault decode for a character set that this
/// system has no converter for: they are the C library's (newer Debian has the rarer ones in
/// libc-gconv-modules-extra).
[[nodiscard]] Outcome<Transcoded> toUtf8(const Body &body, const QByteArray &charset,
                                         const StageContext &context);

/// Whether all of `body` is well-formed UTF-8; Cancelled when stopped.
[[nodiscard]] Outcome<bool> isUtf8(const Body &body, const StageContext &context);

} // namespace inflight
