// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "ui/panes/throughputchart.h"
#include "ui/throughputdock.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace inflight;

namespace {

/// Ten samples of which each has other figures.
QList<ThroughputSample> samples()
{
    QList<ThroughputSample> all;
    for (int i = 0; i < 10; ++i)
        all.append(
            {.requests = 100.0 + i, .bytes = 1e6 * i, .inFlight = 1.0 * i, .errors = i == 0 ? 3.0 : 0.0});
    return all;
}

} // namespace

class TestThroughputDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
    }

    void samplesOnlyWhileSomethingRuns()
    {
        Story story;
        auto *dock = story.find<ThroughputDock>(u"throughput"_s);
        dock->show();
        dock->raise();
        QVERIFY(!dock->isSampling());
        QCOMPARE(story.label(u"throughputFigures"_s), u"Nothing has run yet."_s);
        story.fetch(numbered(u"/held/"_s, 3) + QStringList{u"/missing"_s});
        QTRY_VERIFY_WITH_TIMEOUT(dock->isSampling(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!dock->history().recent().isEmpty(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(story.label(u"throughputFigures"_s).contains(u"3 in flight"_s), patience);
        story.server.release();
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Succeeded"_s), 3, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!dock->isSampling(), patience);
        QVERIFY(story.label(u"throughputFigures"_s).contains(u"0 in flight"_s));

        double answers = 0;
        double errors = 0;
        for (const ThroughputSample &sample : dock->history().recent()) {
            answers += sample.requests;
            errors += sample.errors;
        }
        QVERIFY(answers > 0);
        QVERIFY(errors > 0);
        QVERIFY(dock->history().recent().constLast().bytes > 0);
    }

    void standsWhilePausedWithNothingInFlight()
    {
        Story story;
        auto *dock = story.find<ThroughputDock>(u"throughput"_s);
        story.click(u"pause"_s);
        story.fetch({u"/a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.cell(0, JobModel::State), u"Queued · paused"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!dock->isSampling(), patience);
        story.click(u"pause"_s);
        QTRY_VERIFY_WITH_TIMEOUT(dock->history().recent().size() > 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!dock->isSampling(), patience);
    }

    void keysGoOverTheSamples()
    {
        ThroughputChart chart;
        chart.resize(800, 200);
        QCOMPARE(chart.figures(), u"Nothing has run yet."_s);
        QTest::keyClick(&chart, Qt::Key_Left);
        chart.setSamples(samples(), 2, 60);
        const QString latest = u"latest: 109 requests/s, 9.0 MB/s, 9 in flight, 0.0 errors/s"_s;
        QCOMPARE(chart.figures(), latest);
        QCOMPARE(chart.accessibleDescription(), latest);
        QTest::keyClick(&chart, Qt::Key_Left);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.figures(), u"4 s before: 107 requests/s, 7.0 MB/s, 7 in flight, 0.0 errors/s"_s);
        QTest::keyClick(&chart, Qt::Key_Home);
        QTest::keyClick(&chart, Qt::Key_Left);
        QCOMPARE(chart.figures(), u"18 s before: 100 requests/s, 0 B/s, 0 in flight, 3.0 errors/s"_s);
        QCOMPARE(chart.accessibleDescription(), chart.figures());
        // What is pointed at is so long ago, whatever comes.
        chart.setSamples(samples().mid(5), 2, 60);
        QCOMPARE(chart.figures().section(u':', 0, 0), u"8 s before"_s);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QCOMPARE(chart.figures(), latest);
    }

    void theMouseTellsWhatItIsOver()
    {
        ThroughputChart chart;
        chart.resize(1200, 160);
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        chart.setSamples(samples(), 1, 10);
        const QSignalSpy told(&chart, &ThroughputChart::figuresChanged);
        QStringList seen;
        for (int x = 0; x < chart.width(); x += 3) {
            QTest::mouseMove(&chart, {x, 80});
            QCoreApplication::sendPostedEvents();
            const QString age = chart.figures().section(u':', 0, 0);
            if (!seen.contains(age))
                seen.append(age);
        }
        QVERIFY2(seen.size() == 10, qPrintable(seen.join(u", "_s)));
        QVERIFY(!told.isEmpty());
        QVERIFY(!chart.grab().isNull());
    }

    void showsAndHides()
    {
        Story story;
        auto *dock = story.find<ThroughputDock>(u"throughput"_s);
        dock->raise();
        QTRY_VERIFY(dock->isVisible());
        QTest::keyClick(&story.window, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!dock->isVisible());
        QTest::keyClick(&story.window, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(dock->isVisible());
        auto *span = story.find<QComboBox>(u"throughputSpan"_s);
        QTest::keyClick(span, Qt::Key_Down);
        QCOMPARE(span->currentText(), u"Whole run"_s);
    }

private:
    QTemporaryDir m_config;
};

QTEST_MAIN(TestThroughputDock)
#include "tst_throughputdock.moc"
