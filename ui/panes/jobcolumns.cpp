// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/jobcolumns.h"

#include "ui/models/jobmodel.h"

#include <QDataStream>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

JobColumns::JobColumns(QTableView &view, const JobModel &jobs)
    : QObject(&view)
    , m_view(view)
    , m_jobs(jobs)
{
    setDefaultWidths();
    connect(&header(), &QHeaderView::sectionResized, this, [this](int section) {
        if (m_fitting)
            return;
        m_stateIsShared = false;
        if (section != JobModel::Url)
            fitUrl();
    });
    connect(&header(), &QHeaderView::sectionMoved, this, &JobColumns::changed);
}

QHeaderView &JobColumns::header() const
{
    return *m_view.horizontalHeader();
}

QByteArray JobColumns::save() const
{
    QByteArray columns;
    QDataStream stream(&columns, QIODevice::WriteOnly);
    stream << m_view.fontMetrics().height() << header().saveState();
    return columns;
}

void JobColumns::restore(const QByteArray &columns)
{
    QDataStream stream(columns);
    int textHeight = 0;
    QByteArray state;
    stream >> textHeight >> state;
    if (!header().restoreState(state))
        return;
    // Widths are in pixels: those of smaller letters would cut larger ones off.
    m_stateIsShared = textHeight != m_view.fontMetrics().height();
    if (m_stateIsShared)
        setDefaultWidths();
    Q_EMIT changed();
}

void JobColumns::fit()
{
    if (m_stateIsShared)
        shareState();
    else
        fitUrl();
}

bool JobColumns::isShown(int column) const
{
    return !header().isSectionHidden(column);
}

bool JobColumns::canHide(int column)
{
    return column != JobModel::Url;
}

void JobColumns::setShown(int column, bool isShown)
{
    if (!canHide(column) || isShown == this->isShown(column))
        return;
    {
        const QScopedValueRollback fitting(m_fitting, true);
        header().setSectionHidden(column, !isShown);
    }
    fit();
    Q_EMIT changed();
}

/// -1: there is none on that side.
int JobColumns::placeBeside(int column, int step) const
{
    int place = header().visualIndex(column);
    if (place < 0)
        return -1;
    do {
        place += step;
    } while (place >= 0 && place < header().count() && !isShown(header().logicalIndex(place)));
    return place < header().count() ? place : -1;
}

void JobColumns::move(int column, int step)
{
    if (const int place = placeBeside(column, step); place >= 0)
        header().moveSection(header().visualIndex(column), place);
}

void JobColumns::reset()
{
    {
        const QScopedValueRollback fitting(m_fitting, true);
        for (int column = 0; column < header().count(); ++column) {
            header().setSectionHidden(column, false);
            header().moveSection(header().visualIndex(column), column);
        }
    }
    m_stateIsShared = true;
    setDefaultWidths();
    Q_EMIT changed();
}

void JobColumns::setDefaultWidths()
{
    m_fitting = true;
    m_view.setColumnWidth(
        JobModel::Stages,
        (2 * m_view.fontMetrics().height() + 2) * static_cast<int>(m_jobs.stageNames().size()) + 8);
    m_view.setColumnWidth(JobModel::Status, widthOf(titleOf(JobModel::Status)));
    m_view.setColumnWidth(JobModel::Size, widthOf(u"999.9 MB"_s));
    m_view.setColumnWidth(JobModel::Time, widthOf(u"59 min 59 s"_s));
    m_view.setColumnWidth(JobModel::Cancel, widthOf(titleOf(JobModel::Cancel)) + 8);
    m_fitting = false;
    shareState();
}

QString JobColumns::titleOf(int column) const
{
    return m_view.model()->headerData(column, Qt::Horizontal).toString();
}

int JobColumns::widthOf(const QString &sample) const
{
    return m_view.fontMetrics().horizontalAdvance(sample) + 16;
}

void JobColumns::shareState()
{
    if (isShown(JobModel::State)) {
        const int others =
            header().length() - m_view.columnWidth(JobModel::Url) - m_view.columnWidth(JobModel::State);
        const int most = widthOf(u"▲   Running slow: 14.2 s in fetch; median 999 ms"_s);
        const int least = widthOf(u"✓   Cancelled ⚿   TLS not verified"_s);
        m_fitting = true;
        m_view.setColumnWidth(JobModel::State,
                              std::clamp((m_view.viewport()->width() - others) * 5 / 8, least, most));
        m_fitting = false;
    }
    fitUrl();
}

void JobColumns::fitUrl()
{
    if (m_fitting)
        return;
    m_fitting = true;
    const int others = header().length() - m_view.columnWidth(JobModel::Url);
    m_view.setColumnWidth(JobModel::Url,
                          std::max(widthOf(u"https://example.org/a"_s), m_view.viewport()->width() - others));
    m_fitting = false;
}

} // namespace inflight
