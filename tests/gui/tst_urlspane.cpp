// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/urlsbox.h"
#include "ui/panes/urlspane.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

struct Pane
{
    Pane()
    {
        pane.resize(900, 180);
        pane.show();
    }

    void setText(const QString &text) { pane.box().setPlainText(text); }
    void clickFetch() { QTest::mouseClick(pane.findChild<QPushButton *>(u"fetch"_s), Qt::LeftButton); }
    [[nodiscard]] QStringList fetched() const
    {
        QStringList urls;
        if (!spy.isEmpty()) {
            for (const JobInput &input : spy.last().at(0).value<QList<JobInput>>())
                urls.append(input.url);
        }
        return urls;
    }
    [[nodiscard]] QString label(const QString &name) const { return pane.findChild<QLabel *>(name)->text(); }
    void paste(const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        QTest::keyClick(&pane.box(), Qt::Key_V, Qt::ControlModifier);
    }
    [[nodiscard]] QListView *rejected() const { return pane.findChild<QListView *>(u"rejectedLines"_s); }

    QSet<QString> busy;
    UrlsPane pane{[this](const QList<AcceptedUrl> &urls) {
        QSet<QString> found;
        for (const AcceptedUrl &each : urls) {
            if (busy.contains(each.url))
                found.insert(each.url);
        }
        return found;
    }};
    QSignalSpy spy{&pane, &UrlsPane::fetchRequested};
};

QString manyLines(int count)
{
    QStringList lines;
    for (int i = 0; i < count; ++i)
        lines.append(u"https://a.test/item/%1"_s.arg(i));
    return lines.join(u'\n');
}

} // namespace

