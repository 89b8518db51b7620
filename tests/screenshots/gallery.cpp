// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "screenshots/gallery.h"

#include <QApplication>
#include <QPixmap>
#include <QTest>
#include <QTimer>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

constexpr int patience = 10'000;

QWidgetList visibleWindows()
{
    QWidgetList windows;
    for (QWidget *const widget : QApplication::topLevelWidgets()) {
        if (widget->isVisible() && widget->windowType() != Qt::ToolTip)
            windows.append(widget);
    }
    return windows;
}

} // namespace

bool waitUntil(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, patience);
}

Gallery::Gallery(const QString &folder)
    : m_folder(folder)
{
    m_folder.mkpath(u"."_s);
}

void Gallery::take(QWidget &widget, const QString &name)
{
    // What follows changes by timers of up to a few frames has settled after the second round.
    for (int round = 0; round < 2; ++round) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents(QEventLoop::AllEvents, 200);
    }
    const QString file = u"%1-%2.png"_s.arg(++m_count, 2, 10, QChar(u'0')).arg(name);
    if (!widget.grab().save(m_folder.filePath(file)))
        m_missing.append(name);
}

void Gallery::takeOpened(const std::function<void()> &open, const QString &name)
{
    const QWidgetList before = visibleWindows();
    bool taken = false;
    // By a timer: a menu may well have an event loop of its own while it is open.
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        for (QWidget *const window : visibleWindows()) {
            if (before.contains(window))
                continue;
            look.stop();
            take(*window, name);
            window->close();
            taken = true;
            return;
        }
    });
    look.start(50);
    open();
    if (!waitUntil([&taken] { return taken; }))
        m_missing.append(name);
    waitUntil([&before] { return visibleWindows().size() <= before.size(); });
}

} // namespace inflight
