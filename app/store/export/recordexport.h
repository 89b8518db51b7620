// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/exporting.h"
#include "store/export/exporter.h"

#include <QFutureWatcher>

#include <atomic>

namespace inflight {

/// Exports on a pool thread. Bodies, where the format wants them, are read from the session.
class RecordExport final : public Exporting
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecordExport)

public:
    /// `session`: the file of the run's journal, or empty: then there are no bodies. `requests` may be null
    /// and must outlive this.
    explicit RecordExport(QString session, const RequestBook *requests = nullptr);
    /// Cancels.
    ~RecordExport() override;

    void start(const ExportOrder &order) override;
    void cancel() override { m_cancelled = true; }
    [[nodiscard]] bool isRunning() const override { return m_work.isRunning(); }

private:
    [[nodiscard]] ExportEnd write(const ExportOrder &order);
    [[nodiscard]] std::optional<QString> writeAll(const ExportOrder &order, Exporter &exporter);

    const QString m_session;
    const RequestBook *const m_requests;
    std::atomic_bool m_cancelled = false;
    QFutureWatcher<ExportEnd> m_work;
};

} // namespace inflight
