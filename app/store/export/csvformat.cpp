// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/csvformat.h"

namespace inflight {

namespace {

struct WriteCell
{
    CsvWriter &csv;

    void operator()(std::monostate) const { csv.empty(); }
    void operator()(qint64 value) const { csv.number(value); }
    void operator()(double value) const { csv.number(value); }
    void operator()(const QString &value) const { csv.text(value); }
};

} // namespace

QByteArray CsvFormat::head()
{
    for (const RecordColumn &column : m_columns)
        m_csv.text(column.name);
    m_csv.endRow();
    return m_csv.take();
}

QByteArray CsvFormat::entry(const FinishedJob &job)
{
    for (const RecordColumn &column : m_columns)
        std::visit(WriteCell{m_csv}, column.cell(*job.record, m_secrets));
    m_csv.endRow();
    return m_csv.take();
}

} // namespace inflight
