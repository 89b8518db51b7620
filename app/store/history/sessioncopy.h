// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"

namespace inflight {

/// Writes the session at `path` into one file at `target`, over what stood there, which appears once it is
/// whole. A translated sentence when that cannot be done. Blocks.
[[nodiscard]] std::optional<QString> copySession(const QString &path, const QString &target,
                                                 const RunCopy &how);

} // namespace inflight
