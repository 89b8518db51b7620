// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/export/exporter.h"
#include "store/outputfile.h"

namespace inflight {

/// A folder with a file for each body, and index.jsonl: the records, each with "file", the name of its body
/// there, or null. Names begin with the job's id, so that no two bodies share one. A body has its name only
/// once it is whole, the index once all is. Files that are there already stay as they are; the same body is
/// not written twice.
class FolderExporter final : public Exporter
{
public:
    FolderExporter(const QString &path, Secrets secrets);

    [[nodiscard]] std::optional<QString> open() override;
    [[nodiscard]] bool wantsBodies() const override { return true; }
    [[nodiscard]] std::optional<QString> write(const FinishedJob &job) override;
    [[nodiscard]] std::optional<QString> flush() override { return m_index.flush(); }
    [[nodiscard]] std::optional<QString> commit() override;
    /// Bodies that were written stay.
    void discard() override { m_index.discard(); }

private:
    [[nodiscard]] std::optional<QString> putBody(const FinishedJob &job, QString &name);
    [[nodiscard]] QString failure(const QString &name, const QString &reason) const;

    const QString m_folder;
    const Secrets m_secrets;
    OutputFile m_index;
};

} // namespace inflight
