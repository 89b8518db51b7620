// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

class QWidget;

namespace inflight {

/// Says what this program is, in a box above `window` that blocks nothing. UI thread.
void showAboutBox(QWidget &window);

} // namespace inflight
