// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/partialbody.h"
#include "net/exchange.h"
#include "pipeline/payload.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace inflight {

/// What one way to a job's answer has brought so far. Lives on the engine's thread.
struct Answer
{
    ExchangeProgress progress; ///< of the present request; phase times of all requests of the attempt
    HeaderList requestHeaders; ///< as sent last
    QString finalUrl;
    QStringList redirects;
    Payload payload; ///< the body once it has ended, whole or not
    qint64 resumedFrom =
        0; ///< bytes of the body that were there before this attempt and that it goes on with
    std::unique_ptr<PartialBody> partial; ///< what a further attempt may go on with

    /// Bytes of the body as sent, and how many there will be; -1: not known.
    [[nodiscard]] qint64 received() const { return resumedFrom + progress.wireBytes; }
    [[nodiscard]] qint64 expected() const
    {
        return progress.head.contentLength < 0 ? -1 : resumedFrom + progress.head.contentLength;
    }
};

} // namespace inflight
