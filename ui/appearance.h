// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPalette>

namespace inflight {

/// What the window looks like: as the desktop has it, or in one of the two palettes that were drawn for it.
enum class Appearance : quint8 { System, Light, Dark };

QPalette lightPalette();
QPalette darkPalette();

/// `palette` with the colours mended that words cannot be read in (WCAG 2.1: at least 4.5 : 1): hints,
/// selected text, links. Platforms' palettes have some of them wrong, Qt's own its selection.
QPalette legible(QPalette palette);

/// What the settings file asks for: `appearance`, "light" or "dark"; else System.
Appearance appearanceInSettings();

/// Gives the whole application these colours, at once. UI thread.
void setAppearance(Appearance appearance);

} // namespace inflight
