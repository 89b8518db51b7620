// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobactions.h"

#include "jobs/humantext.h"
#include "net/redaction.h"
#include "ui/models/joborder.h"
#include "ui/models/jobtext.h"
#include "ui/models/jobwords.h"
#include "ui/panes/rowscopy.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace inflight {

JobActions::JobActions(QTableView &view, JobModel &jobs, JobOrder &order)
    : QObject(&view)
    , m_view(view)
    , m_jobs(jobs)
    , m_order(order)
{
    addOnJobs();
    addSeparator();
    addRetries();
    addSeparator();
    addRemovals();
    addSeparator();
    addFilters();
    addSeparator();
    addCopies();

    m_update.setInterval(100ms);
    m_update.setSingleShot(true);
    connect(&m_update, &QTimer::timeout, this, &JobActions::update);
    update();
}

void JobActions::addOnJobs()
{
    // The table itself sees to Enter, which is Cancel in one column.
    m_details = add(tr("Show &details\tEnter"), tr("All there is to know about the current job"),
                    u"detailsAction"_s, {}, &JobActions::detailsRequested);
    addSeparator();
    m_cancel = add(tr("&Cancel selected"), tr("Cancel the selected jobs that are not finished"),
                   u"cancelAction"_s, QKeySequence(Qt::CTRL | Qt::Key_Period), &JobActions::cancelSelected);
    m_cancelOrigin = add({}, tr("Cancel everything unfinished of the current job's origin"),
                         u"cancelOriginOfJobAction"_s, {}, &JobActions::cancelOrigin);
    m_cancelInStage = add({}, tr("Cancel the running jobs that are in the same stage as the current one"),
                          u"cancelInStageAction"_s, {}, &JobActions::cancelInStage);
    m_cancelSlow = add({}, tr("Cancel the running jobs that are marked slow"), u"cancelSlowAction"_s, {},
                       &JobActions::cancelSlowRequested);
    m_cancelAll = add({}, tr("Cancel every job that is not finished"), u"cancelAllAction"_s, {},
                      &JobActions::cancelAllRequested);
    // Wherever the keyboard is, it is about the selected rows.
    m_cancel->setShortcutContext(Qt::WindowShortcut);
}

void JobActions::addRetries()
{
    m_retry = add(tr("&Retry selected"), tr("Queue the selected jobs that are finished again"),
                  u"retryAction"_s, QKeySequence(Qt::CTRL | Qt::Key_R), &JobActions::retrySelected);
    m_retry->setShortcutContext(Qt::WindowShortcut);
    m_retryFailed = add({}, tr("Queue every failed job again"), u"retryFailedAction"_s, {},
                        &JobActions::retryFailedRequested);
    m_again = add(tr("Ru&n again without fetching"),
                  tr("Take the kept bodies of the selected jobs through the stages again"),
                  u"runAgainAction"_s, {}, nullptr);
    m_again->setMenu(new QMenu(&m_view));
    connect(m_again->menu(), &QMenu::aboutToShow, this, &JobActions::fillAgainMenu);
}

void JobActions::addRemovals()
{
    m_remove = add(tr("Re&move selected"),
                   tr("Take the rows of the selected jobs that are finished out of the table"),
                   u"removeAction"_s, QKeySequence::Delete, &JobActions::removeRequested);
    m_removeFinished = add(tr("Remo&ve all finished"),
                           tr("Take the rows of all finished jobs that are shown out of the table"),
                           u"removeFinishedAction"_s, {}, &JobActions::removeFinishedRequested);
}

