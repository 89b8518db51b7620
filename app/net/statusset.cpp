// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/statusset.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int lowest = 100;
constexpr int highest = 999;

/// A status code; `fallback` for empty text, nothing for anything else.
std::optional<int> parseCode(QStringView text, std::optional<int> fallback)
{
    text = text.trimmed();
    if (text.isEmpty())
        return fallback;
    const bool digits = std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const int code = digits && text.size() == 3 ? text.toInt() : 0;
    return code >= lowest ? std::optional(code) : std::nullopt;
}

struct Bounds
{
    int first;
    int last;
};

std::optional<Bounds> parseBounds(QStringView item)
{
    const qsizetype dots = item.indexOf(".."_L1);
    if (dots < 0) {
        const auto code = parseCode(item, std::nullopt);
        return code ? std::optional(Bounds{*code, *code}) : std::nullopt;
    }
    QStringView end = item.sliced(dots + 2);
    const bool inclusive = end.startsWith(u'=');
    if (inclusive)
        end = end.sliced(1);
    const bool openEnd = !inclusive && end.trimmed().isEmpty();
    const auto first = parseCode(item.first(dots), lowest);
    const auto last = parseCode(end, openEnd ? std::optional(highest) : std::nullopt);
    if (!first || !last)
        return std::nullopt;
    const Bounds bounds{*first, inclusive || openEnd ? *last : *last - 1};
    return bounds.first <= bounds.last ? std::optional(bounds) : std::nullopt;
}

} // namespace

StatusSet::StatusSet()
    : m_ranges{Range{}}
{}

std::optional<StatusSet> StatusSet::parse(QStringView text)
{
    QList<Range> ranges;
    for (const QStringView item : text.split(u',')) {
        const auto bounds = parseBounds(item);
        if (!bounds)
            return std::nullopt;
        ranges.append({bounds->first, bounds->last});
    }
    std::ranges::sort(ranges, {}, &Range::first);

    StatusSet set;
    set.m_ranges.clear();
    for (const Range &range : std::as_const(ranges)) {
        if (!set.m_ranges.isEmpty() && range.first <= set.m_ranges.last().last + 1)
            set.m_ranges.last().last = std::max(set.m_ranges.last().last, range.last);
        else
            set.m_ranges.append(range);
    }
    return set;
}

bool StatusSet::contains(int status) const
{
    return std::ranges::any_of(
        m_ranges, [status](const Range &range) { return status >= range.first && status <= range.last; });
}

QString StatusSet::text() const
{
    QStringList items;
    for (const Range &range : m_ranges) {
        if (range.first == range.last)
            items.append(QString::number(range.first));
        else
            items.append(u"%1..=%2"_s.arg(range.first).arg(range.last));
    }
    return items.join(u',');
}

} // namespace inflight
