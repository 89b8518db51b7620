// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/runhistory.h"

namespace inflight {

/// The runs whose sessions lie in one folder.
class SessionHistory final : public RunHistory
{
public:
    /// `current`: the session of this process, wherever it lies; empty: none is kept.
    explicit SessionHistory(QString folder, QString current = {})
        : m_folder(std::move(folder))
        , m_current(std::move(current))
    {}

    [[nodiscard]] QString current() const override { return m_current; }
    [[nodiscard]] QList<PastRun> list() override;
    [[nodiscard]] std::optional<QString> rename(const QString &path, const QString &name) override;
    [[nodiscard]] std::optional<QString> remove(const QString &path) override;
    [[nodiscard]] std::variant<RunComparison, QString> compare(const QString &before,
                                                               const QString &after) override;
    [[nodiscard]] std::optional<QString> exportComparison(const RunComparison &comparison,
                                                          const QString &file) override;
    [[nodiscard]] std::optional<QString> copy(const QString &path, const QString &file,
                                              const RunCopy &how) override;

private:
    const QString m_folder;
    const QString m_current;
};

} // namespace inflight
