// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>

#include <QByteArrayView>

#include "pipeline/stage.h"

namespace inflight {

/// Bytes that a stage works on between two looks at its stop token: well under a few milliseconds of work.
inline constexpr qsizetype sliceSize = 256 * 1024;

/// Reports progress where somebody listens.
inline void report(const StageContext &context, qint64 done, qint64 total)
{
    if (context.progress)
        context.progress(done, total);
}

/// Gives `bytes` to `work` slice by slice, reporting progress, until `work` answers false or the stage is
/// stopped. Returns whether every byte was worked on.
template <typename Work>
[[nodiscard]] bool inSlices(QByteArrayView bytes, const StageContext &context, Work work)
{
    for (qsizetype at = 0; at < bytes.size();) {
        if (context.stop.stop_requested())
            return false;
        const QByteArrayView slice = bytes.sliced(at, std::min(sliceSize, bytes.size() - at));
        if (!work(slice))
            return false;
        at += slice.size();
        report(context, at, bytes.size());
    }
    return !context.stop.stop_requested();
}

} // namespace inflight
