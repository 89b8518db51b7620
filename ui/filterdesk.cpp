// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filterdesk.h"

#include "jobs/engine.h"
#include "jobs/filter/filtertext.h"
#include "ui/bulkorders.h"
#include "ui/distributionsdock.h"
#include "ui/errorsdock.h"
#include "ui/models/filtervalues.h"
#include "ui/models/joborder.h"
#include "ui/originsdock.h"
#include "ui/panes/controlsbar.h"
#include "ui/panes/filterbox.h"
#include "ui/panes/funnel.h"
#include "ui/panes/jobsview.h"
#include "ui/panes/summarybar.h"

using namespace Qt::StringLiterals;

namespace inflight {

FilterDesk::FilterDesk(const FilterParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_bulk(new BulkOrders(parts.engine, parts.jobs, parts.order, this))
{
    connectBox();
    connectClicks();
    connectBulk();
}

void FilterDesk::connectBox()
{
    FilterBox &box = m_parts.controls.filter();
    box.setValues([&jobs = m_parts.jobs](const QString &keyword) { return filterValues(keyword, jobs); });
    connect(&box, &FilterBox::filterChanged, &m_parts.order, &JobOrder::setFilter);
    connect(&box, &FilterBox::filterChanged, this, [this](const JobFilter &filter) {
        m_parts.controls.setFiltered(!filter.isEmpty());
        m_parts.view.noteFilter();
    });
    const auto showPartial = [this] { m_parts.controls.setPartial(m_parts.order.isPartial()); };
    connect(&box, &FilterBox::filterChanged, this, showPartial);
    connect(&m_parts.order, &JobOrder::answered, this, showPartial);
    connect(&m_parts.order, &JobOrder::rearranged, this, showPartial);
}

void FilterDesk::connectClicks()
{
    FilterBox *const box = &m_parts.controls.filter();
    connect(&m_parts.view, &JobsView::showOnlyRequested, box, &FilterBox::showOnly);
    connect(&m_parts.view, &JobsView::leaveOutRequested, box, &FilterBox::leaveOut);
    connect(&m_parts.origins, &OriginsDock::jobsRequested, box, &FilterBox::showOnly);
    connect(&m_parts.errors, &ErrorsDock::jobsRequested, box, &FilterBox::showOnly);
    connect(&m_parts.distributions, &DistributionsDock::jobsRequested, box, &FilterBox::showOnly);
    connect(&m_parts.distributions, &DistributionsDock::wordDropped, box, &FilterBox::drop);
    connect(box, &FilterBox::textChanged, &m_parts.distributions, &DistributionsDock::noteFilter);
    // Choosing the same again shows all jobs.
    connect(&m_parts.summary, &SummaryBar::jobsRequested, box, &FilterBox::toggle);
    connect(&m_parts.funnel, &Funnel::stageChosen, box,
            [box](const QString &stage) { box->toggle(filterWord(u"stage"_s, stage)); });
}

void FilterDesk::connectBulk()
{
    connect(&m_parts.controls, &ControlsBar::cancelAllRequested, m_bulk, &BulkOrders::cancelAll);
    connect(&m_parts.controls, &ControlsBar::cancelSlowRequested, m_bulk, &BulkOrders::cancelSlow);
    connect(&m_parts.controls, &ControlsBar::retryFailedRequested, m_bulk, &BulkOrders::retryFailed);
    connect(&m_parts.view, &JobsView::cancelAllRequested, m_bulk, &BulkOrders::cancelAll);
    connect(&m_parts.view, &JobsView::cancelSlowRequested, m_bulk, &BulkOrders::cancelSlow);
    connect(&m_parts.view, &JobsView::retryFailedRequested, m_bulk, &BulkOrders::retryFailed);
}

} // namespace inflight
