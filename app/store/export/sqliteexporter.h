// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/export/exporter.h"
#include "store/outputfile.h"

#include <memory>

namespace inflight {

/// An SQLite database with the table `jobs`: the usual columns of records by name and type, and in `record`
/// the JSON of the whole record. Of a job that ended several times, the last end.
class SqliteExporter final : public Exporter
{
public:
    SqliteExporter(const QString &path, Secrets secrets);
    ~SqliteExporter() override;

    [[nodiscard]] std::optional<QString> open() override { return m_file.open(); }
    [[nodiscard]] std::optional<QString> write(const FinishedJob &job) override;
    [[nodiscard]] std::optional<QString> flush() override { return std::nullopt; }
    [[nodiscard]] std::optional<QString> commit() override;
    void discard() override;

private:
    class Table;

    [[nodiscard]] std::optional<QString> begin();

    OutputFile m_file; ///< locks the place and gives it its name; the bytes are SQLite's
    const QString m_path;
    const Secrets m_secrets;
    std::unique_ptr<Table> m_table; ///< belongs to the thread that writes
};

} // namespace inflight
