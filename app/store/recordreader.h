// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

namespace inflight {

/// Reads back what JournalRecords wrote. One thread at a time.
class RecordReader
{
    Q_DISABLE_COPY_MOVE(RecordReader)

public:
    RecordReader();
    ~RecordReader();

    /// Nothing when `json` is no such record. The output is not in it. `body`: what is kept beside it, of at
    /// most JournalRecords::mostOfSnippet bytes; empty otherwise.
    [[nodiscard]] std::optional<JobRecord> read(QByteArrayView json, QByteArrayView body = {});

private:
    struct Parser;
    std::unique_ptr<Parser> m_parser;
};

} // namespace inflight
