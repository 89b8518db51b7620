// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/urlsbox.h"
#include "ui/pastepreview.h"
#include "windowstory.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>

using namespace inflight;

namespace {

/// The preview of a window, and what is in it.
class Preview
{
public:
    explicit Preview(Story &story)
        : dialog(story.find<PastePreview>(u"pastePreview"_s))
        , found(story.find<QTableView>(u"foundRequests"_s))
        , rejected(story.find<QTableView>(u"pasteRejected"_s))
        , fetch(story.find<QPushButton>(u"pasteFetch"_s))
        , m_story(story)
    {}

    /// Ctrl+V with `text` on the clipboard and the keyboard in the table.
    void paste(const QString &text) const
    {
        QGuiApplication::clipboard()->setText(text);
        // The offscreen platform does not give the window back what a closed dialog had.
        m_story.window.activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_story.window.isActiveWindow(), patience);
        m_story.view()->setFocus();
        QTest::keyClick(m_story.view(), Qt::Key_V, Qt::ControlModifier);
    }
    [[nodiscard]] QString summary() const { return m_story.label(u"pasteSummary"_s); }
    [[nodiscard]] bool isRead() const { return dialog->isVisible() && summary() != u"Reading…"_s; }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return found->model()->index(row, column).data().toString();
    }

    PastePreview *dialog;
    QTableView *found;
    QTableView *rejected;
    QPushButton *fetch;

private:
    Story &m_story;
};

QUrl written(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
               ? QUrl::fromLocalFile(path)
               : QUrl();
}

void drop(QWidget &on, QMimeData &data)
{
    const QPoint at = on.rect().center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&on, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&on, &event);
    QVERIFY(event.isAccepted());
}

} // namespace

