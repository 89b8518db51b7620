// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

namespace inflight {

/// A set of HTTP status codes in the grammar of --accept: "200..=299,304" (also "200..300", exclusive).
class StatusSet
{
public:
    /// 200..=299.
    StatusSet();
    /// Nothing when `text` is not of the grammar or leaves 100 to 999.
    static std::optional<StatusSet> parse(QStringView text);

    [[nodiscard]] bool contains(int status) const;
    [[nodiscard]] QString text() const;

    friend bool operator==(const StatusSet &, const StatusSet &) = default;

private:
    struct Range
    {
        int first = 200;
        int last = 299; ///< included
        friend bool operator==(const Range &, const Range &) = default;
    };
    QList<Range> m_ranges;
};

} // namespace inflight
