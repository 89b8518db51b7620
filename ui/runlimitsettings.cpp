// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/runlimitsettings.h"

#include "ui/settingsfile.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString limitsFile()
{
    return settingsFile(u"runs"_s);
}

} // namespace

RunLimits loadRunLimits()
{
    const QSettings file(limitsFile(), QSettings::IniFormat);
    return {.days = std::max(0, file.value("days"_L1).toInt()),
            .bytes = std::max<qint64>(0, file.value("bytes"_L1).toLongLong()),
            .automatic = file.value("automatic"_L1).toBool()};
}

void saveRunLimits(const RunLimits &limits)
{
    QSettings file(limitsFile(), QSettings::IniFormat);
    file.setValue("days"_L1, limits.days);
    file.setValue("bytes"_L1, limits.bytes);
    file.setValue("automatic"_L1, limits.automatic);
}

} // namespace inflight
