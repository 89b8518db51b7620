// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/rowindex.h"

#include <algorithm>
#include <numeric>

namespace inflight {

namespace {

/// Past this share of noted rows (1 / so many) sorting all of them anew is as quick as merging.
constexpr std::size_t mergedShare = 8;

QList<int> placesOf(const QList<int> &rows, qsizetype rowCount)
{
    QList<int> places(rowCount, -1);
    for (qsizetype place = 0; place < rows.size(); ++place)
        places[rows.at(place)] = static_cast<int>(place);
    return places;
}

/// As a number that is ordered as QString orders texts: by their UTF-16 code units.
quint64 firstUnits(QStringView text)
{
    constexpr int units = 4;
    quint64 number = 0;
    for (int i = 0; i < units; ++i)
        number = number << 16 | (i < text.size() ? text.at(i).unicode() : 0);
    return number;
}

/// The length of the longest increasing subsequence (patience sorting): what can keep its order.
qsizetype longestIncrease(const std::vector<int> &values)
{
    std::vector<int> tails;
    for (const int value : values) {
        const auto place = std::ranges::lower_bound(tails, value);
        if (place == tails.end())
            tails.push_back(value);
        else
            *place = value;
    }
    return static_cast<qsizetype>(tails.size());
}

} // namespace

void RowIndex::put(const RowKey &key)
{
    const auto row = static_cast<std::size_t>(key.row);
    if (row >= m_isShown.size()) {
        m_isShown.resize(row + 1);
        m_isNoted.resize(row + 1);
        if (m_by == By::Number)
            m_numbers.resize(row + 1);
        else if (m_by == By::Text)
            m_texts.resize(row + 1);
    }
    m_isShown[row] = key.shown;
    if (m_by == By::Number)
        m_numbers[row] = key.number;
    else if (m_by == By::Text)
        m_texts[row] = key.text;
    if (!m_isNoted[row]) {
        m_isNoted[row] = true;
        m_noted.push_back(key.row);
    }
}

void RowIndex::place()
{
    if (m_by == By::Family) {
        const QList<int> all = rowsByFamily(m_parents);
        m_rows.clear();
        std::ranges::copy_if(all, std::back_inserter(m_rows),
                             [this](int row) { return m_isShown[static_cast<std::size_t>(row)]; });
    } else {
        const bool anew = m_noted.size() > m_isShown.size() / mergedShare;
        std::vector<int> kept;
        kept.reserve(static_cast<std::size_t>(m_rows.size()));
        std::ranges::copy_if(m_rows, std::back_inserter(kept),
                             [this](int row) { return !m_isNoted[static_cast<std::size_t>(row)]; });
        std::vector<int> noted;
        std::ranges::copy_if(m_noted, std::back_inserter(noted),
                             [this](int row) { return m_isShown[static_cast<std::size_t>(row)]; });
        if (anew) {
            kept.insert(kept.end(), noted.begin(), noted.end());
            noted.clear();
            sort(kept);
        }
        sort(noted);
        m_rows.clear();
        m_rows.reserve(static_cast<qsizetype>(kept.size() + noted.size()));
        std::ranges::merge(kept, noted, std::back_inserter(m_rows),
                           [this](int a, int b) { return isLess(a, b); });
    }
    for (const int row : m_noted)
        m_isNoted[static_cast<std::size_t>(row)] = false;
    m_noted.clear();
}

bool RowIndex::isLess(int a, int b) const
{
    const auto left = static_cast<std::size_t>(m_order == Qt::AscendingOrder ? a : b);
    const auto right = static_cast<std::size_t>(m_order == Qt::AscendingOrder ? b : a);
    if (m_by == By::Text) {
        const int difference = m_texts[left].compare(m_texts[right]);
        return difference != 0 ? difference < 0 : a < b;
    }
    return m_numbers[left] != m_numbers[right] ? m_numbers[left] < m_numbers[right] : a < b;
}

void RowIndex::sort(std::vector<int> &rows) const
{
    if (m_by == By::Number)
        sortByNumber(rows);
    else if (m_by == By::Text)
        sortByText(rows, -1);
}

/// Keys are compared where they lie beside their rows in memory: three times as quick for a million.
void RowIndex::sortByNumber(std::vector<int> &rows) const
{
    struct Entry
    {
        qint64 key;
        int row;
    };
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (const int row : rows)
        entries.push_back({m_numbers[static_cast<std::size_t>(row)], row});
    std::ranges::sort(entries, [descends = m_order == Qt::DescendingOrder](const Entry &a, const Entry &b) {
        if (a.key != b.key)
            return descends ? b.key < a.key : a.key < b.key;
        return a.row < b.row;
    });
    std::ranges::transform(entries, rows.begin(), &Entry::row);
}

/// The same with what follows the common prefix, which URLs have a long one of, as a number; rows that it
/// does not tell apart have a longer one and are sorted by that in turn. `known`: a prefix that did not, -1
/// for none.
void RowIndex::sortByText(std::span<int> rows, qsizetype known) const
{
    struct Entry
    {
        quint64 key;
        int row;
    };
    constexpr std::size_t few = 16;
    const qsizetype prefix = rows.size() > few ? commonPrefix(rows) : known;
    if (prefix <= known) {
        std::ranges::sort(rows, [this](int a, int b) { return isLess(a, b); });
        return;
    }
    std::vector<Entry> entries;
    entries.reserve(rows.size());
    for (const int row : rows)
        entries.push_back(
            {firstUnits(QStringView(m_texts[static_cast<std::size_t>(row)]).sliced(prefix)), row});
    std::ranges::sort(entries, [descends = m_order == Qt::DescendingOrder](const Entry &a, const Entry &b) {
        return descends ? b.key < a.key : a.key < b.key;
    });
    std::ranges::transform(entries, rows.begin(), &Entry::row);
    for (std::size_t from = 0; from < entries.size();) {
        const auto isOther = [key = entries[from].key](const Entry &each) { return each.key != key; };
        const auto end =
            std::find_if(entries.begin() + static_cast<std::ptrdiff_t>(from), entries.end(), isOther);
        const auto to = static_cast<std::size_t>(end - entries.begin());
        if (to - from > 1)
            sortByText(rows.subspan(from, to - from), prefix);
        from = to;
    }
}

qsizetype RowIndex::commonPrefix(std::span<const int> rows) const
{
    QStringView prefix = m_texts[static_cast<std::size_t>(rows.front())];
    for (const int row : rows) {
        const QStringView text = m_texts[static_cast<std::size_t>(row)];
        const auto end = std::ranges::mismatch(prefix, text).in1;
        prefix = prefix.first(end - prefix.begin());
    }
    return prefix.size();
}

QList<int> rowsByFamily(const QList<int> &parents)
{
    // Children come after their parent, so going backwards finds the next sibling of each before itself.
    const qsizetype count = parents.size();
    QList<int> firstChild(count, -1);
    QList<int> nextSibling(count, -1);
    int firstOfAll = -1;
    for (int row = static_cast<int>(count) - 1; row >= 0; --row) {
        int &first = parents.at(row) < 0 ? firstOfAll : firstChild[parents.at(row)];
        nextSibling[row] = first;
        first = row;
    }
    QList<int> rows;
    rows.reserve(count);
    for (int row = firstOfAll; row >= 0;) {
        rows.append(row);
        int next = firstChild.at(row);
        for (int up = row; next < 0 && up >= 0; up = parents.at(up))
            next = nextSibling.at(up);
        row = next;
    }
    return rows;
}

Rearrangement rearrangement(const QList<int> &shown, const QList<int> &wanted, qsizetype rowCount)
{
    Rearrangement way{.rows = wanted, .places = {}, .stay = {}, .stayPlaces = {}, .added = {}};
    if (shown == wanted)
        return way;
    way.places = placesOf(wanted, rowCount);
    const QList<int> before = placesOf(shown, rowCount);
    std::ranges::copy_if(wanted, std::back_inserter(way.stay), [&](int row) { return before.at(row) >= 0; });
    std::ranges::copy_if(wanted, std::back_inserter(way.added), [&](int row) { return before.at(row) < 0; });
    way.staying = way.stay.size();
    std::vector<int> order;
    order.reserve(static_cast<std::size_t>(way.staying));
    for (const int row : std::as_const(way.stay))
        order.push_back(before.at(row));
    std::ranges::copy_if(shown, std::back_inserter(way.stay),
                         [&](int row) { return way.places.at(row) < 0; });
    way.stayPlaces = placesOf(way.stay, rowCount);
    const qsizetype still = longestIncrease(order);
    way.moved = static_cast<int>(wanted.size() + way.stay.size() - way.staying - still);
    return way;
}

} // namespace inflight
