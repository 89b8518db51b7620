// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/append/appendfile.h"
#include "pipeline/append/cells.h"

namespace inflight {

/// A table of an SQLite database; keys that are no columns yet become some. A connection belongs to the
/// thread that opened it, and batches come from any: each has one of its own, and is one transaction.
class SqliteFile final : public AppendFile
{
public:
    explicit SqliteFile(AppendTarget target)
        : m_target(std::move(target))
    {}

    [[nodiscard]] std::optional<QString> open() override;
    [[nodiscard]] std::optional<QString> write(const QList<QByteArrayView> &values) override;
    [[nodiscard]] std::optional<qint64> end() override { return m_end; }
    [[nodiscard]] qsizetype standing(AppendPlace &place, const QList<QByteArrayView> &values) override;
    /// SQLite sees to that at the end of each transaction.
    [[nodiscard]] std::optional<QString> sync() override { return std::nullopt; }

private:
    class Connection;

    [[nodiscard]] QStringList wantedNames(const Cells &cells) const;
    [[nodiscard]] bool stands(Connection &connection, qint64 row, const Cells &cells) const;

    AppendTarget m_target;
    QStringList m_columns;       ///< that the table has
    std::optional<qint64> m_end; ///< the row behind the last one; nothing: its rows have no numbers
};

} // namespace inflight
