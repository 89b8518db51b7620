// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/session/sessioninfo.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace inflight {

/// What a merge gave.
struct MergeReport
{
    SessionCounts counts; ///< of the whole
    qint64 repeated = 0;  ///< inputs that were in an earlier session already
    QStringList remarks;  ///< translated sentences on what people should know
};

/// Why there is none.
struct MergeFault
{
    bool notWritten = false; ///< else something that was to be merged could not be read
    QString message;         ///< a translated sentence
};

/// Joins the sessions at `paths` into a new one at `target`, which appears once it is whole. Jobs keep the
/// order of the sessions and of the inputs in each. An input that is in several of them is in the whole once,
/// with the best that is known of it: a success before a failure before a cancelled job before none, else
/// what is newer. Settings and pipeline are the first one's. Blocks.
[[nodiscard]] std::variant<MergeReport, MergeFault> mergeSessions(const QStringList &paths,
                                                                  const QString &target);

} // namespace inflight
