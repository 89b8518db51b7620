// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/filter/filterterms.h"

#include <QList>
#include <QString>
#include <QStringView>

namespace inflight {

/// One keyword of the filter language.
struct FilterKeyword
{
    enum class Needs : quint8 {
        Input, ///< what a job has from its beginning: it holds always or never
        State, ///< what changes while the job runs
        Time   ///< it may hold later, though nothing of the job changes
    };

    QString name;    ///< without the colon
    QString example; ///< a value or several, as in "404, 4xx, 200-299"
    QString meaning; ///< translated: for help and completion
    FilterTestOrMessage (*read)(const QString &value) = nullptr;
    Needs needs = Needs::State;
};

/// All of them, in the order that help has them.
const QList<FilterKeyword> &filterKeywords();

/// In lower case; null: there is no such keyword.
const FilterKeyword *filterKeyword(QStringView name);

} // namespace inflight
