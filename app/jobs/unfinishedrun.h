// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace inflight {

/// A run of which something is left to be fetched, and that nobody has at present.
struct UnfinishedRun
{
    QString path;      ///< of its session file
    QString name;      ///< as a person gave it; may be empty
    QDateTime created; ///< UTC: when it began
    QDateTime changed; ///< UTC: when something was written last
    qint64 inputs = 0;
    qint64 unfinished = 0; ///< of `inputs`
};

} // namespace inflight
