// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace inflight {

/// The path of a file of settings, for QSettings: $XDG_CONFIG_HOME/inflight/NAME.ini.
[[nodiscard]] QString settingsFile(const QString &name);

} // namespace inflight
