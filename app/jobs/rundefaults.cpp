// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/rundefaults.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString fileName()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
           u"/inflight/settings.ini"_s;
}

/// A proxy's password may be in it: nobody else is to read it, from its first byte on.
void keepToOneself(const QString &path)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (file.open(QIODevice::Append))
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

} // namespace

RunDefaults loadRunDefaults()
{
    QSettings file(fileName(), QSettings::IniFormat);
    file.beginGroup("run"_L1);
    RunDefaults defaults;
    const QStringList flags = file.childKeys();
    for (const QString &flag : flags)
        defaults.insert(flag, file.value(flag).toStringList().join(u',')); // written by hand without quotes
    return defaults;
}

bool saveRunDefaults(const RunDefaults &defaults)
{
    keepToOneself(fileName());
    QSettings file(fileName(), QSettings::IniFormat);
    file.beginGroup("run"_L1);
    file.remove(QString());
    for (auto each = defaults.cbegin(); each != defaults.cend(); ++each)
        file.setValue(each.key(), each.value());
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace inflight
