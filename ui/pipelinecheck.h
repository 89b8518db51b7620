// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/pipeline.h"

#include <QFutureWatcher>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace inflight {

/// What a pipeline description is worth.
struct PipelineVerdict
{
    PipelineDescription description;
    QList<PipelineFault> faults;
    std::shared_ptr<const Pipeline> pipeline; ///< null when there are faults
};

/// Checks what is typed, on a pool thread (programs are compiled), shortly after the last key. UI thread.
class PipelineCheck final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PipelineCheck)

public:
    explicit PipelineCheck(PipelineOptions options, QObject *parent = nullptr);
    ~PipelineCheck() override;

    /// checked() follows, unless a newer description comes first.
    void check(const PipelineDescription &description);

Q_SIGNALS:
    void checked(const inflight::PipelineVerdict &verdict);

private:
    void start();
    void finish();

    PipelineOptions m_options;
    std::optional<PipelineDescription> m_wanted;
    QTimer m_pause;
    QFutureWatcher<PipelineVerdict> m_checking;
};

} // namespace inflight
