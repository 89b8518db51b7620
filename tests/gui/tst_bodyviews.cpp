// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowstory.h"

#include "demo/demopicture.h"
#include "ui/body/contentview.h"
#include "ui/body/csvtable.h"
#include "ui/body/imageview.h"
#include "ui/body/jsontree.h"
#include "ui/body/rowsview.h"
#include "ui/body/textview.h"

#include <QClipboard>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTabWidget>
#include <QTimer>

#include <algorithm>

using namespace inflight;

namespace {

Content contentOf(const QByteArray &bytes, ContentKind kind, const QByteArray &type, bool isText = true)
{
    Content content;
    content.bytes = Body(bytes);
    if (isText)
        content.text = content.bytes;
    content.kind = kind;
    content.type = type;
    return content;
}

/// An object with a list of objects, about so many bytes.
QByteArray largeJson(qsizetype size)
{
    QByteArray text = "{\"name\": \"large\", \"rows\": [";
    text.reserve(size + 200);
    for (int i = 0; text.size() < size; ++i) {
        if (i > 0)
            text += ",\n";
        text += "{\"id\": " + QByteArray::number(i) +
                ", \"tags\": [\"a\", \"b\"], \"text\": \"some \\\"words\\\"\"}";
    }
    return text + "]}";
}

/// Tells whether the event loop turned all the while: no gap that a person would feel, or, where the machine
/// is slow, none that is most of the time it took.
class Heartbeat
{
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_gap.restart());
            ++m_turns;
        });
        m_timer.start(0);
        restart();
    }
    void restart()
    {
        m_turns = m_longest = 0;
        m_gap.start();
        m_whole.start();
    }
    [[nodiscard]] bool wentOn() const
    {
        return m_turns > 0 && (m_longest < 50 || m_longest < m_whole.elapsed() / 2);
    }
    [[nodiscard]] QByteArray text() const
    {
        return QByteArray::number(m_turns) + " turns in " + QByteArray::number(m_whole.elapsed()) +
               " ms, with a gap of " + QByteArray::number(m_longest) + " ms";
    }

private:
    QTimer m_timer;
    QElapsedTimer m_gap;
    QElapsedTimer m_whole;
    qint64 m_turns = 0;
    qint64 m_longest = 0;
};

class Shown
{
public:
    explicit Shown(const Content &content)
        : view(u"body"_s)
    {
        view.resize(600, 400);
        view.setContent(content);
        view.show();
    }
    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return view.findChild<Widget *>(name);
    }
    void choose(ContentView::Manner manner)
    {
        auto *choice = find<QComboBox>(u"bodyManner"_s);
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Home);
        for (int i = 0; i < static_cast<int>(manner); ++i)
            QTest::keyClick(choice, Qt::Key_Down);
    }

    ContentView view;
};

} // namespace

class TestBodyViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensJsonAsATree()
    {
        Shown shown(contentOf("{\"answer\": 42, \"list\": [1, 2]}", ContentKind::Json, "application/json"));
        auto *tree = shown.find<JsonTree>(u"bodyTree"_s);
        QVERIFY(tree && tree->isVisible());
        const JsonTreeModel &model = tree->json();
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(model.index(0, 0)), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(tree->rows().rowCount(), 3, patience);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"42"_s);
        QTest::keyClick(tree, Qt::Key_Down);
        QTest::keyClick(tree, Qt::Key_Right);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(tree->currentValue()), 2, patience);
        QTRY_COMPARE_WITH_TIMEOUT(tree->rows().rowCount(), 5, patience);
        // In, out again, and closed.
        QTest::keyClick(tree, Qt::Key_Right);
        QTest::keyClick(tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"1"_s);
        QTest::keyClick(tree, Qt::Key_Left);
        QCOMPARE(tree->currentIndex().row(), 2);
        QTest::keyClick(tree, Qt::Key_Left);
        QCOMPARE(tree->rows().rowCount(), 3);
        const QRect sign = tree->visualRect(tree->rows().index(2, 0));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, QPoint(sign.left() + 2, sign.center().y()));
        QCOMPARE(tree->rows().rowCount(), 5);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, QPoint(sign.right() - 2, sign.center().y()));
        QCOMPARE(tree->rows().rowCount(), 5);
        QTest::keyClick(tree, Qt::Key_Space);
        QCOMPARE(tree->rows().rowCount(), 3);
    }

    void isSwitchedByKeys()
    {
        Shown shown(contentOf("{\"answer\":\n42}", ContentKind::Json, "application/json"));
        shown.choose(ContentView::Manner::Text);
        auto *text = shown.find<TextView>(u"bodyTextView"_s);
        QVERIFY(text && text->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!text->rows().accessibleDescription().isEmpty(), patience);
        shown.choose(ContentView::Manner::Hex);
        QVERIFY(shown.find<RowsView>(u"bodyHex"_s)->isVisible());
        // What was chosen for this kind holds for the next one.
        shown.view.setContent(contentOf("[1]", ContentKind::Json, "application/json"));
        QVERIFY(shown.find<RowsView>(u"bodyHex"_s)->isVisible());
        shown.view.setContent(contentOf("a,b\n1,2\n", ContentKind::Csv, "text/csv"));
        QVERIFY(shown.find<CsvTable>(u"bodyTable"_s)->isVisible());
    }

    void saysThatItIsNoJson()
    {
        Shown shown(contentOf("{\"a\": 1", ContentKind::Json, "application/json"));
        QTRY_VERIFY_WITH_TIMEOUT(shown.find<QWidget>(u"bodyNotice"_s)->isVisible(), patience);
    }

    void searchesText()
    {
        QByteArray lines;
        for (int i = 0; i < 3000; ++i)
            lines += "line " + QByteArray::number(i) + "\n";
        Shown shown(contentOf(lines, ContentKind::Text, "text/plain"));
        auto *text = shown.find<TextView>(u"bodyTextView"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!text->rows().accessibleDescription().isEmpty(), patience);
        auto *search = shown.find<QLineEdit>(u"bodySearch"_s);
        QTest::keyClicks(search, u"LINE 299"_s);
        QTRY_COMPARE_WITH_TIMEOUT(text->rows().currentRow(), 299, patience);
        QTest::keyClick(search, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(text->rows().currentRow(), 2990, patience);
        QTest::keyClick(search, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE_WITH_TIMEOUT(text->rows().currentRow(), 299, patience);
        QTest::keyClicks(search, u"9 nowhere"_s);
        QTRY_COMPARE_WITH_TIMEOUT(shown.find<QLabel>(u"bodySearchSays"_s)->text(), u"Not found"_s, patience);
    }

    void showsAnImage()
    {
        Shown shown(contentOf(demoPicture({320, 200}, "png", 40), ContentKind::Image, "image/png", false));
        auto *image = shown.find<ImageView>(u"bodyImage"_s);
        QTRY_COMPARE_WITH_TIMEOUT(image->said(), u"PNG, 320 × 200"_s, patience);
        QVERIFY(shown.find<QLabel>(u"bodyAbout"_s)->text().contains(u"PNG, 320 × 200"_s));
        const QImage picture = image->grab().toImage();
        QVERIFY(picture.pixelColor(picture.rect().center()) != picture.pixelColor(2, 2));
    }

    void saysWhyThereIsNoImage()
    {
        Shown shown(contentOf("\x89PNG\r\n\x1a\nbroken", ContentKind::Image, "image/png", false));
        auto *image = shown.find<ImageView>(u"bodyImage"_s);
        QTRY_VERIFY_WITH_TIMEOUT(image->said().contains(u"cannot be shown"_s), patience);
    }

    /// The tree of 50 MB is read beside the UI thread: the event loop turns meanwhile, and what is held of it
    /// is what was looked at.
    void staysAwakeOverALargeBody()
    {
        const QByteArray text = largeJson(50'000'000);
        Heartbeat heartbeat;
        Shown shown(contentOf(text, ContentKind::Json, "application/json"));
        const JsonTreeModel &model = shown.find<JsonTree>(u"bodyTree"_s)->json();
        QCOMPARE(model.rowCount(), 0); // Nothing is read before the event loop turns.
        heartbeat.restart();
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(model.index(0, 0)), 2, 60'000);
        QVERIFY2(heartbeat.wentOn(), heartbeat.text().constData());

        auto *tree = shown.find<JsonTree>(u"bodyTree"_s);
        const QModelIndex rows = model.index(1, 0, model.index(0, 0));
        QTRY_COMPARE_WITH_TIMEOUT(tree->rows().rowOf(rows), 2, patience);
        tree->setCurrentIndex(tree->rows().index(2, 0));
        tree->setFocus();
        heartbeat.restart();
        QTest::keyClick(tree, Qt::Key_Right);
        QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(rows), JsonTreeModel::sliceSize, 60'000);
        QVERIFY2(heartbeat.wentOn(), heartbeat.text().constData());
        // More of them are looked for when the last ones come into sight.
        QTRY_COMPARE_WITH_TIMEOUT(tree->rows().rowCount(), 3 + JsonTreeModel::sliceSize, patience);
        QTest::keyClick(tree, Qt::Key_End, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(model.rowCount(rows) > JsonTreeModel::sliceSize, 60'000);
        QVERIFY(model.rowCount(rows) < 10 * JsonTreeModel::sliceSize);

        heartbeat.restart();
        shown.choose(ContentView::Manner::Text);
        auto *view = shown.find<TextView>(u"bodyTextView"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!view->rows().accessibleDescription().isEmpty(), 60'000);
        QVERIFY2(heartbeat.wentOn(), heartbeat.text().constData());
    }

    void showsTheBodyAndTheStagesOfAJob()
    {
        RunSettings settings = storySettings();
        settings.keptBodies = 64'000'000;
        settings.pipeline = std::get<std::shared_ptr<const Pipeline>>(parsePipeline(
            "{\"inflight\": 1, \"name\": \"p\", \"stages\": [{\"stage\": \"decode\"}, {\"stage\": \"json\"}, "
            "{\"stage\": \"jq\", \"filter\": \".answer\"}]}",
            {}));
        Story story({}, false, settings);
        story.fetch({u"/a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.label(u"timeLeft"_s), u"done"_s, patience);
        QCOMPARE(story.state(0), u"Succeeded"_s);
        story.view()->selectRow(0);
        auto *pages = story.find<QTabWidget>(u"detailsPages"_s);
        pages->setCurrentIndex(4);
        QTRY_VERIFY_WITH_TIMEOUT(story.find<JsonTree>(u"bodyTree"_s), patience);
        const auto *model = &story.find<JsonTree>(u"bodyTree"_s)->json();
        QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(model->index(0, 0)), 2, patience);

        // A list that has the keyboard would take the key for a letter.
        story.find<QComboBox>(u"bodyManner"_s)->setFocus();
        QTest::keyClick(story.find<QComboBox>(u"bodyManner"_s), Qt::Key_Tab, Qt::ControlModifier);
        QCOMPARE(pages->currentIndex(), 5);
        auto *choice = story.find<QComboBox>(u"stageChoice"_s);
        QTRY_COMPARE_WITH_TIMEOUT(choice->count(), 3, patience);
        QVERIFY2(choice->currentText().startsWith(u"jq: JSON values: 1"_s),
                 qPrintable(choice->currentText()));
        const auto *output = &story.find<JsonTree>(u"stageTree"_s)->json();
        QTRY_COMPARE_WITH_TIMEOUT(output->index(0, 1).data().toString(), u"42"_s, patience);
    }

    void showsWhatAFailedFetchBrought()
    {
        RunSettings settings = storySettings();
        settings.keptBodies = 64'000'000;
        Story story({}, false, settings);
        story.fetch({u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.label(u"timeLeft"_s), u"done"_s, patience);
        story.view()->selectRow(0);
        story.find<QTabWidget>(u"detailsPages"_s)->setCurrentIndex(4);
        QTRY_VERIFY_WITH_TIMEOUT(story.find<TextView>(u"bodyTextView"_s), patience);
        auto *text = story.find<TextView>(u"bodyTextView"_s);
        QTRY_VERIFY_WITH_TIMEOUT(text->rows().accessibleDescription().contains(u"no such thing"_s), patience);
    }
};

QTEST_MAIN(TestBodyViews)
#include "tst_bodyviews.moc"
