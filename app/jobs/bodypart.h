// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobinput.h"
#include "net/request.h"

#include <QString>

namespace inflight {

/// What has come of a large body that is not whole: a file that outlives the process, and what it takes to go
/// on with it.
struct BodyPart
{
    JobId id = 0;
    QString file;      ///< its path
    QString url;       ///< that it was fetched from, behind all redirects
    ResponseHead head; ///< of the answer that it came with
    qint64 size = -1;  ///< the bytes of it that are good; -1: all that are in the file
};

/// Where a body is to be written to that could be gone on with. Its path is put together when it is needed,
/// which for most bodies is never.
struct PartPlace
{
    QString folder; ///< empty: nowhere in particular
    JobId id = 0;

    /// Without what tells it from others (BodyWriter).
    [[nodiscard]] QString path() const { return folder + QLatin1Char('/') + QString::number(id); }
};

} // namespace inflight
