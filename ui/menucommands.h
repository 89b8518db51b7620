// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/commandlist.h"

class QMenuBar;

namespace inflight {

/// Everything that the menus offer now, in their order; menus that are filled when they open are filled. UI
/// thread.
[[nodiscard]] QList<Command> menuCommands(const QMenuBar &menus);

} // namespace inflight
