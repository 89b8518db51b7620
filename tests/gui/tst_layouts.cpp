// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window laid out from right to left, and with text of twice its size.

#include "gui/windowstory.h"
#include "ui/delegates/stagestrip.h"
#include "ui/windowstyle.h"

#include <QApplication>
#include <QCheckBox>
#include <QDockWidget>
#include <QFont>
#include <QHeaderView>
#include <QImage>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// How far from the left of `image` its ink lies on average, 0 to 1; what differs from the corner is ink.
double balance(const QImage &image)
{
    const QRgb ground = image.pixel(image.width() / 2, 0);
    double sum = 0;
    double count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (std::abs(qGray(image.pixel(x, y)) - qGray(ground)) < 40)
                continue;
            sum += x;
            ++count;
        }
    }
    return count > 0 ? sum / count / image.width() : 0.5;
}

QImage cellPicture(const Story &story, int row, int column)
{
    const QRect cell = story.view()->visualRect(story.view()->model()->index(row, column));
    return story.view()->viewport()->grab(cell.adjusted(2, 3, -2, -3)).toImage();
}

} // namespace

class TestLayouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_config = std::make_unique<QTemporaryDir>();
        QVERIFY(m_config->isValid());
        qputenv("XDG_CONFIG_HOME", m_config->path().toLocal8Bit());
    }

    void cleanup()
    {
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QApplication::setFont(m_font);
    }

    void stripsBeginWhereReadingDoes()
    {
        const QRect strip(10, 0, 100, 14);
        for (int stage = 0; stage < 3; ++stage) {
            const QRect mirrored = stageSegment(strip, stage, 3, Qt::RightToLeft);
            QCOMPARE(mirrored, stageSegment(strip, 2 - stage, 3));
            QCOMPARE(stageAt(strip, mirrored.center().x(), 3, Qt::RightToLeft), stage);
        }
    }

    void cellsAreMirrored()
    {
        double state = 0;
        double stages = 0;
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QApplication::setLayoutDirection(direction);
            Story story;
            story.fetch({u"/missing"_s});
            QTRY_COMPARE_WITH_TIMEOUT(story.states(), QStringList{u"Failed"_s}, patience);
            QTRY_VERIFY(story.cell(0, JobModel::Status) == u"404"_s);
            const double stateNow = balance(cellPicture(story, 0, JobModel::State));
            const double stagesNow = balance(cellPicture(story, 0, JobModel::Stages));
            if (direction == Qt::LeftToRight) {
                QVERIFY2(stateNow < 0.5, qPrintable(QString::number(stateNow)));
                state = stateNow;
                stages = stagesNow;
            } else {
                QVERIFY2(stateNow > 0.5, qPrintable(QString::number(stateNow)));
                QVERIFY(std::abs(stateNow - (1 - state)) < 0.1);
                QVERIFY(std::abs(stagesNow - (1 - stages)) < 0.1);
            }
        }
    }

    void urlsReadFromLeftToRightEverywhere()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        const Story story;
        QCOMPARE(story.find<QWidget>(u"urls"_s)->layoutDirection(), Qt::LeftToRight);
        QCOMPARE(story.view()->layoutDirection(), Qt::RightToLeft);
    }

    void theFirstErrorIsSelected()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Story story;
        story.fetch({u"/missing"_s});
        auto *const table = story.find<QTableView>(u"errorTable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, patience);
        QTRY_VERIFY(table->selectionModel()->hasSelection());
    }

    void theFunnelsKeysGoWhereTheyPoint()
    {
        for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            QApplication::setLayoutDirection(direction);
            const Story story;
            auto *const first = story.find<QToolButton>(u"funnelStage0"_s);
            auto *const second = story.find<QToolButton>(u"funnelStage1"_s);
            first->setFocus();
            const bool isRight = second->mapToGlobal(QPoint()).x() > first->mapToGlobal(QPoint()).x();
            QTest::keyClick(first, isRight ? Qt::Key_Right : Qt::Key_Left);
            QTRY_VERIFY(second->hasFocus());
        }
    }

    void largeTextFits()
    {
        enlargeText();
        Story story;
        // With the panes below the table it is higher than that.
        for (QDockWidget *const dock : story.window.findChildren<QDockWidget *>()) {
            if (story.window.dockWidgetArea(dock) == Qt::BottomDockWidgetArea)
                dock->hide();
        }
        story.window.resize(1280, 800);
        QVERIFY2(story.window.minimumSizeHint().width() <= 1280,
                 qPrintable(QString::number(story.window.minimumSizeHint().width())));
        QVERIFY2(story.window.minimumSizeHint().height() <= 800,
                 qPrintable(QString::number(story.window.minimumSizeHint().height())));
        story.fetch({u"/a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), QStringList{u"Succeeded"_s}, patience);
        // The controls' rows, known once they are laid out, are part of what it needs.
        QTRY_VERIFY(story.window.minimumSizeHint().height() <= 800);
        story.window.resize(1280, 800);
        QTRY_VERIFY(story.window.height() <= 800);
        auto *const filter = story.find<QWidget>(u"filter"_s);
        QVERIFY(filter->height() >= filter->minimumSizeHint().height());
        QVERIFY(filter->visibleRegion().boundingRect().height() == filter->height());
        for (const QPushButton *const button : story.window.findChildren<QPushButton *>()) {
            if (button->isVisible())
                QVERIFY2(button->width() >= button->minimumSizeHint().width() &&
                             button->height() >= button->minimumSizeHint().height(),
                         qPrintable(button->objectName() + button->text()));
        }
    }

    void whatIsTickedGrowsWithTheText()
    {
        WindowStyle style;
        QCheckBox box;
        const auto width = [&] { return style.pixelMetric(QStyle::PM_IndicatorWidth, nullptr, &box); };
        const int usual = width();
        QFont font = box.font();
        font.setPointSizeF(font.pointSizeF() * 3);
        box.setFont(font);
        QVERIFY2(width() > 3 * usual / 2, qPrintable(QString::number(width())));
        QVERIFY(width() < box.fontMetrics().height());
    }

    void largeTextHasWideColumns()
    {
        enlargeText();
        const Story story;
        const QFontMetrics metrics = story.view()->fontMetrics();
        QVERIFY(story.view()->verticalHeader()->defaultSectionSize() > metrics.height());
        for (int column = 0; column < JobModel::ColumnCount; ++column) {
            const QString title = story.view()->model()->headerData(column, Qt::Horizontal).toString();
            QVERIFY2(story.view()->columnWidth(column) > metrics.horizontalAdvance(title), qPrintable(title));
        }
        QCOMPARE(story.find<QPlainTextEdit>(u"urls"_s)->font().pointSizeF(),
                 QApplication::font().pointSizeF());
    }

    void columnsOfSmallerTextAreNotKept()
    {
        {
            Story story;
            story.window.close();
        }
        enlargeText();
        const Story story;
        QVERIFY(story.view()->columnWidth(JobModel::Status) >
                story.view()->fontMetrics().horizontalAdvance(u"Status"_s));
    }

private:
    void enlargeText()
    {
        QFont font = m_font;
        font.setPointSizeF(m_font.pointSizeF() * 2);
        QApplication::setFont(font);
    }

    std::unique_ptr<QTemporaryDir> m_config;
    const QFont m_font = QApplication::font();
};

QTEST_MAIN(TestLayouts)
#include "tst_layouts.moc"
