// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/windowstory.h"
#include "ui/models/origincolumn.h"
#include "ui/originsdock.h"
#include "ui/panes/originsview.h"

#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace inflight;

namespace {

/// The story of a window whose origins are looked at.
class Origins
{
public:
    explicit Origins(const RunSettings &settings = storySettings())
        : story({}, false, settings)
        , dock(*story.find<OriginsDock>(u"origins"_s))
        , view(dock.view())
    {}

    [[nodiscard]] QModelIndex at(int row, int column) const { return view.model()->index(row, column); }
    [[nodiscard]] QString cell(int column, int row = 0) const { return at(row, column).data().toString(); }
    void goTo(int column, int row = 0)
    {
        view.setFocus();
        view.setCurrentIndex(at(row, column));
    }
    void press(Qt::Key key) { QTest::keyClick(&view, key); }
    /// Opens the editor of a cell as a person does.
    template <typename Editor>
    Editor *edit(int column, int row = 0)
    {
        view.scrollTo(at(row, column));
        const QPoint spot = view.visualRect(at(row, column)).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, spot);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, spot);
        return view.viewport()->findChild<Editor *>();
    }
    [[nodiscard]] QString message() const
    {
        auto *notice = story.find<QWidget>(u"originsMessage"_s);
        return notice->isVisible() ? notice->accessibleName() : QString();
    }

    Story story;
    OriginsDock &dock;
    OriginsView &view;
};

} // namespace

