// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QByteArrayView>
#include <QStringView>

namespace inflight {

/// What a filter looks at: one job at one moment. Lives as long as what it refers to.
struct FilterSubject
{
    const JobView &job;
    QStringView url;
    QByteArrayView method; ///< of its request
    bool found = false;    ///< in the output of another job
    qint64 nowMs = 0;      ///< steadyNowMs()
};

} // namespace inflight
