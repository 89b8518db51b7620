// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/export/recordexport.h"
#include "ui/panes/columnslist.h"
#include "ui/panes/exportbar.h"
#include "ui/panes/jobactions.h"
#include "windowstory.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace inflight;

namespace {

/// A window with three finished jobs, the second one failed, whose URLs have a secret.
struct ExportStory
{
    ExportStory()
        : server(answerTo)
        , engine(storySettings())
        , window(engine, {.initialText = {}, .request = nullptr, .exporting = &exporting})
    {
        window.show();
        window.activateWindow();
        started = QTest::qWaitForWindowActive(&window);
        QStringList urls;
        for (const QString &path : {u"/a?api_key=sesame"_s, u"/missing?api_key=sesame"_s, u"/c"_s})
            urls.append(server.url(path));
        find<QPlainTextEdit>(u"urls"_s)->setPlainText(urls.join(u'\n'));
        QTest::mouseClick(find<QPushButton>(u"fetch"_s), Qt::LeftButton);
        const auto *table = find<JobsView>(u"jobs"_s);
        ready = QTest::qWaitFor(
            [&] {
                const auto *model = table->model();
                if (model->rowCount() != 3)
                    return false;
                for (int row = 0; row < 3; ++row) {
                    const QString state = model->index(row, JobModel::State).data().toString();
                    if (!state.startsWith(u"Succeeded"_s) && !state.startsWith(u"Failed"_s))
                        return false;
                }
                return true;
            },
            patience);
    }
    template <typename Widget>
    [[nodiscard]] Widget *find(const QString &name) const
    {
        return window.findChild<Widget *>(name);
    }
    [[nodiscard]] QDialog *ask()
    {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            return nullptr;
        QTest::keyClick(&window, Qt::Key_S, Qt::ControlModifier);
        auto *dialog = find<QDialog>(u"exportDialog"_s);
        return dialog && QTest::qWaitForWindowExposed(dialog) ? dialog : nullptr;
    }
    void clickExport() { QTest::mouseClick(find<QPushButton>(u"exportNow"_s), Qt::LeftButton); }
    void choose(const QString &format)
    {
        auto *formats = find<QComboBox>(u"exportFormat"_s);
        formats->setFocus();
        QTest::keyClick(formats, Qt::Key_Home);
        while (formats->currentText() != format && formats->currentIndex() + 1 < formats->count())
            QTest::keyClick(formats, Qt::Key_Down);
    }
    void type(const QString &path)
    {
        auto *place = find<QLineEdit>(u"exportPlace"_s);
        place->selectAll();
        QTest::keyClicks(place, path);
    }
    [[nodiscard]] QString remark() const { return find<QLabel>(u"exportRemark"_s)->text(); }
    /// What the bar says.
    [[nodiscard]] QString said() const
    {
        QStringList sentences;
        for (const QLabel *label : find<ExportBar>(u"exportBar"_s)->findChildren<QLabel *>()) {
            if (label->isVisible() && !label->text().isEmpty())
                sentences.append(label->text());
        }
        return sentences.join(u' ');
    }
    void select(const QList<int> &rows)
    {
        auto *view = find<JobsView>(u"jobs"_s);
        view->clearSelection();
        for (const int row : rows)
            QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ControlModifier,
                              view->visualRect(view->model()->index(row, JobModel::Url)).center());
    }

    RecordExport exporting{QString(), nullptr};
    ScriptServer server;
    Engine engine;
    MainWindow window;
    bool started = false;
    bool ready = false;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// Export from the window, and copies of rows.
class TestExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exportsAllByTheKeyboard();
    void columnsAreChosenAndOrdered();
    void onlyTheSelectedOrTheShown();
    void saysWhatIsInTheWay();
    void suffixFollowsTheFormat();
    void formatFollowsTheSuffix();
    void failureIsSaid();
    void secretsWhenAsked();
    void copiesRows();
};

