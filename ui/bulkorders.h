// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/jobview.h"

#include <QObject>

#include <functional>

namespace inflight {

class Engine;
class JobModel;
class JobOrder;

/// Orders about many jobs: about all of them, or, while a filter is on, about those that are shown. UI
/// thread.
class BulkOrders final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BulkOrders)

public:
    /// All of them must outlive it.
    BulkOrders(Engine &engine, const JobModel &jobs, const JobOrder &order, QObject *parent);

    void cancelAll();
    void cancelSlow();
    void retryFailed();

private:
    [[nodiscard]] QList<JobId> shown(const std::function<bool(const JobView &)> &holds) const;

    Engine &m_engine;
    const JobModel &m_jobs;
    const JobOrder &m_order;
};

} // namespace inflight