/// Their shortcuts are about what has the keyboard.
void JobActions::addCopies()
{
    m_paste = new QAction(tr("&Paste…"), this);
    m_paste->setObjectName(u"pasteAction"_s);
    m_paste->setStatusTip(tr("See what is on the clipboard before it is fetched"));
    m_paste->setShortcuts(QKeySequence::Paste);
    m_paste->setShortcutContext(Qt::WidgetShortcut);
    connect(m_paste, &QAction::triggered, this, &JobActions::pasteRequested);
    m_view.addAction(m_paste);
    m_menu.append(m_paste);
    m_copies = {add(tr("Copy r&ows"), tr("Copy the selected rows as they are shown, tab-separated"),
                    u"copyRowsAction"_s, QKeySequence::Copy, &JobActions::copyRows),
                add(tr("Cop&y rows as"), tr("Copy the selected rows in another format"),
                    u"copyRowsAsAction"_s, {}, nullptr),
                add(tr("Copy &URL"), tr("Copy the URLs of the selected jobs, with secrets as •••"),
                    u"copyUrlsAction"_s, {}, &JobActions::copyUrls),
                add(tr("Copy URL with &secrets"),
                    tr("Copy the URLs of the selected jobs as they are fetched"),
                    u"copyUrlsWithSecretsAction"_s, {}, &JobActions::copyUrlsWithSecrets)};
    fillCopyMenu();
    m_selectAll = add(tr("S&elect all shown"), tr("Select every job that is shown"), u"selectAllAction"_s,
                      QKeySequence::SelectAll, nullptr);
    connect(m_selectAll, &QAction::triggered, &m_view, &QAbstractItemView::selectAll);
}

QAction *JobActions::add(const QString &text, const QString &tip, const QString &name,
                         const QKeySequence &shortcut, void (JobActions::*slot)())
{
    auto *action = new QAction(text, this);
    action->setStatusTip(tip);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetShortcut);
    if (slot)
        connect(action, &QAction::triggered, this, slot);
    m_view.addAction(action);
    m_menu.append(action);
    return action;
}

void JobActions::addFilters()
{
    m_showOnly =
        add({}, tr("Filter by what is in the current cell"), u"showOnlyAction"_s, {}, &JobActions::showOnly);
    m_leaveOut = add({}, tr("Leave out the jobs that are like the current cell"), u"leaveOutAction"_s, {},
                     &JobActions::leaveOut);
    m_filterBy = add(tr("&Filter by"), tr("Filter by anything about the current job"), u"filterByAction"_s,
                     {}, nullptr);
    m_filterBy->setMenu(new QMenu(&m_view));
    connect(m_filterBy->menu(), &QMenu::aboutToShow, this, &JobActions::fillFilterMenu);
}

void JobActions::addSeparator()
{
    auto *separator = new QAction(this);
    separator->setSeparator(true);
    m_view.addAction(separator);
    m_menu.append(separator);
}

void JobActions::updateSoon()
{
    if (!m_update.isActive())
        m_update.start();
}

void JobActions::update()
{
    const bool anyFinished = anySelected([](const JobView &job) { return isFinished(job.state); });
    const bool anyUnfinished = anySelected([](const JobView &job) { return !isFinished(job.state); });
    m_cancel->setEnabled(anyUnfinished);
    updateCancels();
    updateFilters();
    m_retry->setEnabled(anyFinished);
    m_again->setEnabled(m_jobs.stageNames().size() > 1 &&
                        anySelected([](const JobView &job) { return job.stored && isFinished(job.state); }));
    m_details->setEnabled(anyFinished || anyUnfinished);
    m_remove->setEnabled(anyFinished || anyUnfinished);
    m_removeFinished->setEnabled(m_jobs.jobs().totals().finished() > 0);
    for (QAction *copy : std::as_const(m_copies))
        copy->setEnabled(anyFinished || anyUnfinished);
}

const JobView *JobActions::currentJob() const
{
    const QModelIndex current = m_view.currentIndex();
    return current.isValid() ? &m_jobs.jobs().view(m_order.sourceRow(current.row())) : nullptr;
}

