// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <vector>

namespace inflight {

/// A URL with ranges and lists in it, in curl's grammar (curl(1), "Globbing"): [1-100], [001-100:2], [a-z],
/// {one,two}. Several in one URL multiply, the last one counting fastest. What is not wholly in that grammar
/// stays as it is: IPv6 addresses, brackets and braces of a query, [9-1], {single}.
class UrlGlob
{
public:
    static UrlGlob parse(QStringView text);

    /// Without any range or list.
    [[nodiscard]] bool isPlain() const { return m_parts.empty(); }
    /// How many URLs it stands for; the greatest value when that is more than fits.
    [[nodiscard]] quint64 count() const;
    /// The URL at `index`, less than count().
    [[nodiscard]] QString at(quint64 index) const;

private:
    struct Range
    {
        qint64 first = 0;
        qint64 step = 1;
        quint64 count = 0;
        int width = 0; ///< of numbers, filled with zeros; 0: letters
    };
    /// What varies, and what stands before it.
    struct Part
    {
        QString before;
        QStringList items; ///< of a list; empty: it is a range
        Range range = {};

        [[nodiscard]] quint64 count() const;
        [[nodiscard]] QString at(quint64 index) const;
    };

    static qsizetype readRange(QStringView text, Part &part);
    static qsizetype readList(QStringView text, Part &part);

    std::vector<Part> m_parts;
    QString m_after;
};

} // namespace inflight
