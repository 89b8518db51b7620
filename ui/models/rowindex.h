// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <span>
#include <vector>

namespace inflight {

/// What places a row, as it was when it was read.
struct RowKey
{
    int row = 0;
    bool shown = false; ///< passes the filter
    qint64 number = 0;
    QString text; ///< instead of `number`, where rows are placed by text
};

/// The rows to be shown in order, kept up to date by what changed: a few changed rows are sorted by
/// themselves and merged. A plain value for one thread at a time.
class RowIndex
{
public:
    enum class By : quint8 { Number, Text, Family };

    RowIndex(By by, Qt::SortOrder order)
        : m_by(by)
        , m_order(order)
    {}

    [[nodiscard]] By by() const { return m_by; }
    /// Notes where a row belongs; constant time.
    void put(const RowKey &key);
    /// Of all rows, ascending; -1: none. Wanted before place() where rows are placed by family.
    void setParents(QList<int> parents) { m_parents = std::move(parents); }
    /// Puts the noted rows into their places: linear in the number of rows. Rows with equal keys are in
    /// ascending order whichever way is sorted.
    void place();
    /// The shown rows in order, as of the last place().
    [[nodiscard]] const QList<int> &rows() const { return m_rows; }

private:
    [[nodiscard]] bool isLess(int a, int b) const;
    void sort(std::vector<int> &rows) const;
    void sortByNumber(std::vector<int> &rows) const;
    void sortByText(std::span<int> rows, qsizetype known) const;
    [[nodiscard]] qsizetype commonPrefix(std::span<const int> rows) const;

    By m_by;
    Qt::SortOrder m_order;
    std::vector<qint64> m_numbers; ///< by row
    std::vector<QString> m_texts;  ///< by row
    std::vector<bool> m_isShown;   ///< by row
    std::vector<bool> m_isNoted;   ///< by row: in m_noted
    std::vector<int> m_noted;
    QList<int> m_parents;
    QList<int> m_rows;
};

/// `parents` as for RowIndex::setParents(): all rows, each followed by those whose parent it is.
QList<int> rowsByFamily(const QList<int> &parents);

/// The way from rows as they are shown to rows as they should be.
struct Rearrangement
{
    QList<int> rows;   ///< as they should be
    QList<int> places; ///< row → place in `rows`; -1: not shown
    QList<int> stay;   ///< those of the shown ones that stay, in their new order, then those that go
    QList<int> stayPlaces;
    qsizetype staying = 0; ///< how many of `stay` stay
    QList<int> added;      ///< those of `rows` that were not shown
    int moved = 0;         ///< fewest rows that have to be moved, added or removed; 0: nothing changes

    [[nodiscard]] QList<int> gone() const { return stay.sliced(staying); }
};

/// `rowCount`: of all rows, shown or not. A pure function.
Rearrangement rearrangement(const QList<int> &shown, const QList<int> &wanted, qsizetype rowCount);

} // namespace inflight
