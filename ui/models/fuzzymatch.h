// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace inflight {

/// How well a few typed letters fit a text.
struct FuzzyMatch
{
    int score = 0;              ///< the more, the better; only to be compared with those of the same query
    QList<qsizetype> positions; ///< of the matched letters in the text, ascending
};

/// Whether the letters of each word of `query` are in `text` in their order, whatever stands between them and
/// whatever their case: the best of all ways to find them. Letters at the begin of words, beside each other,
/// and from `name` on count more; gaps count less. An empty query fits anything. A pure function, quadratic
/// in the lengths: for short texts.
std::optional<FuzzyMatch> fuzzyMatch(const QString &query, const QString &text, qsizetype name = 0);

} // namespace inflight