void JobActions::updateCancels()
{
    const JobTable &jobs = m_jobs.jobs();
    const JobView *job = currentJob();
    const OriginStatus *origin = job ? jobs.origin(job->origin) : nullptr;
    const int ofOrigin = origin ? jobs.jobsOf(job->origin).unfinished : 0;
    m_cancelOrigin->setText(
        ofOrigin > 0 ? tr("Cancel this ori&gin's jobs: %1 of %2").arg(formatCount(ofOrigin), origin->text)
                     : tr("Cancel this ori&gin's jobs"));
    m_cancelOrigin->setEnabled(ofOrigin > 0);

    const int stage = job && job->state == JobState::Running ? currentStage(*job) : -1;
    m_cancelInStage->setText(
        stage < 0 ? tr("Cancel the jobs in this s&tage")
                  : tr("Cancel the jobs in this s&tage: %1").arg(m_jobs.stageNames(*job).value(stage)));
    m_cancelInStage->setEnabled(stage >= 0);

    const RunTotals &totals = jobs.totals();
    const bool isFiltered = m_order.isFiltered();
    m_removeFinished->setText(isFiltered ? tr("Remo&ve the finished jobs shown")
                                         : tr("Remo&ve all finished"));
    m_cancelSlow->setText(isFiltered ? tr("Cancel the s&low jobs shown")
                                     : tr("Cancel s&low jobs: %1").arg(formatCount(totals.slow)));
    m_cancelSlow->setEnabled(totals.slow > 0);
    m_cancelAll->setText(isFiltered ? tr("Cancel &all jobs shown")
                                    : tr("Cancel &all jobs: %1").arg(formatCount(totals.unfinished())));
    m_cancelAll->setEnabled(totals.unfinished() > 0);
    m_retryFailed->setText(m_order.isPartial()
                               ? tr("Retry the fa&iled jobs shown")
                               : tr("Retry all fa&iled jobs: %1").arg(formatCount(totals.failed)));
    m_retryFailed->setEnabled(totals.failed > 0);
}

QList<JobWord> JobActions::currentWords() const
{
    const QModelIndex current = m_view.currentIndex();
    return current.isValid() ? jobWords(m_jobs, m_order.sourceRow(current.row()), current.column())
                             : QList<JobWord>();
}

void JobActions::updateFilters()
{
    const QList<JobWord> words = currentWords();
    const QString label = words.isEmpty() ? tr("jobs like this") : words.first().label;
    m_showOnly->setText(tr("Sho&w only %1").arg(label));
    m_leaveOut->setText(tr("&Hide %1").arg(label));
    for (QAction *const action : {m_showOnly, m_leaveOut, m_filterBy})
        action->setEnabled(!words.isEmpty());
}

void JobActions::fillFilterMenu()
{
    QMenu &menu = *m_filterBy->menu();
    menu.clear();
    const QList<JobWord> words = currentWords();
    for (const JobWord &each : words)
        menu.addAction(tr("Only %1").arg(each.label), this,
                       [this, word = each.word] { Q_EMIT showOnlyRequested(word); })
            ->setStatusTip(each.word);
    menu.addSeparator();
    for (const JobWord &each : words)
        menu.addAction(tr("Not %1").arg(each.label), this,
                       [this, word = each.word] { Q_EMIT leaveOutRequested(word); })
            ->setStatusTip(u'-' + each.word);
}

void JobActions::showOnly()
{
    const QList<JobWord> words = currentWords();
    if (!words.isEmpty())
        Q_EMIT showOnlyRequested(words.first().word);
}

void JobActions::leaveOut()
{
    const QList<JobWord> words = currentWords();
    if (!words.isEmpty())
        Q_EMIT leaveOutRequested(words.first().word);
}

bool JobActions::anySelected(const std::function<bool(const JobView &)> &holds) const
{
    if (!m_view.selectionModel())
        return false;
    const QItemSelection selection = m_view.selectionModel()->selection();
    return std::ranges::any_of(selection, [this, &holds](const QItemSelectionRange &range) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (holds(m_jobs.jobs().view(m_order.sourceRow(row))))
                return true;
        }
        return false;
    });
}

