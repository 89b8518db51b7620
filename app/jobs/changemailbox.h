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
/// replace older ones that were not taken yet, so a slow receiver costs no memory. A long list of accepted
/// jobs is given in pieces, the first ones with nothing else, so that no turn of the receiver takes long. Any
/// thread; taken by one.
class ChangeMailbox
{
    Q_DISABLE_COPY_MOVE(ChangeMailbox)

public:
    /// Most accepted jobs given at once.
    static constexpr qsizetype mostAccepted = 4000;

    /// `wake` is called, on the putting thread, when there is something to take after there was nothing.
    explicit ChangeMailbox(std::function<void()> wake)
        : m_wake(std::move(wake))
    {}

    void put(ChangeBatch batch);
    /// Nothing when nothing was put since the last call, and nothing is left of a long list.
    [[nodiscard]] std::optional<ChangeBatch> take();
    /// Whether take() has something to give; nobody is woken for the rest of a list.
    [[nodiscard]] bool isFull();

private:
    void merge(ChangeBatch batch);
    [[nodiscard]] QList<AcceptedJobs> takeAccepted();

    QMutex m_mutex;
    std::function<void()> m_wake;
    ChangeBatch m_batch;        ///< guarded by m_mutex
    qsizetype m_listsGiven = 0; ///< guarded: of m_batch.accepted, those that were given whole…
    qsizetype m_jobsGiven = 0;  ///< …and how much of the next one
    RunTotals m_totals;         ///< guarded: as last given
    // Guarded; built once a second batch comes before the first is taken.
    QHash<JobId, qsizetype> m_places;
    QHash<quint32, qsizetype> m_originPlaces;
    bool m_full = false; ///< guarded
};

} // namespace inflight
