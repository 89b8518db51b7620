// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>

namespace inflight {

/// The system's fixed font as large as the application's: text that is enlarged is enlarged everywhere.
QFont fixedFont();

} // namespace inflight
