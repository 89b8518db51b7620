// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/windowsettings.h"

#include "ui/settingsfile.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// Counts up when the window's parts change so that an older state no longer fits.
constexpr int layoutVersion = 3;

QString fileName()
{
    return settingsFile(u"window"_s);
}

} // namespace

WindowSettings WindowSettings::load()
{
    const QSettings file(fileName(), QSettings::IniFormat);
    if (file.value("layoutVersion"_L1).toInt() != layoutVersion)
        return {};
    return {.geometry = file.value("geometry"_L1).toByteArray(),
            .docks = file.value("docks"_L1).toByteArray(),
            .detailsArePlaced = file.value("detailsArePlaced"_L1).toBool(),
            .columns = file.value("columns"_L1).toByteArray(),
            .splitter = file.value("splitter"_L1).toByteArray(),
            .showsWaterfall = file.value("showsWaterfall"_L1).toBool()};
}

void WindowSettings::save() const
{
    QSettings file(fileName(), QSettings::IniFormat);
    file.setValue("layoutVersion"_L1, layoutVersion);
    file.setValue("geometry"_L1, geometry);
    file.setValue("docks"_L1, docks);
    file.setValue("detailsArePlaced"_L1, detailsArePlaced);
    file.setValue("columns"_L1, columns);
    file.setValue("splitter"_L1, splitter);
    file.setValue("showsWaterfall"_L1, showsWaterfall);
}

} // namespace inflight
