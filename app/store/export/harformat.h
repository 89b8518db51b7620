// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/export/exporter.h"
#include "store/export/streamexporter.h"
#include "store/jsonwriter.h"

namespace inflight {

/// HTTP Archive 1.2 (http://www.softwareishard.com/blog/har-12-spec/): one entry a job, its last request and
/// the answer to it. What there are no fields for is in fields of our own: "_id", "_url" (the input, where
/// redirects led away from it), "_state", "_error", "_stages", "_attempts".
class HarFormat final : public RecordFormat
{
public:
    explicit HarFormat(const ExportContext &context)
        : m_context(context)
    {}

    [[nodiscard]] bool wantsBodies() const override { return true; }
    [[nodiscard]] QByteArray head() override;
    [[nodiscard]] QByteArray entry(const FinishedJob &job) override;
    [[nodiscard]] QByteArray tail() override { return "\n]}}\n"; }

private:
    void timings(const JobRecord &record);
    void ownFields(const JobRecord &record);

    const ExportContext m_context;
    JsonWriter m_json;
    bool m_isFirst = true;
};

} // namespace inflight
