// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QString>

namespace inflight {

/// The columns of the origins table and the words about them.
struct OriginColumn
{
    enum : int {
        Origin,
        NextStart,
        Errors,
        InFlight,
        Waiting,
        Rate,
        TtfbMedian,
        TtfbP95,
        MaxInFlight, ///< editable
        MaxRate,     ///< editable
        Paused,      ///< a check box
        Count
    };

    static QString title(int column);
    /// What the column shows and how it is changed; empty where the title says it all.
    static QString explanation(int column);
    /// A cell's text as a screen reader is to say it, which says cells without their headers.
    static QString spoken(int column, const QString &text);
    /// What rows are sorted by, but for the column Origin, which is sorted by its text. `nowMs`:
    /// steadyNowMs().
    static qint64 sortKey(int column, const OriginStatus &origin, qint64 nowMs);
    static bool isNumber(int column);
};

} // namespace inflight
