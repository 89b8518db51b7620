// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screenshots/tour.h"

#include "ui/models/jobmodel.h"
#include "ui/panes/jobsview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr char pasted[] =
    "url,name\n"
    "https://example.org/page/[1-12],pages\n"
    "example.org/one,first\n"
    "https://example.org/one,again\n"
    "https://exa mple.org/spaces,spaces\n"
    "ftp://example.org/file,other scheme\n"
    "https://example.org/a/very/long/path/that/does/not/fit/into/its/column/at/all?q=1,long\n";

bool isFinishedRow(const QAbstractItemModel &model, int row)
{
    return isFinished(model.index(row, JobModel::State).data(JobModel::ViewRole).value<JobView>().state);
}

void askForMenu(QWidget &widget, const QPoint &at)
{
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget.mapToGlobal(at));
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

Tour::Tour(MainWindow &window, Gallery &gallery)
    : m_window(window)
    , m_gallery(gallery)
{}

void Tour::go()
{
    waitUntil([this] { return m_window.isVisible(); });
    m_gallery.take(m_window, u"before"_s);
    fetch();
    takeDocks();
    takeDetails();
    takeFilter();
    takeMenus();
    takeDialogs();
}

void Tour::fetch()
{
    press(u"fetch"_s);
    waitUntil([this] { return finished() > 12; });
    m_gallery.take(m_window, u"running"_s);
    takeWaterfall(u"running"_s);
    waitUntil([this] { return finished() > 40; });
    m_gallery.take(m_window, u"nearly"_s);
    // Two of the demo's jobs never end.
    waitUntil([this] { return finished() > 50; });
    press(u"cancelAll"_s);
    waitUntil(
        [this] { return finished() == m_window.findChild<JobsView *>(u"jobs"_s)->model()->rowCount(); });
    m_gallery.take(m_window, u"finished"_s);
    takeWaterfall(u"finished"_s);
}

void Tour::takeDocks()
{
    goTo(2);
    for (QDockWidget *const dock : m_window.findChildren<QDockWidget *>()) {
        const bool wasShown = dock->isVisible();
        dock->show();
        dock->raise();
        m_gallery.take(m_window, u"dock-"_s + dock->objectName());
        dock->setVisible(wasShown);
    }
}

void Tour::takeDetails()
{
    auto *const details = m_window.findChild<QDockWidget *>(u"details"_s);
    details->show();
    details->raise();
    auto *const pages = m_window.findChild<QTabWidget *>(u"detailsPages"_s);
    auto *const jobs = m_window.findChild<JobsView *>(u"jobs"_s);
    jobs->scrollToTop();
    for (const int row : {2, 37}) {
        goTo(row);
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            m_gallery.take(m_window, u"details-%1-%2"_s.arg(row).arg(page));
        }
    }
    pages->setCurrentIndex(0);
    jobs->selectAll();
    waitUntil([&pages] { return !pages->isVisible(); }); // their sums are shown in place of the pages
    m_gallery.take(m_window, u"details-all-rows"_s);
    jobs->clearSelection();
}

void Tour::takeFilter()
{
    auto *const filter = m_window.findChild<QLineEdit *>(u"filter"_s);
    m_window.activateWindow();
    filter->setFocus();
    filter->setText(u"is:failed"_s);
    m_gallery.take(m_window, u"filtered"_s);
    filter->setText(u"is:failed status-code:x"_s);
    m_gallery.take(m_window, u"filter-mistake"_s);
    filter->clear();
}

void Tour::takeMenus()
{
    for (QAction *const each : m_window.menuBar()->actions()) {
        if (QMenu *const menu = each->menu())
            m_gallery.takeOpened(
                [menu] {
                    menu->popup({0, 0});
                },
                u"menu-"_s + QString(each->text()).remove(u'&'));
    }
    auto *const jobs = m_window.findChild<JobsView *>(u"jobs"_s);
    goTo(3);
    m_gallery.takeOpened(
        [jobs] { askForMenu(*jobs->viewport(), jobs->visualRect(jobs->currentIndex()).center()); },
        u"menu-of-a-row"_s);
    m_gallery.takeOpened(
        [jobs] {
            askForMenu(*jobs->horizontalHeader()->viewport(), {20, 5});
        },
        u"menu-of-the-header"_s);
}

void Tour::takeDialogs()
{
    QGuiApplication::clipboard()->setText(QString::fromLatin1(pasted));
    takeByAction(u"pasteAction"_s, u"paste-preview"_s);
    takeByAction(u"exportAction"_s, u"export"_s);
    takeByAction(u"saveRunAction"_s, u"save-run"_s);
    takeByAction(u"settingsAction"_s, u"settings"_s);
    takePalette();
    takeByAction(u"aboutAction"_s, u"about"_s);
}

/// Not by selectRow(), which fails in a mirrored table.
void Tour::goTo(int row)
{
    auto *const jobs = m_window.findChild<JobsView *>(u"jobs"_s);
    jobs->setCurrentIndex(jobs->model()->index(row, 0));
}

/// It lies over the window.
void Tour::takePalette()
{
    action(u"paletteAction"_s)->trigger();
    m_gallery.take(m_window, u"palette"_s);
    if (QWidget *const query = QApplication::focusWidget())
        QTest::keyClick(query, Qt::Key_Escape);
}

/// A second view of the jobs, while there is one.
void Tour::takeWaterfall(const QString &when)
{
    QAction *const waterfall = action(u"waterfallAction"_s);
    if (!waterfall)
        return;
    waterfall->trigger();
    m_gallery.take(m_window, u"waterfall-"_s + when);
    waterfall->trigger();
}

void Tour::press(const QString &button)
{
    if (auto *const found = m_window.findChild<QPushButton *>(button))
        found->click();
}

void Tour::takeByAction(const QString &name, const QString &picture)
{
    QAction *const found = action(name);
    m_gallery.takeOpened(
        [found] {
            if (found)
                found->trigger();
        },
        picture);
}

QAction *Tour::action(const QString &name) const
{
    return m_window.findChild<QAction *>(name);
}

int Tour::finished() const
{
    const QAbstractItemModel &model = *m_window.findChild<JobsView *>(u"jobs"_s)->model();
    int count = 0;
    for (int row = 0; row < model.rowCount(); ++row)
        count += isFinishedRow(model, row) ? 1 : 0;
    return count;
}

} // namespace inflight
