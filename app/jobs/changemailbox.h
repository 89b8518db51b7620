// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QHash>
#include <QMutex>
#include <QObject>

#include <functional>
#include <optional>

namespace inflight {

/// Where the engine leaves changes and the receiver takes them, each at its own pace: newer states of a job
/// replace older ones that were not taken yet, so a slow receiver costs no memory. Any thread.
class ChangeMailbox
{
    Q_DISABLE_COPY_MOVE(ChangeMailbox)

public:
    /// `wake` is called, on the putting thread, when there is something to take after there was nothing.
    explicit ChangeMailbox(std::function<void()> wake)
        : m_wake(std::move(wake))
    {}

    void put(ChangeBatch batch);
    /// Nothing when nothing was put since the last call.
    [[nodiscard]] std::optional<ChangeBatch> take();

private:
    void merge(ChangeBatch batch);

    QMutex m_mutex;
    std::function<void()> m_wake;
    ChangeBatch m_batch; ///< guarded by m_mutex
    // Guarded; built once a second batch comes before the first is taken.
    QHash<JobId, qsizetype> m_places;
    QHash<quint32, qsizetype> m_originPlaces;
    bool m_full = false; ///< guarded
};

} // namespace inflight
