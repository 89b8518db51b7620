// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace inflight {

/// The shells that completionText() knows.
QStringList completionShells();

/// A script for `shell` that completes the program's flags and their values, made from flagGroups(); nothing
/// for a shell that is not known.
std::optional<QString> completionText(const QString &shell);

} // namespace inflight
