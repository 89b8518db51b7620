// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowstory.h"

#include "input/inputreport.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLineEdit>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableView>
#include <QTemporaryDir>

using namespace inflight;

namespace {

/// A window with one job that has ended and is current.
class OneJob : public Story
{
public:
    explicit OneJob(const QString &path = u"/a?api_key=topsecret"_s)
        : Story({}, false, settings())
    {
        fetch({path});
        ended = QTest::qWaitFor([this] { return label(u"timeLeft"_s) == u"done"_s; }, patience);
        view()->setFocus();
        view()->selectRow(0);
        view()->setCurrentIndex(view()->model()->index(0, JobModel::Url));
        // On a small screen the details begin behind another pane.
        QTest::keyClick(view(), Qt::Key_Return);
        view()->setFocus();
    }

    static RunSettings settings()
    {
        RunSettings run = storySettings();
        run.keptBodies = 64'000'000;
        return run;
    }
    [[nodiscard]] QAction *action(const QString &name) const { return window.findChild<QAction *>(name); }
    [[nodiscard]] static QString clipboard() { return QGuiApplication::clipboard()->text(); }

    bool ended = false;
};

} // namespace

/// Takes the place of the browser.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"http"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"http"_s); }

    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened.append(url); }
};

class TestJobCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->clear(); }

    void nothingWithoutAJob()
    {
        Story story;
        QVERIFY(!story.window.findChild<QAction *>(u"copyCurlAction"_s)->isEnabled());
        QVERIFY(!story.find<QWidget>(u"detailsCommands"_s)->isVisible());
    }

    void copiesAsCurlByKey()
    {
        OneJob story;
        QVERIFY(story.ended);
        QTest::keyClick(&story.window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(OneJob::clipboard().startsWith(u"curl "_s), patience);
        QVERIFY(!OneJob::clipboard().contains(u"topsecret"_s));
        QVERIFY(story.window.statusBar()->currentMessage().contains(u"without secrets"_s));

        story.action(u"copyCurlWithSecretsAction"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(OneJob::clipboard().contains(u"topsecret"_s), patience);
        const InputReport report = readInput(OneJob::clipboard(), {});
        QCOMPARE(report.requests.size(), 1);
        QCOMPARE(report.requests.first().url, story.server.url(u"/a?api_key=topsecret"_s));
    }

    void copiesTheBody()
    {
        OneJob story;
        QVERIFY(story.ended);
        story.action(u"copyBodyAction"_s)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(OneJob::clipboard().contains(u"\"answer\": 42"_s), patience);
    }

    void copiesTheBodyOfAFailure()
    {
        OneJob story(u"/missing"_s);
        QVERIFY(story.ended);
        QCOMPARE(story.state(0), u"Failed"_s);
        story.action(u"copyBodyAction"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(OneJob::clipboard(), u"no such thing"_s, patience);
    }

    void savesTheBody()
    {
        OneJob story;
        QVERIFY(story.ended);
        QTemporaryDir folder;
        QTest::keyClick(&story.window, Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY_WITH_TIMEOUT(story.find<QFileDialog>(u"saveBodyDialog"_s), patience);
        auto *dialog = story.find<QFileDialog>(u"saveBodyDialog"_s);
        QVERIFY(!dialog->selectedFiles().first().contains(u'?'));
        const QString path = folder.filePath(u"body.json"_s);
        dialog->findChild<QLineEdit *>(u"fileNameEdit"_s)->setText(path);
        QTest::keyClick(dialog->findChild<QLineEdit *>(u"fileNameEdit"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patience);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"answer\": 42"));
        QTRY_VERIFY_WITH_TIMEOUT(story.window.statusBar()->currentMessage().contains(u"body.json"_s),
                                 patience);
    }

    void opensInTheBrowser()
    {
        OneJob story;
        QVERIFY(story.ended);
        Browser browser;
        story.action(u"openInBrowserAction"_s)->trigger();
        QCOMPARE(browser.opened, QList<QUrl>{QUrl(story.server.url(u"/a?api_key=topsecret"_s))});
    }

    void resends()
    {
        OneJob story;
        QVERIFY(story.ended);
        story.action(u"resendAction"_s)->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Succeeded"_s), 2, patience);
        QCOMPARE(story.cell(1, JobModel::Url), story.cell(0, JobModel::Url));
    }

    void editsAndResends()
    {
        OneJob story;
        QVERIFY(story.ended);
        QTest::keyClick(&story.window, Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(story.find<QDialog>(u"resendEditor"_s), patience);
        auto *editor = story.find<QDialog>(u"resendEditor"_s);
        QVERIFY(QTest::qWaitForWindowActive(editor));
        QVERIFY(!editor->isModal());
        auto *url = editor->findChild<QLineEdit *>(u"resendUrl"_s);
        auto *headers = editor->findChild<QPlainTextEdit *>(u"resendHeaders"_s);
        QCOMPARE(url->text(), story.server.url(u"/a?api_key=topsecret"_s));

        headers->setPlainText(u"no colon"_s);
        QTest::keyClick(url, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(editor->findChild<QWidget *>(u"resendComplaint"_s)->isVisible());
        QCOMPARE(story.view()->model()->rowCount(), 1);

        headers->setPlainText(u"X-Team: data\nContent-Type: text/plain"_s);
        editor->findChild<QComboBox *>(u"resendMethod"_s)->setEditText(u"PUT"_s);
        editor->findChild<QPlainTextEdit *>(u"resendBody"_s)->setPlainText(u"hello"_s);
        url->setText(story.server.url(u"/changed"_s));
        QTest::mouseClick(editor->findChild<QPushButton *>(u"resendSend"_s), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(story.count(u"Succeeded"_s), 2, patience);
        const auto requests = story.server.requests();
        const ServerRequest &last = requests.constLast();
        QCOMPARE(last.method, "PUT"_ba);
        QCOMPARE(last.path(), "/changed"_ba);
        QCOMPARE(last.body, "hello"_ba);
    }

    void showsTheRequest()
    {
        OneJob story;
        QVERIFY(story.ended);
        auto *pages = story.find<QTabWidget>(u"detailsPages"_s);
        pages->setCurrentIndex(1);
        QTRY_VERIFY_WITH_TIMEOUT(story.label(u"requestLine"_s).startsWith(u"GET http://"_s), patience);
        QVERIFY(!story.label(u"requestLine"_s).contains(u"topsecret"_s));
        QTest::mouseClick(story.find<QWidget>(u"requestSecrets"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(story.label(u"requestLine"_s).contains(u"topsecret"_s));
        QVERIFY(story.find<QTableView>(u"requestHeaders"_s)->model()->rowCount() >= 3);
    }

    void searchesAndCopiesHeaders()
    {
        OneJob story;
        QVERIFY(story.ended);
        story.find<QTabWidget>(u"detailsPages"_s)->setCurrentIndex(2);
        auto *table = story.find<QTableView>(u"responseHeaders"_s);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() > 1, patience);
        QTest::mouseClick(story.find<QPushButton>(u"responseHeadersCopyAll"_s), Qt::LeftButton);
        QVERIFY(OneJob::clipboard().contains(u"Content-Type: application/json"_s, Qt::CaseInsensitive));
        QVERIFY(!OneJob::clipboard().contains(u"sesame"_s));

        QTest::keyClicks(story.find<QLineEdit>(u"responseHeadersSearch"_s), u"set-coo"_s);
        QCOMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(OneJob::clipboard().startsWith(u"set-cookie: •••"_s, Qt::CaseInsensitive));
        QTest::mouseClick(story.find<QWidget>(u"responseSecrets"_s), Qt::LeftButton, {}, QPoint(8, 8));
        table->selectRow(0);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(OneJob::clipboard().contains(u"sesame"_s));
    }

    void sumsUpSeveral()
    {
        Story story;
        story.fetch({u"/a"_s, u"/b"_s, u"/missing"_s});
        QTRY_COMPARE_WITH_TIMEOUT(story.label(u"timeLeft"_s), u"done"_s, patience);
        story.view()->setFocus();
        story.view()->selectAll();
        auto *page = story.find<QTextBrowser>(u"detailsSelection"_s);
        QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), patience);
        const QString text = page->toPlainText();
        for (const QString &part :
             {u"3 jobs selected"_s, u"Succeeded"_s, u"Failed"_s, u"Median"_s, u"http.status"_s, u"404"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
        story.view()->selectRow(0);
        QVERIFY(!page->isVisible());
        QVERIFY(story.find<QTabWidget>(u"detailsPages"_s)->isVisible());
    }
};

QTEST_MAIN(TestJobCommands)
#include "tst_jobcommands.moc"
