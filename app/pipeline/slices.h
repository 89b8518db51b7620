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

/// `context` for reading `body` once from its beginning to its end: what is reported as done is dropped from
/// memory, so that a body of any size takes little of it.
[[nodiscard]] inline StageContext readingOnce(const Body &body, const StageContext &context)
{
    StageContext reading = context;
    reading.progress = [body, context, at = qint64{0}](qint64 done, qint64 total) mutable {
        if (done < at)
            at = 0; // read once more
        body.passed(at, done);
        at = done;
        report(context, done, total);
    };
    return reading;
}

/// The same for a body, of which no more than a few slices are in memory at any time.
template <typename Work>
[[nodiscard]] bool inSlices(const Body &body, const StageContext &context, Work work)
{
    const char *const begin = body.bytes().data();
    return inSlices(body.bytes(), readingOnce(body, context), [&](QByteArrayView slice) {
        body.approaching(slice.data() - begin, slice.data() + slice.size() - begin);
        return work(slice);
    });
}

} // namespace inflight
