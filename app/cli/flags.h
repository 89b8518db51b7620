// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace inflight {

/// One flag as the parser knows it and the help shows it.
struct Flag
{
    QStringList names;       ///< without dashes, a short one before the long one
    QString value;           ///< the name of its value; empty: it takes none
    QString help;            ///< translated, with its default
    bool repeatable = false; ///< each time that it is given counts; else the last
};

/// Flags that belong together, under a translated title.
struct FlagGroup
{
    QString title;
    QList<Flag> flags;
};

/// Every flag that this version knows, in the order of the help: the one place that lists them.
QList<FlagGroup> flagGroups();
/// Those of them that the settings of a run come from.
QList<FlagGroup> runFlagGroups();
/// The flag of this name, short or long; nothing when there is none.
std::optional<Flag> flagNamed(const QString &name);
/// Whether a flag has no meaning in a configuration file: those that print something, and --config itself.
bool isForCommandLineOnly(const Flag &flag);
/// Makes `parser` know them.
void addFlags(QCommandLineParser &parser);

} // namespace inflight
