// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/append/appendfile.h"

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
    /// SQLite sees to that at the end of each transaction.
    [[nodiscard]] std::optional<QString> sync() override { return std::nullopt; }

private:
    class Connection;

    AppendTarget m_target;
    QStringList m_columns; ///< that the table has
};

} // namespace inflight
