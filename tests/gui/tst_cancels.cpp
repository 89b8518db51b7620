// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"

#include <QAction>
#include <QMenu>
#include <QTemporaryDir>
#include <QTimer>

using namespace inflight;

namespace {

/// A pipeline in which jobs stay after they are fetched.
RunSettings lingering()
{
    RunSettings run = storySettings();
    const QByteArray description = R"({"inflight": 1, "name": "linger", "stages": [
        {"stage": "decode"}, {"stage": "delay", "ms": 600000}]})";
    run.pipeline = std::get<std::shared_ptr<const Pipeline>>(parsePipeline(description, {}));
    return run;
}

QAction *actionOf(const Story &story, const QString &name)
{
    return story.view()->findChild<QAction *>(name);
}

} // namespace

/// Cancelling from the table of jobs: by origin, by stage, what is slow, everything.
class TestCancels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
    }

    void cancelsTheOriginOfARow()
    {
        Story story;
        const ScriptServer other([](const ServerRequest &) { return Script::never(); });
        story.find<QPlainTextEdit>(u"urls"_s)->setPlainText(other.url(u"/x"_s) + u'\n' +
                                                            story.list(numbered(u"/never/"_s, 12)));
        story.click(u"fetch"_s);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 9, patience);
        story.view()->selectRow(4);
        QAction *cancel = actionOf(story, u"cancelOriginOfJobAction"_s);
        QTRY_VERIFY(cancel->isEnabled());
        QVERIFY2(cancel->text().contains(u"12 of "_s + story.server.url({})), qPrintable(cancel->text()));
        cancel->trigger();
        cancel->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Cancelled"_s), 12, patience);
        QCOMPARE(story.state(0), u"Running"_s);
        QTRY_VERIFY(!cancel->isEnabled());

        QTest::keyClick(story.view(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(story.state(4), u"Running"_s, patience);
        QTRY_VERIFY(cancel->isEnabled());
    }

    void cancelsTheStageOfARow()
    {
        Story story({}, false, lingering());
        story.fetch({u"/a"_s, u"/b"_s, u"/never"_s});
        QAction *cancel = actionOf(story, u"cancelInStageAction"_s);
        QVERIFY(!cancel->isEnabled());
        story.view()->selectRow(0);
        QTRY_VERIFY_WITH_TIMEOUT(cancel->isEnabled() && cancel->text().endsWith(u"delay"_s), patience);
        QTRY_VERIFY_WITH_TIMEOUT(story.cell(1, JobModel::Stages).contains(u"delay running"_s), patience);
        cancel->trigger();
        cancel->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(story.states(), (QStringList{u"Cancelled"_s, u"Cancelled"_s, u"Running"_s}),
                                  patience);
        QVERIFY(story.cell(0, JobModel::State).contains(u"in delay"_s));
        QTRY_VERIFY(!cancel->isEnabled());
        story.view()->selectRow(2);
        QTRY_VERIFY(cancel->isEnabled() && cancel->text().endsWith(u"fetch"_s));
        cancel->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(story.state(2), u"Cancelled"_s, patience);
    }

    void cancelsWhatIsSlowAndEverything()
    {
        RunSettings run = storySettings();
        run.slowAfter = milliseconds{150};
        Story story({}, false, run);
        story.fetch(numbered(u"/never/"_s, 10));
        QAction *slow = actionOf(story, u"cancelSlowAction"_s);
        QTRY_VERIFY_WITH_TIMEOUT(slow->text().endsWith(u"8"_s), patience);
        slow->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(story.count(u"Cancelled"_s) >= 8, patience);
        QAction *all = actionOf(story, u"cancelAllAction"_s);
        all->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Cancelled"_s), 10, patience);
        QTRY_VERIFY(!all->isEnabled() && !slow->isEnabled());
    }

    void cancelsFromTheContextMenu()
    {
        Story story;
        QVERIFY(story.started);
        story.fetch(numbered(u"/never/"_s, 3));
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Running"_s), 3, patience);
        story.view()->selectRow(1);
        QTRY_VERIFY(actionOf(story, u"cancelOriginOfJobAction"_s)->isEnabled());
        QTimer poll;
        bool wasOpen = false;
        connect(&poll, &QTimer::timeout, &poll, [&poll, &wasOpen] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            poll.stop();
            wasOpen = true;
            QTest::keyClick(menu, Qt::Key_G);
            menu->close();
        });
        poll.start(10);
        const QPoint spot = story.view()->visualRect(story.view()->currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, spot, story.view()->viewport()->mapToGlobal(spot));
        QApplication::sendEvent(story.view()->viewport(), &event);
        QVERIFY(wasOpen);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Cancelled"_s), 3, patience);
    }

private:
    QTemporaryDir m_config;
};

QTEST_MAIN(TestCancels)
#include "tst_cancels.moc"
