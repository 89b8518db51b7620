// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/engine.h"
#include "ui/details/selectiondigest.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace inflight {

class DetailsPane;
class JobModel;
class JobsView;

/// Keeps the Details on the table's current job, at most five times a second, and has the engine tell what it
/// knows of that job; where several are selected, on those, once a second. UI thread.
class DetailsFeed final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DetailsFeed)

public:
    /// All of them must outlive this.
    DetailsFeed(Engine &engine, const JobModel &jobs, const JobsView &view, DetailsPane &pane);

    /// After the model took `batch` over.
    void follow(const ChangeBatch &batch);

private:
    void takeCurrent();
    void takeSelection();
    void sumUp();
    void takeContents(const JobContents &contents);
    void askForContents();
    void refresh();

    Engine &m_engine;
    const JobModel &m_jobs;
    const JobsView &m_view;
    DetailsPane &m_pane;
    SelectionDigest m_digest;
    QTimer m_refresh;
    QTimer m_sumUp;
    std::optional<JobId> m_job;                    ///< stays when the filter hides the row
    std::shared_ptr<const JobContents> m_contents; ///< of m_job
    KeptRecord m_askedFor;                         ///< the record when bodies were asked for last
    bool m_severalSelected = false;
};

} // namespace inflight