QList<JobId> JobActions::selectedJobs() const
{
    QList<int> rows;
    const QItemSelection selection = m_view.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.append(row);
    }
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());

    QList<JobId> ids;
    for (const int row : std::as_const(rows))
        ids.append(static_cast<JobId>(m_order.sourceRow(row)));
    return ids;
}

void JobActions::cancelSelected()
{
    Q_EMIT cancelRequested(selectedJobs());
}

void JobActions::cancelOrigin()
{
    if (const JobView *job = currentJob())
        Q_EMIT cancelOriginRequested(job->origin);
}

void JobActions::cancelInStage()
{
    const JobView *job = currentJob();
    const int stage = job ? currentStage(*job) : -1;
    if (stage >= 0)
        Q_EMIT cancelInStageRequested(stage, m_jobs.stageNames(*job).value(stage));
}

void JobActions::retrySelected()
{
    Q_EMIT retryRequested(selectedJobs());
}

void JobActions::fillAgainMenu()
{
    QMenu &menu = *m_again->menu();
    menu.clear();
    const QStringList &names = m_jobs.stageNames();
    for (int stage = 1; stage < names.size(); ++stage)
        menu.addAction(tr("From %1").arg(names.at(stage)), this,
                       [this, stage] { Q_EMIT runAgainRequested(selectedJobs(), stage - 1); })
            ->setStatusTip(tr("Take the kept bodies through this stage and those behind it"));
}

void JobActions::fillCopyMenu()
{
    auto *menu = new QMenu(&m_view);
    const auto addFormat = [this, menu](const QString &text, const QString &name, auto make) {
        QAction *action =
            menu->addAction(text, this, [this, make] { m_copier.copy(make(), selectedSourceRows()); });
        action->setObjectName(name);
        action->setStatusTip(tr("Copy the selected rows with the columns that are shown"));
    };
    addFormat(tr("&CSV"), u"copyRowsAsCsvAction"_s, [this] { return rowsAsCsv(m_jobs, shownColumns()); });
    addFormat(tr("&Markdown"), u"copyRowsAsMarkdownAction"_s,
              [this] { return rowsAsMarkdown(m_jobs, shownColumns()); });
    addFormat(tr("&JSON"), u"copyRowsAsJsonAction"_s, [this] { return jobsAsJson(m_jobs.jobs()); });
    m_copies.at(1)->setMenu(menu);
}

/// Rows of JobModel: the order may change while they are copied.
QList<int> JobActions::selectedSourceRows() const
{
    const QList<JobId> jobs = selectedJobs();
    return {jobs.cbegin(), jobs.cend()};
}

QList<int> JobActions::shownColumns() const
{
    QList<int> columns;
    for (int visual = 0; visual < JobModel::ColumnCount; ++visual) {
        const int column = m_view.horizontalHeader()->logicalIndex(visual);
        if (column != JobModel::Cancel && !m_view.isColumnHidden(column))
            columns.append(column);
    }
    return columns;
}

void JobActions::copyRows()
{
    m_copier.copy(rowsAsTsv(m_jobs, shownColumns()), selectedSourceRows());
}

void JobActions::copyUrls()
{
    QStringList urls;
    for (const JobId id : selectedJobs())
        urls.append(displayUrl(m_jobs.jobs().url(static_cast<int>(id)), Secrets::Redacted));
    QGuiApplication::clipboard()->setText(urls.join(u'\n'));
}

void JobActions::copyUrlsWithSecrets()
{
    QStringList urls;
    for (const JobId id : selectedJobs())
        urls.append(m_jobs.jobs().url(static_cast<int>(id)));
    QGuiApplication::clipboard()->setText(urls.join(u'\n'));
}

} // namespace inflight
