// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>
#include <QString>

namespace inflight {

/// Where sessions are kept that no other place was named for: $XDG_DATA_HOME/inflight/runs (XDG Base
/// Directory Specification).
[[nodiscard]] QString sessionsFolder();
/// A file in it that is not there yet, for a run that begins at `moment`.
[[nodiscard]] QString newSessionPath(const QDateTime &moment);
/// The file that whoever writes to `session` has locked.
[[nodiscard]] QString sessionLockPath(const QString &session);

} // namespace inflight
