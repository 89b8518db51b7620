// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include "pipeline/body.h"
#include "pipeline/stage.h"

namespace inflight {

/// The codings of a Content-Encoding field (RFC 9110, section 8.4) in the order they were applied: lower
/// case, "x-gzip" as "gzip", without "identity".
[[nodiscard]] QList<QByteArray> contentCodings(QByteArrayView header);

/// A body with its codings removed.
struct Uncoded
{
    Body body;
    qint64 ignored = 0; ///< bytes after the end of coded data that were passed over
};

/// Removes `codings` from `body`, last one first, streaming. Progress is in bytes of `body`. Fault
/// decompression for an unknown coding (named), too many of them, and damaged or truncated data; too_large as
/// soon as the plain body passes the limit, or a body still coded passes it by more than coding can add;
/// write when the disk refuses. An empty body is empty in any coding.
[[nodiscard]] Outcome<Uncoded> removeCodings(const Body &body, const QList<QByteArray> &codings,
                                             const StageContext &context);

/// Up to `most` bytes that `body` begins with once `coding` is removed; fewer where it ends or is damaged
/// before that, or needs more than some slices of it.
[[nodiscard]] QByteArray beginningUncoded(const Body &body, const QByteArray &coding, qsizetype most,
                                          const std::stop_token &stop);

} // namespace inflight
