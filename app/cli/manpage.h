// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace inflight {

/// The manual page inflight(1) in the macros of man(7), made from flagGroups().
QString manualPage();

} // namespace inflight
