// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/export/streamexporter.h"
#include "store/recordjson.h"

namespace inflight {

/// JSON Lines: one record a line.
class JsonLinesFormat final : public RecordFormat
{
public:
    explicit JsonLinesFormat(Secrets secrets)
        : m_secrets(secrets)
    {}

    [[nodiscard]] QByteArray entry(const FinishedJob &job) override
    {
        return recordToJsonLine(*job.record, m_secrets);
    }

private:
    Secrets m_secrets;
};

} // namespace inflight
