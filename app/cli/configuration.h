// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/flagreader.h"

#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace inflight {

/// What configuration files say, as arguments to be read before those of the command line, which win.
struct Configuration
{
    QStringList arguments;
    bool isAskedFor = false; ///< by --config; else it is the default file's, empty when there is none
};

/// Why arguments, without the program's name, cannot be obeyed; nothing when they can.
using ArgumentCheck = std::function<std::optional<UsageFault>(const QStringList &)>;

/// Reads the files that the command line names, or the default one. Each flag in them is put to `check`
/// alone, so that the fault has its file and line. What the command line overrules is left out: of flags that
/// exclude each other, those of the file; of headers, those of the same name. Blocks.
std::variant<Configuration, UsageFault> readConfiguration(const FlagReader &commandLine,
                                                          const ArgumentCheck &check);

} // namespace inflight
