// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobrecord.h"

#include <QByteArrayView>
#include <QHash>

#include <memory>
#include <optional>

namespace inflight {

/// Lists of headers by the number that stands for them in records.
using SharedHeaders = QHash<qint64, HeaderList>;

/// Reads back what JournalRecords wrote. One thread at a time.
class RecordReader
{
    Q_DISABLE_COPY_MOVE(RecordReader)

public:
    /// `shared` must outlive it.
    explicit RecordReader(const SharedHeaders *shared = nullptr);
    ~RecordReader();

    /// What sharedHeaders() wrote.
    [[nodiscard]] HeaderList readHeaders(QByteArrayView json);

    /// Nothing when `json` is no such record. The output is not in it. `body`: what is kept beside it, of at
    /// most JournalRecords::mostOfSnippet bytes; empty otherwise.
    [[nodiscard]] std::optional<JobRecord> read(QByteArrayView json, QByteArrayView body = {});

private:
    struct Parser;
    const SharedHeaders *m_shared;
    std::unique_ptr<Parser> m_parser;
};

} // namespace inflight