void TestExport::exportsAllByTheKeyboard()
{
    const QTemporaryDir folder;
    ExportStory story;
    QVERIFY(story.started && story.ready);
    QVERIFY(!story.find<ExportBar>(u"exportBar"_s)->isVisible());
    QVERIFY(story.ask());
    QCOMPARE(story.find<QRadioButton>(u"exportAll"_s)->text().remove(u'&'), u"All that have ended: 3"_s);
    auto *dialog = story.find<QDialog>(u"exportDialog"_s);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_L, Qt::AltModifier);
    QTRY_COMPARE(QApplication::focusWidget(), story.find<QListWidget>(u"exportColumns"_s));
    story.choose(u"JSON Lines"_s);
    const QString path = folder.filePath(u"out.jsonl"_s);
    QTest::keyClick(dialog, Qt::Key_W, Qt::AltModifier);
    QTRY_COMPARE(QApplication::focusWidget(), story.find<QLineEdit>(u"exportPlace"_s));
    story.type(path);
    QTest::keyClick(story.find<QLineEdit>(u"exportPlace"_s), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(contentOf(path).count('\n'), 3, patience);
    QTRY_COMPARE_WITH_TIMEOUT(story.said(), u"3 jobs were exported to "_s + path, patience);
    QVERIFY(!contentOf(path).contains("sesame"));
    QVERIFY(story.find<QPushButton>(u"showExport"_s)->isVisible());
    QTest::mouseClick(story.find<QPushButton>(u"closeExport"_s), Qt::LeftButton);
    QVERIFY(!story.find<ExportBar>(u"exportBar"_s)->isVisible());
}

void TestExport::columnsAreChosenAndOrdered()
{
    const QTemporaryDir folder;
    ExportStory story;
    QVERIFY(story.ready && story.ask());
    story.choose(u"CSV"_s);
    auto *columns = story.find<QListWidget>(u"exportColumns"_s);
    QVERIFY(columns->isVisible());
    // By the keyboard: Space takes a column out or in, Alt+Down moves it.
    columns->setFocus();
    for (int row = 0; row < columns->count(); ++row) {
        const bool wanted =
            columns->item(row)->text() == u"url"_s || columns->item(row)->text() == u"state"_s;
        columns->setCurrentRow(row);
        if ((columns->item(row)->checkState() == Qt::Checked) != wanted)
            QTest::keyClick(columns, Qt::Key_Space);
    }
    columns->setCurrentRow(1);
    QCOMPARE(columns->currentItem()->text(), u"url"_s);
    QTest::keyClick(columns, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(columns->currentItem()->text(), u"url"_s);
    QCOMPARE(columns->currentRow(), 2);
    const QString path = folder.filePath(u"out.csv"_s);
    story.type(path);
    story.clickExport();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patience);
    QVERIFY2(contentOf(path).startsWith("state,url\r\nsucceeded,http://"), contentOf(path).constData());
}

void TestExport::onlyTheSelectedOrTheShown()
{
    const QTemporaryDir folder;
    ExportStory story;
    QVERIFY(story.ready);
    story.select({2});
    QVERIFY(story.ask());
    story.choose(u"JSON Lines"_s);
    QTest::mouseClick(story.find<QRadioButton>(u"exportSelected"_s), Qt::LeftButton, {}, QPoint(8, 8));
    const QString selected = folder.filePath(u"selected.jsonl"_s);
    story.type(selected);
    story.clickExport();
    QTRY_COMPARE_WITH_TIMEOUT(contentOf(selected).count('\n'), 1, patience);
    QVERIFY(contentOf(selected).startsWith("{\"id\":2,"));
    QTRY_VERIFY_WITH_TIMEOUT(!story.exporting.isRunning(), patience);

    story.find<QLineEdit>(u"filter"_s)->setText(u"is:failed"_s);
    QTRY_COMPARE_WITH_TIMEOUT(story.find<JobsView>(u"jobs"_s)->model()->rowCount(), 1, patience);
    QVERIFY(story.ask());
    QTest::mouseClick(story.find<QRadioButton>(u"exportShown"_s), Qt::LeftButton, {}, QPoint(8, 8));
    const QString shown = folder.filePath(u"shown.jsonl"_s);
    story.type(shown);
    story.clickExport();
    QTRY_COMPARE_WITH_TIMEOUT(contentOf(shown).count('\n'), 1, patience);
    QVERIFY(contentOf(shown).startsWith("{\"id\":1,"));
}

