// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/configuration.h"

#include "cli/configfile.h"
#include "cli/values.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Only one of these can be given.
const QStringList &flagsOfSessions()
{
    static const QStringList names{u"session"_s, u"resume"_s, u"no-session"_s};
    return names;
}

QByteArray headerName(const QString &text)
{
    const auto parsed = parseHeader(text);
    const auto *const rule = std::get_if<HeaderRule>(&parsed);
    return rule ? rule->header.name.toLower() : QByteArray();
}

bool isOverruled(const ConfigEntry &entry, const FlagReader &commandLine)
{
    if (flagsOfSessions().contains(entry.name))
        return std::ranges::any_of(flagsOfSessions(),
                                   [&](const QString &name) { return commandLine.has(name); });
    if (entry.name != "header"_L1)
        return false;
    const QByteArray name = headerName(entry.value.value_or(QString()));
    const QStringList given = commandLine.texts(entry.name);
    return std::ranges::any_of(given, [&](const QString &text) { return headerName(text) == name; });
}

std::optional<UsageFault> addFile(const QString &path, const FlagReader &commandLine,
                                  Configuration &configuration)
{
    const auto read = readConfig(path);
    if (const auto *const fault = std::get_if<UsageFault>(&read))
        return *fault;
    for (const ConfigEntry &entry : std::get<QList<ConfigEntry>>(read)) {
        if (!isOverruled(entry, commandLine))
            configuration.entries.append({entry.argument(), path, entry.line});
    }
    return std::nullopt;
}

} // namespace

QStringList Configuration::arguments() const
{
    QStringList all;
    for (const ConfiguredArgument &entry : entries)
        all.append(entry.argument);
    return all;
}

std::variant<Configuration, UsageFault> readConfiguration(const FlagReader &commandLine)
{
    Configuration configuration;
    QStringList paths = commandLine.texts(u"config"_s);
    configuration.isAskedFor = !paths.isEmpty();
    if (paths.isEmpty() && QFileInfo(defaultConfigPath()).isFile())
        paths.append(defaultConfigPath());
    for (const QString &path : std::as_const(paths)) {
        if (auto fault = addFile(path, commandLine, configuration))
            return *std::move(fault);
    }
    return configuration;
}

UsageFault placedFault(const UsageFault &fault, const Configuration &configuration,
                       const ArgumentCheck &check)
{
    for (const ConfiguredArgument &entry : configuration.entries) {
        const auto own = check({entry.argument});
        if (own && own->message == fault.message)
            return configFault(entry.path, entry.line, fault.message);
    }
    return fault;
}

} // namespace inflight
