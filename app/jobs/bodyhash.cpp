// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/bodyhash.h"

#include "pipeline/bodydigest.h"

namespace inflight {

QByteArray BodyHash::operator()(std::stop_token stop) const
{
    StageContext context;
    context.stop = std::move(stop);
    return QByteArray::fromHex(digestOf(m_body, m_algorithm, context));
}

} // namespace inflight
