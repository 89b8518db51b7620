// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QMap>
#include <QString>

namespace inflight {

/// What a person set as defaults of runs in the window: by the name of a flag, without dashes, its value;
/// "true" for a flag that takes none. What is not there is as the program has it.
using RunDefaults = QMap<QString, QString>;

/// In $XDG_CONFIG_HOME/inflight/settings.ini, group "run". Reads and writes a small file.
[[nodiscard]] RunDefaults loadRunDefaults();
/// False: it could not be written.
bool saveRunDefaults(const RunDefaults &defaults);

} // namespace inflight
