// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/flagreader.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace inflight {

/// One flag that a configuration file gives.
struct ConfigEntry
{
    QString name; ///< long, without dashes; one that there is
    std::optional<QString> value;
    int line = 0; ///< counting from 1

    /// As on the command line.
    [[nodiscard]] QString argument() const;
};

/// Reads the text of a configuration file: a flag a line, "name = value" or a name alone, by any of its
/// names. Values are what stands there up to the end of the line, or in double quotes with \" \\ \n \r \t
/// inside. Blank lines and those that begin with '#' are passed over. A fault names `path` and the line: what
/// is no flag, has no place in a file, lacks its value, has one too many, or is there twice although its last
/// value counts. A pure function.
std::variant<QList<ConfigEntry>, UsageFault> parseConfig(const QByteArray &bytes, const QString &path);

/// The file that is read without being asked for: $XDG_CONFIG_HOME/inflight/config.
QString defaultConfigPath();

/// parseConfig() of a file, or of stdin for "-". Blocks.
std::variant<QList<ConfigEntry>, UsageFault> readConfig(const QString &path);

/// "PATH:LINE: `reason`".
UsageFault configFault(const QString &path, int line, const QString &reason);

} // namespace inflight
