// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/csvwriter.h"
#include "jobs/recordcolumns.h"
#include "store/export/streamexporter.h"

namespace inflight {

/// CSV: a header, then a row a job.
class CsvFormat final : public RecordFormat
{
public:
    /// `columns`: names that exist, in their order; empty: the usual ones.
    CsvFormat(const QStringList &columns, Secrets secrets)
        : m_columns(recordColumnsByName(columns))
        , m_secrets(secrets)
    {}

    [[nodiscard]] QByteArray head() override;
    [[nodiscard]] QByteArray entry(const FinishedJob &job) override;

private:
    const QList<RecordColumn> m_columns;
    const Secrets m_secrets;
    CsvWriter m_csv;
};

} // namespace inflight
