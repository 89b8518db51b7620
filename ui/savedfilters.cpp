// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/savedfilters.h"

#include "ui/settingsfile.h"

#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

QString filtersFile()
{
    return settingsFile(u"filters"_s);
}

void write(QList<SavedFilter> filters)
{
    std::ranges::sort(filters, [](const SavedFilter &a, const SavedFilter &b) {
        return a.name.localeAwareCompare(b.name) < 0;
    });
    QSettings file(filtersFile(), QSettings::IniFormat);
    file.clear();
    file.beginWriteArray("filter"_L1, static_cast<int>(filters.size()));
    for (int i = 0; i < filters.size(); ++i) {
        file.setArrayIndex(i);
        file.setValue("name"_L1, filters.at(i).name);
        file.setValue("text"_L1, filters.at(i).text);
    }
    file.endArray();
}

QList<SavedFilter> allBut(const QString &name)
{
    QList<SavedFilter> filters = savedFilters();
    filters.removeIf([&name](const SavedFilter &each) { return each.name == name; });
    return filters;
}

} // namespace

QList<SavedFilter> savedFilters()
{
    QSettings file(filtersFile(), QSettings::IniFormat);
    QList<SavedFilter> filters;
    const int count = file.beginReadArray("filter"_L1);
    for (int i = 0; i < count; ++i) {
        file.setArrayIndex(i);
        filters.append({file.value("name"_L1).toString(), file.value("text"_L1).toString()});
    }
    file.endArray();
    return filters;
}

void saveFilter(const SavedFilter &filter)
{
    write(allBut(filter.name) << filter);
}

void removeSavedFilter(const QString &name)
{
    write(allBut(name));
}

} // namespace inflight
