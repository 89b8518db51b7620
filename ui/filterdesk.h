// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace inflight {

class BulkOrders;
class ControlsBar;
class DistributionsDock;
class Engine;
class ErrorsDock;
class Funnel;
class JobModel;
class JobOrder;
class JobsView;
class OriginsDock;
class SummaryBar;

/// The parts of the window that the filter has to do with.
struct FilterParts
{
    Engine &engine;
    JobModel &jobs;
    JobOrder &order;
    ControlsBar &controls;
    JobsView &view;
    Funnel &funnel;
    SummaryBar &summary;
    OriginsDock &origins;
    ErrorsDock &errors;
    DistributionsDock &distributions;
};

/// Brings the filter together with all that it acts on and that is clicked to filter by. UI thread.
class FilterDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterDesk)

public:
    /// The parts must outlive it.
    FilterDesk(const FilterParts &parts, QObject *parent);

private:
    void connectBox();
    void connectClicks();
    void connectBulk();

    FilterParts m_parts;
    BulkOrders *m_bulk;
};

} // namespace inflight
