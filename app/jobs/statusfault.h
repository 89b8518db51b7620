// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/fault.h"

#include <QString>

namespace inflight {

/// The fault of an answer whose status --accept does not name, with what a person can do about it.
Fault statusFault(int status, const QString &reason);
/// The fault of a chain of redirects longer than --max-redirs.
Fault tooManyRedirects(int followed);

} // namespace inflight
