// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/plainbody.h"

#include "pipeline/coding/contentcoding.h"

namespace inflight {

PlainBody plainBody(const FinishedJob &job, qint64 limit)
{
    const QList<QByteArray> codings = contentCodings(job.contentEncoding);
    if (codings.isEmpty() || job.body.size() == 0)
        return {job.body};
    StageContext context;
    context.maxSize = limit;
    const Outcome<Uncoded> plain = removeCodings(job.body, codings, context);
    if (!plain.succeeded())
        return {job.body, true};
    return {plain.value().body};
}

} // namespace inflight
