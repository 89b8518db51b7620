// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/flagreader.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <variant>

namespace inflight {

/// One argument that a configuration file gives.
struct ConfiguredArgument
{
    QString argument; ///< as on the command line
    QString path;
    int line = 0;
};

/// What configuration files say, as arguments to be read before those of the command line, which win.
struct Configuration
{
    QList<ConfiguredArgument> entries;
    bool isAskedFor = false; ///< by --config; else it is the default file's, empty when there is none

    [[nodiscard]] QStringList arguments() const;
};

/// Reads the files that the command line names, or the default one. What the command line overrules is left
/// out: of flags that exclude each other, those of the file; of headers, those of the same name. Blocks.
std::variant<Configuration, UsageFault> readConfiguration(const FlagReader &commandLine);

/// Why arguments, without the program's name, cannot be obeyed; nothing when they can.
using ArgumentCheck = std::function<std::optional<UsageFault>(const QStringList &)>;

/// `fault` of all arguments together, with file and line when it is that of one entry of a file by itself.
UsageFault placedFault(const UsageFault &fault, const Configuration &configuration,
                       const ArgumentCheck &check);

} // namespace inflight
