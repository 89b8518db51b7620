// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/bodyhash.h"

#include "pipeline/hasher.h"
#include "pipeline/slices.h"

namespace inflight {

QByteArray BodyHash::operator()(std::stop_token stop) const
{
    StageContext context;
    context.stop = std::move(stop);
    Hasher hash(m_algorithm);
    const bool all = inSlices(m_body, context, [&hash](QByteArrayView slice) {
        hash.addData(slice);
        return true;
    });
    return all ? hash.result() : QByteArray();
}

} // namespace inflight
