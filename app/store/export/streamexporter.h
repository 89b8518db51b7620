// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/export/exporter.h"
#include "store/outputfile.h"

#include <QByteArray>

#include <memory>

namespace inflight {

/// A text that is made of one piece a job, written from beginning to end. One thread at a time.
class RecordFormat
{
    Q_DISABLE_COPY_MOVE(RecordFormat)

public:
    RecordFormat() = default;
    virtual ~RecordFormat() = default;

    [[nodiscard]] virtual bool wantsBodies() const { return false; }
    [[nodiscard]] virtual QByteArray head() { return {}; }
    [[nodiscard]] virtual QByteArray entry(const FinishedJob &job) = 0;
    [[nodiscard]] virtual QByteArray tail() { return {}; }
};

/// Writes such a text as it comes.
class StreamExporter final : public Exporter
{
public:
    StreamExporter(const QString &path, std::unique_ptr<RecordFormat> format)
        : m_file(path)
        , m_format(std::move(format))
    {}

    [[nodiscard]] std::optional<QString> open() override;
    [[nodiscard]] bool isDirect() const override { return m_file.isDirect(); }
    [[nodiscard]] bool wantsBodies() const override { return m_format->wantsBodies(); }
    [[nodiscard]] std::optional<QString> write(const FinishedJob &job) override;
    [[nodiscard]] std::optional<QString> flush() override { return m_file.flush(); }
    [[nodiscard]] std::optional<QString> commit() override;
    void discard() override { m_file.discard(); }

private:
    OutputFile m_file;
    std::unique_ptr<RecordFormat> m_format;
};

} // namespace inflight
