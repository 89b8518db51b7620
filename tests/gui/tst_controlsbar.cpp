// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "ui/panes/controlsbar.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace inflight;
using namespace std::chrono_literals;

class TestControlsBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
    }

    void showsTheRateItStartsWith()
    {
        RunSettings run = storySettings();
        run.rate = {.count = 5, .period = 15s};
        const ControlsBar bar(run);
        QCOMPARE(bar.findChild<QLineEdit *>(u"rate"_s)->text(), u"5/15s"_s);
    }

    void limitsTheRateOfARun()
    {
        Story story;
        auto *rate = story.find<QLineEdit>(u"rate"_s);
        rate->setFocus();
        QTest::keyClicks(rate, u"1/h"_s);
        QTest::keyClick(rate, Qt::Key_Return);
        story.fetch({u"/a"_s, u"/b"_s});
        QTRY_VERIFY_WITH_TIMEOUT(story.cell(1, JobModel::State).startsWith(u"Queued · rate: next in "_s),
                                 patience);
        QTRY_COMPARE_WITH_TIMEOUT(story.state(0), u"Succeeded"_s, patience);
        QCOMPARE(story.server.requestCount(), 1);
        rate->setFocus();
        rate->selectAll();
        QTest::keyClick(rate, Qt::Key_Delete);
        story.view()->setFocus(); // leaving the line is enough
        QTRY_COMPARE_WITH_TIMEOUT(story.state(1), u"Succeeded"_s, patience);
    }

    void refusesWhatIsNoRate()
    {
        const ControlsBar bar(storySettings());
        const QSignalSpy changed(&bar, &ControlsBar::rateChanged);
        auto *rate = bar.findChild<QLineEdit *>(u"rate"_s);
        auto *message = bar.findChild<QLabel *>(u"filterMessage"_s);
        QTest::keyClicks(rate, u"5 per second"_s);
        QVERIFY(message->isHidden());
        QTest::keyClick(rate, Qt::Key_Return);
        QVERIFY(!message->isHidden());
        QVERIFY2(message->text().contains(u"“5 per second” is not a rate"_s), qPrintable(message->text()));
        QCOMPARE(changed.size(), 0);

        bar.findChild<QLineEdit *>(u"filter"_s)->setText(u"is:x"_s);
        QVERIFY(message->text().contains(u"not a rate"_s) && message->text().contains(u"is: needs"_s));
        QTest::keyClick(rate, Qt::Key_Escape);
        QCOMPARE(rate->text(), QString());
        QVERIFY(!message->text().contains(u"not a rate"_s));
        QVERIFY(!message->isHidden());

        QTest::keyClicks(rate, u"5/s"_s);
        QTest::keyClick(rate, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).value<RateLimit>(), (RateLimit{.count = 5, .period = 1s}));
    }

    void switchesEasingOff()
    {
        Story story;
        auto *adaptive = story.find<QAction>(u"adaptiveAction"_s);
        QVERIFY(adaptive->isChecked());
        QSignalSpy updated(&story.engine, &Engine::updated);
        adaptive->trigger();
        const auto isAdaptive = [&updated] {
            return !updated.isEmpty() && updated.last().at(0).value<ChangeBatch>().totals.adaptive;
        };
        QTRY_VERIFY_WITH_TIMEOUT(!updated.isEmpty() && !isAdaptive(), patience);
        adaptive->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(isAdaptive(), patience);
    }

    void nothingIsClippedInAnOrdinaryWindow()
    {
        Story story;
        story.window.resize(1280, 800);
        auto *bar = story.find<QWidget>(u"filter"_s)->parentWidget();
        QTRY_VERIFY(bar->width() >= bar->minimumSizeHint().width());
        for (const QLineEdit *line : bar->findChildren<QLineEdit *>()) {
            const int words = line->fontMetrics().horizontalAdvance(line->placeholderText());
            QVERIFY2(line->width() > words, qPrintable(line->objectName()));
        }
    }

private:
    QTemporaryDir m_config;
};

QTEST_MAIN(TestControlsBar)
#include "tst_controlsbar.moc"
