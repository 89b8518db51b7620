// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/filter/filterrange.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct FilterRangeText
{
    Q_DECLARE_TR_FUNCTIONS(inflight::JobFilter)
};

using RangeOrMessage = std::variant<FilterRange, QString>;

struct Suffix
{
    QLatin1StringView name;
    double factor;
};

constexpr double kibi = 1024;
constexpr std::array sizeSuffixes{Suffix{""_L1, 1},
                                  Suffix{"b"_L1, 1},
                                  Suffix{"k"_L1, kibi},
                                  Suffix{"kb"_L1, kibi},
                                  Suffix{"m"_L1, kibi *kibi},
                                  Suffix{"mb"_L1, kibi *kibi},
                                  Suffix{"g"_L1, kibi *kibi *kibi},
                                  Suffix{"gb"_L1, kibi *kibi *kibi}};
constexpr std::array timeSuffixes{Suffix{"ms"_L1, 1}, Suffix{"s"_L1, 1000}, Suffix{"m"_L1, 60'000},
                                  Suffix{"min"_L1, 60'000}, Suffix{"h"_L1, 3'600'000}};

/// Nothing: no such suffix.
template <std::size_t count>
std::optional<double> factorOf(const std::array<Suffix, count> &suffixes, QStringView suffix)
{
    const auto found = std::ranges::find_if(suffixes, [suffix](const Suffix &each) {
        return suffix.compare(each.name, Qt::CaseInsensitive) == 0;
    });
    return found == suffixes.end() ? std::nullopt : std::optional(found->factor);
}

std::optional<double> factorOf(FilterUnit unit, QStringView suffix)
{
    switch (unit) {
    case FilterUnit::Count:
        return suffix.isEmpty() ? std::optional(1.0) : std::nullopt;
    case FilterUnit::Bytes:
        return factorOf(sizeSuffixes, suffix);
    case FilterUnit::Time:
        return factorOf(timeSuffixes, suffix);
    }
    Q_UNREACHABLE();
}

QString notANumber(QStringView text, FilterUnit unit)
{
    switch (unit) {
    case FilterUnit::Count:
        return FilterRangeText::tr("“%1” is not a whole number.").arg(text);
    case FilterUnit::Bytes:
        return FilterRangeText::tr("“%1” is not a size such as 500, 10k, 1.5m or 1g.").arg(text);
    case FilterUnit::Time:
        return FilterRangeText::tr("“%1” is not a time with its unit, such as 500ms, 2s or 1.5m.").arg(text);
    }
    Q_UNREACHABLE();
}

/// Where the digits end.
qsizetype endOfDigits(QStringView text, FilterUnit unit)
{
    const auto end = std::ranges::find_if_not(text, [unit](QChar c) {
        return (c >= u'0' && c <= u'9') || (c == u'.' && unit != FilterUnit::Count);
    });
    return end - text.begin();
}

/// An end of a range that is left out stays what it is.
std::optional<QString> readEnd(QStringView text, FilterUnit unit, double &end)
{
    if (text.isEmpty())
        return std::nullopt;
    const auto number = numberFromText(text, unit);
    if (const auto *const message = std::get_if<QString>(&number))
        return *message;
    end = std::get<double>(number);
    return std::nullopt;
}

RangeOrMessage rangeBetween(QStringView lowest, QStringView highest, FilterUnit unit)
{
    FilterRange range;
    if (lowest.isEmpty() && highest.isEmpty())
        return FilterRangeText::tr("the range has neither a begin nor an end.");
    if (const auto message = readEnd(lowest, unit, range.lowest))
        return *message;
    range.highestIncluded = !highest.startsWith(u'<');
    const QStringView end = range.highestIncluded ? highest : highest.sliced(1);
    if (end.isEmpty() && !range.highestIncluded)
        return FilterRangeText::tr("a number is missing after “%1”.").arg(highest);
    if (const auto message = readEnd(end, unit, range.highest))
        return *message;
    if (range.lowest > range.highest || (range.lowest == range.highest && !range.highestIncluded))
        return FilterRangeText::tr("the range ends before it begins.");
    return range;
}

RangeOrMessage comparison(QStringView text, FilterUnit unit)
{
    FilterRange range;
    const bool included = text.size() > 1 && text.at(1) == u'=';
    const QStringView number = text.sliced(included ? 2 : 1);
    if (number.isEmpty())
        return FilterRangeText::tr("a number is missing after “%1”.").arg(text);
    const bool isLowest = text.front() == u'>';
    (isLowest ? range.lowestIncluded : range.highestIncluded) = included;
    if (const auto message = readEnd(number, unit, isLowest ? range.lowest : range.highest))
        return *message;
    return range;
}

} // namespace

std::variant<double, QString> numberFromText(QStringView text, FilterUnit unit)
{
    const qsizetype digits = endOfDigits(text, unit);
    bool isNumber = false;
    const double number = text.first(digits).toDouble(&isNumber);
    const std::optional<double> factor = factorOf(unit, text.sliced(digits));
    if (!isNumber || !factor)
        return notANumber(text, unit);
    return number * *factor;
}

RangeOrMessage rangeFromText(QStringView text, FilterUnit unit)
{
    if (text.startsWith(u'>') || text.startsWith(u'<'))
        return comparison(text, unit);
    if (const qsizetype dots = text.indexOf(".."_L1); dots >= 0)
        return rangeBetween(text.first(dots), text.sliced(dots + 2), unit);
    if (const qsizetype dash = text.indexOf(u'-'); dash > 0)
        return rangeBetween(text.first(dash), text.sliced(dash + 1), unit);
    const auto number = numberFromText(text, unit);
    if (const auto *const message = std::get_if<QString>(&number))
        return *message;
    if (unit == FilterUnit::Time)
        return FilterRangeText::tr("a time needs a comparison or a range, such as >2s or 1s..2s.");
    const double exactly = std::get<double>(number);
    return FilterRange{.lowest = exactly, .highest = exactly};
}

} // namespace inflight
