// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace inflight {

// What --help, --version, --list-stages and --describe print; each ends in a line break.

/// Usage, flags by group, exit status; at most 80 columns wide.
QString helpText();
QString versionText();
/// Every stage with a line about it.
QString stageListText();
/// A stage and its options; nothing when there is no such stage.
std::optional<QString> stageText(const QString &name);

} // namespace inflight
