// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace inflight {

/// A filter that a person gave a name.
struct SavedFilter
{
    QString name;
    QString text;
};

/// The saved filters, in `$XDG_CONFIG_HOME/inflight/filters.ini`, sorted by name.
QList<SavedFilter> savedFilters();
/// Takes the place of one of the same name.
void saveFilter(const SavedFilter &filter);
void removeSavedFilter(const QString &name);

} // namespace inflight
