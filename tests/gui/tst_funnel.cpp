// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/funnel.h"
#include "windowstory.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

StageStatus status(const QString &name, int waiting = 0, bool bottleneck = false)
{
    StageStatus stage;
    stage.name = name;
    stage.waiting = waiting;
    stage.active = 2;
    stage.done = 1234;
    stage.failed = 1;
    stage.perSecond = 4.2;
    stage.medianUs = 1500;
    stage.p95Us = 80'000;
    stage.bottleneck = bottleneck;
    stage.reason = bottleneck ? u"all 2 workers busy, 7 waiting"_s : QString();
    return stage;
}

} // namespace

/// The funnel above the table.
class TestFunnel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEachStageAndItsBottleneck()
    {
        Funnel funnel({u"fetch"_s, u"jq"_s});
        ChangeBatch batch;
        batch.stages = {status(u"fetch"_s), status(u"jq"_s, 7, true)};
        funnel.follow(batch);
        const auto *const fetch = funnel.findChild<QToolButton *>(u"funnelStage0"_s);
        const auto *const jq = funnel.findChild<QToolButton *>(u"funnelStage1"_s);
        QCOMPARE(fetch->text().section(u'\n', 0, 0), u"fetch"_s);
        QCOMPARE(
            jq->text(),
            u"jq – bottleneck\n7 waiting · 2 active\n1,234 done · 1 failed\n4.2/s · 1.5 ms · p95 80 ms"_s);
        // The mark is a shape, not a colour alone.
        const auto picture = [](const QToolButton *cell) { return cell->icon().pixmap(16).toImage(); };
        QVERIFY(picture(jq) != picture(fetch));
        QVERIFY(jq->toolTip().contains(u"all 2 workers busy, 7 waiting"_s));
        QCOMPARE(jq->accessibleName(), u"Stage jq: 7 waiting · 2 active, 1,234 done · 1 failed"_s);
        QVERIFY(jq->accessibleDescription().contains(u"bottleneck"_s));

        // Told where it can be read without pointing at a cell that may be out of sight.
        const auto *const reason = funnel.findChild<QLabel *>(u"bottleneck"_s);
        QCOMPARE(reason->text(), u"Bottleneck: jq, all 2 workers busy, 7 waiting"_s);
        const int height = funnel.sizeHint().height();
        batch.stages = {status(u"fetch"_s), status(u"jq"_s)};
        funnel.follow(batch);
        QCOMPARE(reason->text(), QString());
        QCOMPARE(funnel.sizeHint().height(), height); // the table below stays where it is
    }

    void anotherPipelineHasOtherCells()
    {
        Funnel funnel({u"fetch"_s, u"jq"_s});
        funnel.show();
        const int height = funnel.sizeHint().height();
        funnel.setStageNames({u"fetch"_s, u"csv"_s, u"append"_s});
        QCOMPARE(funnel.sizeHint().height(), height);
        ChangeBatch late;
        late.stages = {status(u"fetch"_s), status(u"jq"_s)};
        funnel.follow(late); // of the pipeline before
        QCOMPARE(funnel.findChildren<QToolButton *>().size(), 3);
        QVERIFY(funnel.findChild<QToolButton *>(u"funnelStage1"_s)->text().startsWith(u"csv\n0 waiting"_s));
    }

    void goesByKeys()
    {
        Funnel funnel({u"fetch"_s, u"jq"_s});
        QSignalSpy chosen(&funnel, &Funnel::stageChosen);
        funnel.show();
        QVERIFY(QTest::qWaitForWindowActive(&funnel));
        auto *const first = funnel.findChild<QToolButton *>(u"funnelStage0"_s);
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Right);
        auto *const second = funnel.findChild<QToolButton *>(u"funnelStage1"_s);
        QVERIFY(second->hasFocus());
        QTest::keyClick(second, Qt::Key_Space);
        QTest::keyClick(second, Qt::Key_Return);
        QTest::keyClick(second, Qt::Key_Left);
        QVERIFY(first->hasFocus());
        QCOMPARE(chosen.size(), 2);
        QCOMPARE(chosen.constFirst().constFirst().toString(), u"jq"_s);
    }

    void aClickShowsTheJobsInTheStage()
    {
        Story story;
        story.fetch({u"/a"_s, u"/never"_s, u"/missing"_s});
        auto *const fetch = story.find<QToolButton>(u"funnelStage0"_s);
        QTRY_VERIFY(fetch->text().contains(u"1 active"_s) && fetch->text().contains(u"1 done · 1 failed"_s));
        QTRY_COMPARE(story.states(), (QStringList{u"Succeeded"_s, u"Running"_s, u"Failed"_s}));
        QTest::mouseClick(fetch, Qt::LeftButton);
        QCOMPARE(story.find<QLineEdit>(u"filter"_s)->text(), u"stage:fetch"_s);
        QTRY_COMPARE(story.states(), (QStringList{u"Running"_s, u"Failed"_s}));
        QTest::mouseClick(fetch, Qt::LeftButton);
        QTRY_COMPARE(story.view()->model()->rowCount(), 3);
    }
};

QTEST_MAIN(TestFunnel)
#include "tst_funnel.moc"