class TestUrlsPane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFoundByName()
    {
        Pane pane;
        QCOMPARE(pane.pane.box().objectName(), u"urls"_s);
        QCOMPARE(pane.pane.box().accessibleName(), u"URLs"_s);
        QVERIFY(pane.pane.box().placeholderText().contains(u"Ctrl+Enter"_s));
        QCOMPARE(pane.pane.findChild<QPushButton *>(u"fetch"_s)->accessibleName(), u"Fetch"_s);
    }

    void fetchIsForSomething()
    {
        Pane pane;
        auto *fetch = pane.pane.findChild<QPushButton *>(u"fetch"_s);
        QVERIFY(!fetch->isEnabled());
        pane.setText(u"a"_s);
        QVERIFY(fetch->isEnabled());
        pane.setText({});
        QVERIFY(!fetch->isEnabled());
        pane.pane.fetch();
        QCOMPARE(pane.spy.size(), 0);
        QVERIFY(pane.label(u"fetchMessage"_s).contains(u"paste"_s));
    }

    void fetchesRightAfterThePaste()
    {
        Pane pane;
        pane.setText(u"https://a.test/1\n\n# a comment\na.test/2\n//b.test/3\n"_s);
        pane.clickFetch();
        QCOMPARE(pane.fetched(),
                 (QStringList{u"https://a.test/1"_s, u"https://a.test/2"_s, u"https://b.test/3"_s}));
        QCOMPARE(pane.pane.box().toPlainText(), QString());
        QCOMPARE(pane.label(u"fetchMessage"_s), u"3 jobs added"_s);
    }

    void reportsWhileTyping()
    {
        Pane pane;
        pane.setText(u"https://a.test/1\nhttps://a.test/1\nftp://a.test/\nhttps://a.test/2"_s);
        QTRY_COMPARE(pane.label(u"urlsReport"_s), u"2 URLs · 1 duplicate · 1 rejected"_s);
        QVERIFY(pane.rejected()->isVisible());
        QCOMPARE(pane.rejected()->model()->rowCount(), 1);
        const QString line = pane.rejected()->model()->index(0, 0).data().toString();
        QVERIFY2(line.startsWith(u"Line 3: "_s) && line.endsWith(u" – ftp://a.test/"_s), qPrintable(line));
        QCOMPARE(pane.pane.box().extraSelections().size(), 1);
        QCOMPARE(pane.spy.size(), 0);
        pane.setText(u"https://a.test/1"_s);
        QTRY_COMPARE(pane.label(u"urlsReport"_s), u"1 URL"_s);
        QVERIFY(!pane.rejected()->isVisible());
        QVERIFY(pane.pane.box().extraSelections().isEmpty());
    }

    void keepsRejectedLines()
    {
        Pane pane;
        pane.setText(u"https://a.test/1\nftp://a.test/\nhttps://a.test/1\nhttps://a.test/2"_s);
        pane.clickFetch();
        QCOMPARE(pane.fetched().size(), 2);
        QCOMPARE(pane.pane.box().toPlainText(), u"ftp://a.test/"_s);
        QCOMPARE(pane.label(u"fetchMessage"_s), u"2 jobs added · 1 duplicate left out"_s);
        QCOMPARE(pane.label(u"urlsReport"_s), u"1 rejected"_s);
        pane.clickFetch();
        QCOMPARE(pane.spy.size(), 1);
        QVERIFY(pane.label(u"fetchMessage"_s).contains(u"rejected"_s));
        pane.pane.box().undo();
        QVERIFY(pane.pane.box().toPlainText().contains(u"https://a.test/2"_s));
    }

    void leavesOutWhatIsUnderWay()
    {
        Pane pane;
        pane.busy = {u"https://a.test/1"_s, u"https://a.test/2"_s};
        pane.setText(u"https://a.test/1\nhttps://a.test/2\nhttps://a.test/3"_s);
        pane.clickFetch();
        QCOMPARE(pane.fetched(), QStringList{u"https://a.test/3"_s});
        QCOMPARE(pane.label(u"fetchMessage"_s), u"1 job added · 2 were already under way"_s);
        pane.setText(u"https://a.test/1"_s);
        pane.clickFetch();
        QCOMPARE(pane.spy.size(), 1);
        QCOMPARE(pane.label(u"fetchMessage"_s), u"Nothing new to fetch · 1 was already under way"_s);
        QCOMPARE(pane.pane.box().toPlainText(), QString());
    }

    void messageGoesWithTheNextEdit()
    {
        Pane pane;
        pane.setText(u"https://a.test/1"_s);
        pane.clickFetch();
        QVERIFY(!pane.label(u"fetchMessage"_s).isEmpty());
        QTest::keyClick(&pane.pane.box(), Qt::Key_A);
        QVERIFY(pane.label(u"fetchMessage"_s).isEmpty());
    }

    void goesToARejectedLine()
    {
        Pane pane;
        pane.setText(u"https://a.test/1\n\nftp://a.test/\n"_s);
        QTRY_VERIFY(pane.rejected()->isVisible());
        Q_EMIT pane.rejected()->activated(pane.rejected()->model()->index(0, 0));
        QCOMPARE(pane.pane.box().textCursor().selectedText(), u"ftp://a.test/"_s);
    }

    void takesManyLines()
    {
        Pane pane;
        QStringList lines;
        for (int i = 0; i < 20'000; ++i)
            lines.append(u"https://a.test/item/%1"_s.arg(i));
        lines.append(u"ftp://nobody"_s);
        pane.setText(lines.join(u'\n'));
        pane.clickFetch();
        QTRY_COMPARE_WITH_TIMEOUT(pane.spy.size(), 1, 10'000);
        QCOMPARE(pane.fetched().size(), 20'000);
        QCOMPARE(pane.pane.box().toPlainText(), u"ftp://nobody"_s);
    }

    void aLongPasteComesInPieces()
    {
        Pane pane;
        UrlsBox &box = pane.pane.box();
        const QString text = manyLines(20'000);
        pane.setText(u"https://first.test/\nhttps://last.test/\n"_s);
        box.moveCursor(QTextCursor::Down);
        pane.paste(text + u'\n');
        const QString whole = u"https://first.test/\n"_s + text + u"\nhttps://last.test/\n"_s;
        QVERIFY(box.toPlainText().size() < whole.size());
        QCOMPARE(box.wholeText(), whole);
        box.moveCursor(QTextCursor::End);
        QTest::keyClicks(&box, u"z.test"_s);
        QTRY_COMPARE_WITH_TIMEOUT(box.toPlainText(), whole + u"z.test"_s, 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(pane.label(u"urlsReport"_s), u"20,003 URLs"_s, 10'000);
    }

    void aLongPasteIsOneStepToUndo()
    {
        Pane pane;
        const QString text = manyLines(20'000);
        pane.setText(u"https://first.test/"_s);
        pane.paste(text);
        QTRY_COMPARE_WITH_TIMEOUT(pane.pane.box().toPlainText(), text + u"https://first.test/"_s, 10'000);
        pane.pane.box().undo();
        QCOMPARE(pane.pane.box().toPlainText(), u"https://first.test/"_s);
    }

    void undoStopsALongPaste()
    {
        Pane pane;
        UrlsBox &box = pane.pane.box();
        const QString first = u"https://first.test/"_s;
        pane.setText(first);
        pane.paste(manyLines(20'000));
        QVERIFY(box.toPlainText().size() < box.wholeText().size()); // it is still going in
        box.undo();
        QTRY_COMPARE(box.wholeText(), first);
        QTRY_COMPARE(pane.label(u"urlsReport"_s), u"1 URL"_s);
        QCOMPARE(box.toPlainText(), first);
        QVERIFY(!box.document()->isRedoAvailable()); // what went in was not all
        pane.paste(manyLines(20'000));
        QTRY_COMPARE_WITH_TIMEOUT(box.toPlainText(), manyLines(20'000) + first, 10'000);
    }

    void aLongPasteOverASelectionIsOneStepToUndo()
    {
        Pane pane;
        const QString text = manyLines(20'000);
        pane.setText(u"https://first.test/"_s);
        pane.pane.box().selectAll();
        pane.paste(text);
        QTRY_COMPARE_WITH_TIMEOUT(pane.pane.box().toPlainText(), text, 10'000);
        pane.pane.box().undo();
        QCOMPARE(pane.pane.box().toPlainText(), u"https://first.test/"_s);
    }

    void rejectedLinesOfALongPasteAreMarkedWhereTheyAre()
    {
        Pane pane;
        const UrlsBox &box = pane.pane.box();
        pane.paste(manyLines(20'000) + u"\nftp://nobody"_s);
        const auto marked = [&box] {
            QStringList lines;
            const QList<QTextEdit::ExtraSelection> marks = box.extraSelections();
            for (const QTextEdit::ExtraSelection &mark : marks)
                lines.append(mark.cursor.block().text());
            return lines;
        };
        QTRY_COMPARE_WITH_TIMEOUT(marked(), QStringList{u"ftp://nobody"_s}, 10'000);
    }

    void whatIsBeingPastedIsFetched()
    {
        Pane pane;
        const QFont font = pane.pane.box().document()->defaultFont();
        pane.paste(manyLines(20'000) + u"\nftp://nobody"_s);
        pane.pane.fetch();
        QTRY_COMPARE_WITH_TIMEOUT(pane.spy.size(), 1, 10'000);
        QCOMPARE(pane.fetched().size(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(pane.label(u"urlsReport"_s), u"1 rejected"_s, 10'000);
        QCOMPARE(pane.pane.box().toPlainText(), u"ftp://nobody"_s);
        QCOMPARE(pane.pane.box().document()->defaultFont(), font);
        // The box works on as before.
        QTest::keyClick(&pane.pane.box(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&pane.pane.box(), u"https://b.test/"_s);
        pane.clickFetch();
        QTRY_COMPARE_WITH_TIMEOUT(pane.fetched(), QStringList{u"https://b.test/"_s}, 10'000);
        QVERIFY(!pane.pane.findChild<QPushButton *>(u"fetch"_s)->isEnabled());
    }

    /// What is about to be taken out of the box does not go in first; what stays goes on going in.
    void aPasteWaitsWhileItIsTaken_data()
    {
        QTest::addColumn<bool>("taken");
        QTest::newRow("all of it") << true;
        QTest::newRow("none of it: every line is rejected") << false;
    }
    void aPasteWaitsWhileItIsTaken()
    {
        QFETCH(const bool, taken);
        constexpr int count = 100'000;
        Pane pane;
        QString text = manyLines(count);
        if (!taken)
            text.replace(u"https"_s, u"ftp"_s);
        pane.paste(text);
        UrlsBox &box = pane.pane.box();
        const int before = box.blockCount();
        QVERIFY(before < count / 10);
        int most = before;
        const auto watching = connect(&box, &QPlainTextEdit::blockCountChanged, this,
                                      [&most](int blocks) { most = std::max(most, blocks); });
        pane.pane.fetch();
        QTRY_VERIFY_WITH_TIMEOUT(!pane.label(u"fetchMessage"_s).isEmpty(), 10'000);
        disconnect(watching);
        if (taken) {
            QCOMPARE(most, before);
            QTRY_COMPARE_WITH_TIMEOUT(pane.fetched().size(), count, 10'000);
        } else {
            QTRY_COMPARE_WITH_TIMEOUT(box.blockCount(), count, 10'000);
            // Pieces are no edit, after which it would not be said any more.
            QVERIFY(pane.label(u"fetchMessage"_s).contains(u"rejected"_s));
        }
    }

    void readsWhatIsThereInTheEnd()
    {
        Pane pane;
        QStringList lines;
        for (int i = 0; i < 20'000; ++i)
            lines.append(u"https://a.test/item/%1"_s.arg(i));
        pane.setText(lines.join(u'\n'));
        pane.pane.fetch();
        pane.setText(u"https://b.test/"_s); // while a thread still reads the first text
        QTRY_COMPARE_WITH_TIMEOUT(pane.spy.size(), 1, 10'000);
        QCOMPARE(pane.fetched(), QStringList{u"https://b.test/"_s});
    }
};

QTEST_MAIN(TestUrlsPane)
#include "tst_urlspane.moc"