void TestExport::saysWhatIsInTheWay()
{
    const QTemporaryDir folder;
    ExportStory story;
    QVERIFY(story.ready && story.ask());
    const auto *button = story.find<QPushButton>(u"exportNow"_s);
    story.choose(u"CSV"_s);
    story.find<QLineEdit>(u"exportPlace"_s)->clear();
    QVERIFY(!button->isEnabled());
    QCOMPARE(story.remark(), u"Say where to write it."_s);
    story.type(folder.path());
    QVERIFY(!button->isEnabled());
    QVERIFY(story.remark().contains(u"folder"_s));
    story.type(u"/nowhere/at/all.csv"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(story.remark(), u"There is no folder /nowhere/at."_s);
    QFile there(folder.filePath(u"there.csv"_s));
    QVERIFY(there.open(QIODevice::WriteOnly));
    story.type(there.fileName());
    QVERIFY(button->isEnabled());
    QCOMPARE(story.remark(), u"The file is there already and will be replaced."_s);
    auto *columns = story.find<QListWidget>(u"exportColumns"_s);
    for (int row = 0; row < columns->count(); ++row)
        columns->item(row)->setCheckState(Qt::Unchecked);
    QVERIFY(!button->isEnabled());
    QCOMPARE(story.remark(), u"Choose a column."_s);
}

void TestExport::suffixFollowsTheFormat()
{
    ExportStory story;
    QVERIFY(story.ready && story.ask());
    story.choose(u"CSV"_s);
    story.type(u"/x/y.csv"_s);
    const auto *place = story.find<QLineEdit>(u"exportPlace"_s);
    story.choose(u"HAR"_s);
    QCOMPARE(place->text(), u"/x/y.har"_s);
    QVERIFY(!story.find<QListWidget>(u"exportColumns"_s)->isVisible());
    story.choose(u"Folder of bodies"_s);
    QCOMPARE(place->text(), u"/x/y/"_s);
    story.choose(u"SQLite"_s);
    QCOMPARE(place->text(), u"/x/y.sqlite"_s);
}

void TestExport::formatFollowsTheSuffix()
{
    ExportStory story;
    QVERIFY(story.ready && story.ask());
    story.choose(u"CSV"_s);
    const auto *format = story.find<QComboBox>(u"exportFormat"_s);
    const auto *place = story.find<QLineEdit>(u"exportPlace"_s);
    story.type(u"/x/y.ndjson"_s);
    QCOMPARE(format->currentText(), u"JSON Lines"_s);
    QCOMPARE(place->text(), u"/x/y.ndjson"_s);
    QVERIFY(!story.find<QListWidget>(u"exportColumns"_s)->isVisible());
    story.type(u"/x.db/y.CSV"_s); // a folder on the way is none
    QCOMPARE(format->currentText(), u"CSV"_s);
    QVERIFY(story.find<QListWidget>(u"exportColumns"_s)->isVisible());
    story.type(u"/x/y.txt"_s);
    QCOMPARE(format->currentText(), u"CSV"_s);
}

void TestExport::failureIsSaid()
{
    ExportStory story;
    QVERIFY(story.ready && story.ask());
    story.choose(u"JUnit XML"_s);
    story.type(u"/proc/a.xml"_s);
    story.clickExport();
    QTRY_VERIFY2_WITH_TIMEOUT(story.said().startsWith(u"Not exported: "_s), qPrintable(story.said()),
                              patience);
    QVERIFY(story.said().contains(u"/proc/a.xml"_s));
}

void TestExport::secretsWhenAsked()
{
    const QTemporaryDir folder;
    ExportStory story;
    QVERIFY(story.ready && story.ask());
    story.choose(u"HAR"_s);
    auto *secrets = story.find<QCheckBox>(u"exportSecrets"_s);
    QVERIFY(!secrets->isChecked());
    QTest::keyClick(secrets, Qt::Key_Space);
    const QString path = folder.filePath(u"out.har"_s);
    story.type(path);
    story.clickExport();
    QTRY_VERIFY_WITH_TIMEOUT(contentOf(path).contains("sesame"), patience);
    // For this time alone.
    QVERIFY(story.ask());
    QVERIFY(!secrets->isChecked());
}

void TestExport::copiesRows()
{
    ExportStory story;
    QVERIFY(story.ready);
    story.select({0, 1});
    const auto copied = [&story](const QString &name) {
        QGuiApplication::clipboard()->clear();
        auto *action = story.find<JobsView>(u"jobs"_s)->findChild<QAction *>(name);
        if (action)
            action->trigger();
        return QGuiApplication::clipboard()->text();
    };
    const QString csv = copied(u"copyRowsAsCsvAction"_s);
    QVERIFY2(csv.startsWith(u"URL,State,"_s), qPrintable(csv));
    QCOMPARE(csv.count(u"\r\n"_s), 3);
    const QString markdown = copied(u"copyRowsAsMarkdownAction"_s);
    QVERIFY2(markdown.startsWith(u"| URL | State | "_s), qPrintable(markdown));
    QVERIFY(markdown.contains(u"\n| --- | --- |"_s));
    const QString json = copied(u"copyRowsAsJsonAction"_s);
    const QJsonArray jobs = QJsonDocument::fromJson(json.toUtf8()).array();
    QCOMPARE(jobs.size(), 2);
    QCOMPARE(jobs[1]["status"_L1].toInt(), 404);
    QCOMPARE(jobs[1]["error_class"_L1].toString(), u"http.status"_s);
    for (const QString &text : {csv, markdown, json})
        QVERIFY2(!text.contains(u"sesame"_s) && text.contains(u"•••"_s), qPrintable(text));
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
