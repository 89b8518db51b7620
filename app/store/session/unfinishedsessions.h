// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/unfinishedrun.h"

#include <QList>
#include <QString>

#include <optional>

namespace inflight {

/// The sessions in `folder` that are not finished, that no process has open, and that a person did not
/// forget; the last changed first. Blocks.
[[nodiscard]] QList<UnfinishedRun> unfinishedRuns(const QString &folder);

/// unfinishedRuns() passes over the session at `path` from now on; nothing in it is lost. A translated
/// sentence when that cannot be noted. Blocks.
[[nodiscard]] std::optional<QString> forgetUnfinished(const QString &path);

} // namespace inflight