class TestOriginsDock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_config.isValid());
        qputenv("XDG_CONFIG_HOME", m_config.path().toLocal8Bit());
    }

    void saysWhatItIsForUntilThereIsOne()
    {
        Origins origins;
        auto *empty = origins.story.find<QLabel>(u"originsEmptyText"_s);
        QVERIFY(empty->isVisible());
        origins.story.fetch({u"/a"_s});
        QTRY_COMPARE(origins.view.model()->rowCount(), 1);
        QVERIFY(!empty->isVisible());
    }

    void showsHowAnOriginIsDoing()
    {
        Origins origins;
        origins.story.fetch(numbered(u"/never/"_s, 20));
        QTRY_COMPARE_WITH_TIMEOUT(origins.cell(OriginColumn::InFlight), u"8 of 8"_s, patience);
        QCOMPARE(origins.cell(OriginColumn::Origin), origins.story.server.url({}));
        QCOMPARE(origins.cell(OriginColumn::Waiting), u"12"_s);
        QCOMPARE(origins.cell(OriginColumn::NextStart), u"host cap 8 of 8"_s);
        origins.story.click(u"cancelAll"_s);
        QTRY_COMPARE_WITH_TIMEOUT(origins.cell(OriginColumn::InFlight), u"0 of 8"_s, patience);

        origins.story.fetch({u"/a"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(origins.cell(OriginColumn::Errors), u"http.status × 1"_s, patience);
        QTRY_VERIFY(origins.cell(OriginColumn::TtfbMedian).endsWith(u" ms"_s));
        QVERIFY(origins.cell(OriginColumn::TtfbP95).endsWith(u" ms"_s));
    }

    void editsMostInFlightInPlace()
    {
        Origins origins;
        origins.story.fetch(numbered(u"/never/"_s, 20));
        QTRY_COMPARE_WITH_TIMEOUT(origins.cell(OriginColumn::InFlight), u"8 of 8"_s, patience);
        auto *editor = origins.edit<QSpinBox>(OriginColumn::MaxInFlight);
        QVERIFY(editor);
        QCOMPARE(editor->value(), 8);
        QCOMPARE(editor->minimum(), 1);
        QCOMPARE(editor->maximum(), 4096);
        editor->selectAll();
        QTest::keyClicks(editor, u"12"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(origins.story.server.inProgress(), 12, patience);
        QTRY_COMPARE(origins.cell(OriginColumn::InFlight), u"12 of 12"_s);
        QCOMPARE(origins.story.find<QSpinBox>(u"perHost"_s)->value(), 8);
    }

    void editsTheRateByKeyAndRefusesWhatIsNone()
    {
        Origins origins;
        origins.story.fetch({u"/a"_s});
        QTRY_COMPARE(origins.view.model()->rowCount(), 1);
        origins.goTo(OriginColumn::MaxRate);
        origins.press(Qt::Key_Return);
        auto *editor = origins.view.viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"quick"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY2(origins.message().contains(u"“quick” is not a rate"_s), qPrintable(origins.message()));
        QVERIFY(editor->isVisible());
        QCOMPARE(origins.cell(OriginColumn::MaxRate), u"none"_s);

        editor->setText({});
        QTest::keyClicks(editor, u"1/h"_s);
        QVERIFY(origins.message().isEmpty());
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(origins.cell(OriginColumn::MaxRate), u"1/h"_s);
        origins.story.fetch({u"/b"_s, u"/c"_s});
        QTRY_VERIFY_WITH_TIMEOUT(origins.cell(OriginColumn::NextStart).startsWith(u"rate: next in "_s),
                                 patience);
        QVERIFY(!origins.story.states().contains(u"Running"_s));
    }

    void leavingABadRateChangesNothingAndSaysSo()
    {
        Origins origins;
        origins.story.fetch({u"/a"_s});
        QTRY_COMPARE(origins.view.model()->rowCount(), 1);
        auto *editor = origins.edit<QLineEdit>(OriginColumn::MaxRate);
        QVERIFY(editor);
        QTest::keyClicks(editor, u"5/x"_s);
        origins.story.view()->setFocus();
        QTRY_VERIFY(!origins.view.viewport()->findChild<QLineEdit *>());
        QCOMPARE(origins.cell(OriginColumn::MaxRate), u"none"_s);
        QVERIFY(origins.message().contains(u"“5/x”"_s));

        editor = origins.edit<QLineEdit>(OriginColumn::MaxRate);
        QVERIFY(editor);
        QTest::keyClicks(editor, u"6/x"_s);
        QTest::keyClick(editor, Qt::Key_Escape);
        QVERIFY(origins.message().isEmpty());
    }

    void pausesByItsCheckBox()
    {
        Origins origins;
        origins.story.fetch(numbered(u"/held/"_s, 10));
        QTRY_COMPARE_WITH_TIMEOUT(origins.cell(OriginColumn::InFlight), u"8 of 8"_s, patience);
        origins.goTo(OriginColumn::Paused);
        origins.press(Qt::Key_Space);
        QCOMPARE(origins.cell(OriginColumn::Paused), u"paused"_s);
        origins.story.server.release();
        QTRY_COMPARE_WITH_TIMEOUT(origins.story.count(u"Succeeded"_s), 8, patience);
        QTRY_COMPARE(origins.cell(OriginColumn::NextStart), u"paused: this origin"_s);
        QCOMPARE(origins.story.count(u"Queued"_s), 2);

        origins.view.scrollTo(origins.at(0, OriginColumn::Paused));
        QStyleOptionViewItem option;
        option.rect = origins.view.visualRect(origins.at(0, OriginColumn::Paused));
        option.features = QStyleOptionViewItem::HasCheckIndicator;
        const QRect box = origins.view.style()->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &option,
                                                               &origins.view);
        QTest::mouseClick(origins.view.viewport(), Qt::LeftButton, {}, box.center());
        QTRY_COMPARE_WITH_TIMEOUT(origins.story.count(u"Succeeded"_s), 10, patience);
    }

    void cancelsEverythingOfAnOriginAndRetries()
    {
        Origins origins;
        const ScriptServer other([](const ServerRequest &) { return Script::never(); });
        QPlainTextEdit *urls = origins.story.find<QPlainTextEdit>(u"urls"_s);
        urls->setPlainText(origins.story.list(numbered(u"/never/"_s, 20)) + u'\n' + other.url(u"/x"_s));
        origins.story.click(u"fetch"_s);
        QTRY_COMPARE_WITH_TIMEOUT(origins.story.count(u"Running"_s), 9, patience);
        origins.goTo(OriginColumn::Origin);
        auto *cancel = origins.view.findChild<QAction *>(u"cancelOriginAction"_s);
        QTRY_VERIFY(cancel->isEnabled());
        QTRY_VERIFY2(cancel->text().contains(u"20"_s), qPrintable(cancel->text()));
        origins.press(Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(origins.story.count(u"Cancelled"_s), 20, patience);
        QCOMPARE(origins.story.count(u"Running"_s), 1);
        QTRY_VERIFY(!cancel->isEnabled());
        cancel->trigger();

        origins.story.view()->selectRow(3);
        QTest::keyClick(origins.story.view(), Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(origins.story.state(3), u"Running"_s, patience);
        QTRY_VERIFY(cancel->isEnabled());
        origins.press(Qt::Key_Delete);
        QTRY_COMPARE_WITH_TIMEOUT(origins.story.state(3), u"Cancelled"_s, patience);
    }

    void retriesWhatFailedThere()
    {
        Origins origins;
        origins.story.fetch({u"/mended/1"_s, u"/mended/2"_s, u"/a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(origins.story.count(u"Failed"_s), 2, patience);
        origins.goTo(OriginColumn::Origin);
        auto *retry = origins.view.findChild<QAction *>(u"retryOriginAction"_s);
        QTRY_VERIFY(retry->isEnabled());
        QVERIFY2(retry->text().contains(u"2"_s), qPrintable(retry->text()));
        origins.press(Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(origins.story.count(u"Succeeded"_s), 3, patience);
        QTRY_VERIFY(!retry->isEnabled());
    }

    void showsTheJobsOfAnOrigin()
    {
        Origins origins;
        origins.story.fetch({u"/a"_s});
        QTRY_COMPARE(origins.view.model()->rowCount(), 1);
        origins.goTo(OriginColumn::Origin);
        origins.press(Qt::Key_Return);
        const QString origin = origins.story.server.url(QString()).section(u'/', 0, 2);
        QCOMPARE(origins.story.find<QLineEdit>(u"filter"_s)->text(), u"origin:"_s + origin);
        QCOMPARE(origins.story.states().size(), 1);
    }

    void countsRetryAfterDown()
    {
        Origins origins;
        origins.story.fetch({u"/busy"_s, u"/busy/2"_s});
        const auto text = [&origins] { return origins.cell(OriginColumn::NextStart); };
        QTRY_VERIFY_WITH_TIMEOUT(text().startsWith(u"Retry-After: "_s), patience);
        const QString before = text();
        QTRY_VERIFY_WITH_TIMEOUT(text() != before && text().startsWith(u"Retry-After: "_s), patience);
    }

    void repaintsOnlyWhileSomethingCountsDown()
    {
        OriginModel model;
        const JobTable jobs;
        OriginsView view(model, jobs);
        view.resize(1200, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        ChangeBatch batch;
        batch.origins = {OriginStatus{}};
        model.apply(batch);
        QVERIFY(!view.isCounting());
        batch.origins[0].heldUntilMs = steadyNowMs() + 300;
        model.apply(batch);
        QVERIFY(view.isCounting());
        QTRY_VERIFY(!view.isCounting());
        QVERIFY(steadyNowMs() >= batch.origins.at(0).heldUntilMs);
    }

    void rowsHoldStillUnderAnEditor()
    {
        OriginModel model;
        const JobTable jobs;
        OriginsView view(model, jobs);
        view.resize(1200, 200);
        view.show();
        view.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&view));
        ChangeBatch batch;
        batch.origins = {OriginStatus{}, OriginStatus{}};
        batch.origins[0].text = u"http://a.test"_s;
        batch.origins[1].index = 1;
        batch.origins[1].text = u"http://b.test"_s;
        batch.origins[1].queued = 2;
        model.apply(batch);
        view.sortByColumn(OriginColumn::Waiting, Qt::AscendingOrder);
        view.setCurrentIndex(model.index(0, OriginColumn::MaxRate));
        QTest::keyClick(&view, Qt::Key_F2);
        auto *editor = view.viewport()->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClicks(editor, u"7/s"_s);

        batch.origins[0].queued = 5;
        model.apply(batch);
        view.sortByColumn(OriginColumn::Waiting, Qt::AscendingOrder);
        QCOMPARE(model.origin(0).text, u"http://a.test"_s);
        QCOMPARE(editor->text(), u"7/s"_s);
        const QSignalSpy edited(&model, &OriginModel::limitsEdited);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(edited.size(), 1);
        QCOMPARE(edited.at(0).at(0).toUInt(), 0U);
        QTRY_COMPARE(model.origin(0).text, u"http://b.test"_s);
    }

    void showsAndHides()
    {
        Origins origins;
        QVERIFY(origins.story.started);
        QVERIFY(origins.dock.isVisible());
        for (const bool isShown : {false, true}) {
            QTest::keyClick(&origins.story.window, Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
            QCOMPARE(origins.dock.isVisible(), isShown);
        }
    }

private:
    QTemporaryDir m_config;
};

QTEST_MAIN(TestOriginsDock)
#include "tst_originsdock.moc"
