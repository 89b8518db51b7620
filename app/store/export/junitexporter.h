// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/export/exporter.h"
#include "store/outputfile.h"

#include <QDateTime>
#include <QTemporaryFile>

namespace inflight {

/// JUnit's XML, as CI systems read it: one test suite, each job a test case named by its URL, times in
/// seconds. A suite begins with how many cases failed: the cases wait for that in a temporary file.
class JUnitExporter final : public Exporter
{
public:
    JUnitExporter(const QString &path, Secrets secrets)
        : m_file(path)
        , m_secrets(secrets)
    {}

    [[nodiscard]] std::optional<QString> open() override;
    [[nodiscard]] std::optional<QString> write(const FinishedJob &job) override;
    [[nodiscard]] std::optional<QString> flush() override { return std::nullopt; }
    [[nodiscard]] std::optional<QString> commit() override;
    void discard() override { m_file.discard(); }

private:
    [[nodiscard]] QByteArray testCase(const JobRecord &record) const;
    [[nodiscard]] QByteArray verdict(const JobRecord &record) const;
    [[nodiscard]] QByteArray head() const;
    void count(const JobRecord &record);

    OutputFile m_file;
    QTemporaryFile m_cases;
    const Secrets m_secrets;
    qint64 m_tests = 0;
    qint64 m_failures = 0;
    qint64 m_skipped = 0;
    double m_durationMs = 0; ///< of all cases together
    QDateTime m_started;     ///< of the earliest
};

} // namespace inflight
