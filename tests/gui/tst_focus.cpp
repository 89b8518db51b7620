// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDockWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace inflight;

namespace {

/// Those of `root` that the Tab key goes to.
QList<QWidget *> tabStops(const QWidget &root)
{
    QList<QWidget *> stops;
    const QList<QWidget *> all = root.findChildren<QWidget *>();
    for (QWidget *const widget : all) {
        const bool takesTab = (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy();
        // Docks behind another one are put outside.
        const QRect place(widget->mapTo(&root, QPoint(0, 0)), widget->size());
        if (takesTab && widget->isVisible() && widget->isEnabled() && root.rect().intersects(place))
            stops.append(widget);
    }
    return stops;
}

QString nameOf(const QWidget &widget)
{
    const QWidget *named = &widget;
    while (named->objectName().isEmpty() && named->parentWidget())
        named = named->parentWidget();
    return u"%1 in %2"_s.arg(QLatin1StringView(widget.metaObject()->className()), named->objectName());
}

/// A frame of focus may be drawn by whoever has the widget.
QImage around(QWidget &window, const QWidget &widget)
{
    constexpr int margin = 4;
    const QRect place(widget.mapTo(&window, QPoint(0, 0)), widget.size());
    return window.grab(place.adjusted(-margin, -margin, margin, margin)).toImage();
}

/// Those of `window` that look with the keyboard as they do without.
QStringList unseen(QWidget &window)
{
    // As after a press of Tab: before, styles do not draw it.
    window.setAttribute(Qt::WA_KeyboardFocusChange);
    QStringList names;
    const QList<QWidget *> stops = tabStops(window);
    for (QWidget *const stop : stops) {
        QWidget *const other = stops.at(stop == stops.constFirst() ? stops.size() - 1 : 0);
        other->setFocus(Qt::TabFocusReason);
        const QImage without = around(window, *stop);
        stop->setFocus(Qt::TabFocusReason);
        if (!stop->hasFocus())
            continue; // it was hidden or disabled by the one before
        if (around(window, *stop) == without)
            names.append(nameOf(*stop));
    }
    return names;
}

} // namespace

/// Whatever has the keyboard is seen to have it.
class TestFocus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
        QApplication::setCursorFlashTime(0);
    }

    void theWindowShowsIt()
    {
        Story story;
        story.window.resize(1400, 1000);
        story.fetch({u"/a"_s, u"/missing"_s, u"/never"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Succeeded"_s, u"Failed"_s, u"Running"_s}),
                                  patience);
        story.view()->selectRow(1);
        const QList<QDockWidget *> docks = story.window.findChildren<QDockWidget *>();
        QVERIFY(!docks.isEmpty());
        QVERIFY(tabStops(story.window).size() > 10);
        QStringList names;
        for (QDockWidget *const dock : docks) {
            dock->show();
            dock->raise();
            QTRY_VERIFY(!dock->widget()->visibleRegion().isEmpty());
            // It is filled when it is looked at.
            QTRY_VERIFY(story.find<QTableView>(u"distributionTable"_s)->model()->rowCount() > 0 ||
                        dock->objectName() != u"distributions"_s);
            names += unseen(story.window);
        }
        names.removeDuplicates();
        QVERIFY2(names.isEmpty(), qPrintable(names.join(u", "_s)));
    }

    void theSettingsShowIt()
    {
        Story story;
        story.fetch({u"/a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.state(0), u"Succeeded"_s, patience);
        auto *const opens = story.find<QAction>(u"settingsAction"_s);
        QVERIFY(opens);
        opens->trigger();
        QDialog *dialog = nullptr;
        const auto isOpen = [&] {
            const QList<QDialog *> dialogs = story.window.findChildren<QDialog *>();
            for (QDialog *const each : dialogs) {
                if (each->isVisible())
                    dialog = each;
            }
            return dialog != nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isOpen(), patience);
        dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        const QStringList names = unseen(*dialog);
        QVERIFY2(names.isEmpty(), qPrintable(names.join(u", "_s)));
        dialog->close();
    }

private:
    QTemporaryDir m_config;
};

QTEST_MAIN(TestFocus)
#include "tst_focus.moc"