class TestPastePreview final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QGuiApplication::clipboard()->clear(); }

    void pasteIntoTheTableIsShownAndFetched()
    {
        Story story;
        Preview preview(story);
        const QAbstractItemModelTester tester(preview.found->model());
        QCOMPARE(preview.dialog->accessibleName(), u"Paste preview"_s);
        QVERIFY(!preview.dialog->isModal());
        preview.paste(u"curl '%1' -X PUT -H 'X-A: b' --data-raw '{}'\n# c\nftp://h/\n%2\n%2\n"_s.arg(
            story.server.url(u"/one"_s), story.server.url(u"/two"_s)));
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QCOMPARE(preview.found->model()->rowCount(), 2);
        QCOMPARE(preview.cell(0, FoundRequests::Method), u"PUT"_s);
        QCOMPARE(preview.cell(0, FoundRequests::Sends), u"2 headers, body of 2 B"_s);
        QCOMPARE(preview.cell(1, FoundRequests::Line), u"4"_s);
        QCOMPARE(preview.summary(), u"2 requests · 1 duplicate · 1 line rejected"_s);
        QCOMPARE(preview.fetch->accessibleName(), u"Fetch 2"_s);
        QCOMPARE(story.server.requestCount(), 0); // nothing is sent before it is confirmed
        QTest::mouseClick(preview.fetch, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Succeeded"_s) + story.count(u"Done"_s), 2, patience);
        QVERIFY(!preview.dialog->isVisible());
        const QList<ServerRequest> requests = story.server.requests();
        const auto put = std::ranges::find(requests, "PUT"_ba, &ServerRequest::method);
        QVERIFY(put != requests.end());
        QCOMPARE(put->body, "{}"_ba);
        QCOMPARE(headerValue(put->headers, "X-A"), "b"_ba);
    }

    void cancelSendsNothing()
    {
        Story story;
        Preview preview(story);
        preview.paste(story.server.url(u"/one"_s));
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        story.click(u"pasteCancel"_s);
        QVERIFY(!preview.dialog->isVisible());
        preview.paste(story.server.url(u"/one"_s));
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QTest::keyClick(preview.found, Qt::Key_Escape);
        QVERIFY(!preview.dialog->isVisible());
        QCOMPARE(story.engine.submitted(), 0U);
    }

    void keyboardFetches()
    {
        Story story;
        Preview preview(story);
        preview.paste(story.server.url(u"/one"_s));
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QTest::keyClick(preview.found, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(story.engine.submitted(), 1U, patience);
    }

    void rejectedLineIsMendedInPlace()
    {
        Story story;
        Preview preview(story);
        preview.paste(u"http://h/1\nhttp://h/2\nhttp://h/a b\nno\n"_s);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QCOMPARE(preview.rejected->model()->rowCount(), 2);
        const QModelIndex text = preview.rejected->model()->index(0, RejectedEdits::Text);
        preview.rejected->setCurrentIndex(text);
        preview.rejected->setFocus();
        QTest::keyClick(preview.rejected, Qt::Key_F2);
        auto *editor = preview.rejected->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, u"nope"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QVERIFY(preview.dialog->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(preview.rejected->model()
                                     ->index(0, RejectedEdits::Reason)
                                     .data()
                                     .toString()
                                     .startsWith(u"it is not a URL"_s),
                                 patience);
        QCOMPARE(preview.found->model()->rowCount(), 2);
        QTRY_VERIFY_WITH_TIMEOUT(!preview.rejected->findChild<QLineEdit *>(), patience);
        QTest::keyClick(preview.rejected, Qt::Key_F2);
        QTRY_VERIFY_WITH_TIMEOUT((editor = preview.rejected->findChild<QLineEdit *>()), patience);
        editor->selectAll();
        QTest::keyClicks(editor, u"http://h/ab"_s);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(preview.found->model()->rowCount(), 3, patience);
        QCOMPARE(preview.rejected->model()->rowCount(), 1);
        QCOMPARE(preview.cell(2, FoundRequests::Url), u"http://h/ab"_s);
        QCOMPARE(preview.cell(2, FoundRequests::Line), u"3"_s);
        QCOMPARE(preview.fetch->accessibleName(), u"Fetch 3"_s);

        const int height = preview.found->height();
        preview.rejected->model()->setData(preview.rejected->model()->index(0, RejectedEdits::Text),
                                           u"h.test"_s, Qt::EditRole);
        QTRY_VERIFY_WITH_TIMEOUT(!preview.rejected->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(preview.found->height() > height, patience); // its room is given back
    }

    void aLineThatIsBeingMendedIsFetchedToo()
    {
        Story story;
        Preview preview(story);
        preview.paste(story.server.url(u"/1"_s) + u"\nhttp://h/a b\n"_s);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        preview.rejected->setCurrentIndex(preview.rejected->model()->index(0, RejectedEdits::Text));
        preview.rejected->setFocus();
        QTest::keyClick(preview.rejected, Qt::Key_F2);
        auto *const editor = preview.rejected->findChild<QLineEdit *>();
        QVERIFY(editor);
        editor->selectAll();
        QTest::keyClicks(editor, story.server.url(u"/2"_s));
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(!preview.dialog->isVisible(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(story.view()->model()->rowCount(), 2, patience);
    }

    void whatWasMendedStaysWhenItIsReadAgain()
    {
        Story story;
        Preview preview(story);
        preview.paste(u"http://h/[1-3]\nhttp://h/a b\nno\n"_s);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QCOMPARE(preview.found->model()->rowCount(), 3);
        preview.rejected->model()->setData(preview.rejected->model()->index(0, RejectedEdits::Text),
                                           u"http://h/ab"_s, Qt::EditRole);
        QTRY_COMPARE_WITH_TIMEOUT(preview.found->model()->rowCount(), 4, patience);
        auto *const expand = story.find<QCheckBox>(u"pasteExpand"_s);
        QVERIFY(expand);
        QTest::mouseClick(expand, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(preview.cell(0, FoundRequests::Url), u"http://h/[1-3]"_s, patience);
        QTRY_COMPARE_WITH_TIMEOUT(preview.found->model()->rowCount(), 2, patience);
        QCOMPARE(preview.cell(1, FoundRequests::Url), u"http://h/ab"_s);
        QCOMPARE(preview.rejected->model()->rowCount(), 1);
    }

    void duplicatesAndRangesAreChosen()
    {
        Story story;
        Preview preview(story);
        preview.paste(u"http://h/[1-100]\nhttp://h/5\n"_s);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        auto *expand = story.find<QCheckBox>(u"pasteExpand"_s);
        auto *duplicates = story.find<QCheckBox>(u"pasteDuplicates"_s);
        QVERIFY2(expand->text().contains(u"1 line: 100 URLs"_s), qPrintable(expand->text()));
        QCOMPARE(preview.fetch->accessibleName(), u"Fetch 100"_s);
        QTest::mouseClick(duplicates, Qt::LeftButton, {}, QPoint(8, duplicates->height() / 2));
        QCOMPARE(preview.fetch->accessibleName(), u"Fetch 101"_s);
        QTest::mouseClick(expand, Qt::LeftButton, {}, QPoint(8, expand->height() / 2));
        QTRY_COMPARE_WITH_TIMEOUT(preview.fetch->accessibleName(), u"Fetch 2"_s, patience);
        QVERIFY(expand->isVisible());
    }

    void columnAndFormatAreChosen()
    {
        Story story;
        Preview preview(story);
        preview.paste(u"name,url,mirror\nA,http://a/,http://b/\n"_s);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QCOMPARE(preview.cell(0, FoundRequests::Url), u"http://a/"_s);
        QCOMPARE(preview.cell(0, FoundRequests::Name), u"A"_s);
        auto *column = story.find<QComboBox>(u"pasteColumn"_s);
        QVERIFY(column->isVisible());
        QCOMPARE(column->currentText(), u"url"_s);
        column->setFocus();
        QTest::keyClick(column, Qt::Key_Down);
        QTRY_COMPARE_WITH_TIMEOUT(preview.cell(0, FoundRequests::Url), u"http://b/"_s, patience);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        auto *format = story.find<QComboBox>(u"pasteFormat"_s);
        format->setFocus();
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(format, Qt::Key_Down);
        QTRY_COMPARE_WITH_TIMEOUT(preview.found->model()->rowCount(), 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!column->isVisible(), patience);
    }

    void droppedTextAndFiles()
    {
        Story story;
        Preview preview(story);
        QMimeData text;
        text.setText(u"See http://h/1 and http://h/2."_s);
        drop(story.window, text);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QCOMPARE(preview.found->model()->rowCount(), 2);
        preview.dialog->reject();

        const QTemporaryDir folder;
        QMimeData files;
        files.setUrls({written(
            folder.filePath(u"a.har"_s),
            "{\"log\":{\"entries\":[{\"request\":{\"method\":\"DELETE\",\"url\":\"http://h/3\"}}]}}")});
        drop(story.window, files);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QCOMPARE(preview.cell(0, FoundRequests::Method), u"DELETE"_s);
    }

    void filesInTheUrlsBoxGoToThePreview()
    {
        Story story;
        Preview preview(story);
        auto *const box = story.find<UrlsBox>(u"urls"_s);
        const QTemporaryDir folder;
        const QUrl list = written(folder.filePath(u"list.txt"_s), "http://h/1\nhttp://h/2\n");
        QMimeData dropped;
        dropped.setUrls({list});
        drop(*box->viewport(), dropped);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QCOMPARE(preview.found->model()->rowCount(), 2);
        preview.dialog->reject();

        auto *const copied = new QMimeData;
        copied->setUrls({list});
        QGuiApplication::clipboard()->setMimeData(copied);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(preview.dialog->isVisible() && preview.isRead(), patience);
        QVERIFY(box->document()->isEmpty());
    }

    void commandsInTheUrlsBoxGoToThePreview()
    {
        Story story;
        Preview preview(story);
        auto *box = story.find<UrlsBox>(u"urls"_s);
        box->setFocus();
        QGuiApplication::clipboard()->setText(u"http://h/1\nsee http://h/2 there"_s);
        QTest::keyClick(box, Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!box->document()->isEmpty());
        QVERIFY(!preview.dialog->isVisible());
        box->clear();
        QGuiApplication::clipboard()->setText(u"curl http://h/1 \\\n -I"_s);
        QTest::keyClick(box, Qt::Key_V, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), patience);
        QVERIFY(box->document()->isEmpty());
        QCOMPARE(preview.cell(0, FoundRequests::Method), u"HEAD"_s);
    }

    void requestsOfTheCommandLineAreShown()
    {
        ScriptServer server(answerTo);
        Engine engine(storySettings());
        WindowOptions options;
        options.initialRequests =
            u"{\"url\":\"%1\",\"method\":\"POST\",\"body\":\"x\"}\n"_s.arg(server.url(u"/1"_s));
        {
            MainWindow window(engine, options);
            window.show();
            auto *preview = window.findChild<PastePreview *>(u"pastePreview"_s);
            QTRY_VERIFY_WITH_TIMEOUT(preview->isVisible(), patience);
            QCOMPARE(server.requestCount(), 0);
        }
        options.startAtOnce = true;
        MainWindow window(engine, options);
        window.show();
        QTRY_COMPARE_WITH_TIMEOUT(server.requestCount(), 1, patience);
        QCOMPARE(server.requests().first().body, "x"_ba);
    }

    void manyLinesAreReadBesideTheWindow()
    {
        Story story;
        Preview preview(story);
        QString text;
        for (int i = 0; i < 100'000; ++i)
            text += u"http://host%1.test/%2\n"_s.arg(i % 50).arg(i);
        preview.paste(text);
        QCOMPARE(preview.summary(), u"Reading…"_s); // the paste itself waits for nothing
        QTRY_VERIFY_WITH_TIMEOUT(preview.isRead(), 3 * patience);
        QCOMPARE(preview.found->model()->rowCount(), 100'000);
    }
};

QTEST_MAIN(TestPastePreview)
#include "tst_pastepreview.moc"
