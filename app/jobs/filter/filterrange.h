// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <limits>
#include <variant>

namespace inflight {

/// The numbers that a filter's comparison lets through.
struct FilterRange
{
    double lowest = -std::numeric_limits<double>::infinity();
    double highest = std::numeric_limits<double>::infinity();
    bool lowestIncluded = true;
    bool highestIncluded = true;

    [[nodiscard]] bool contains(double number) const
    {
        return (lowestIncluded ? number >= lowest : number > lowest) &&
               (highestIncluded ? number <= highest : number < highest);
    }
};

/// How numbers are written: counts as 3; bytes as 500, 10k, 1.5m, 1g with binary factors (k = 1024, as in the
/// browsers' filters); times as 500ms, 1.5s, 2m, 1h, which become milliseconds.
enum class FilterUnit : quint8 { Count, Bytes, Time };

/// `>2`, `>=2`, `<2`, `<=2`, `2..3`, `2..`, `..3`, `2-3` (both ends included), `2..<3` (without its end), or
/// `2` alone; a translated clause about what is wrong. A time alone is refused: no duration is exactly 2 s.
std::variant<FilterRange, QString> rangeFromText(QStringView text, FilterUnit unit);

/// The number alone.
std::variant<double, QString> numberFromText(QStringView text, FilterUnit unit);

} // namespace inflight
