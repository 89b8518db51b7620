// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/csvtable.h"
#include "ui/body/jsontreemodel.h"
#include "ui/body/rowsview.h"
#include "ui/body/textrows.h"
#include "ui/models/headermodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr int patience = 20'000;

std::shared_ptr<TextRows> rowsOf(const QByteArray &text)
{
    const Body body(text);
    return std::make_shared<TextRows>(
        body, std::make_shared<const TextIndex>(TextIndex::build(body.bytes(), std::stop_token())));
}

/// Asks for members until there are `rows` of them: the model's tester asks as well, for the first ones.
bool fetch(JsonTreeModel &model, const QModelIndex &parent, int rows = 1)
{
    const auto there = [&] {
        if (model.rowCount(parent) < rows)
            model.fetchSlice(parent);
        return model.rowCount(parent) >= rows;
    };
    return QTest::qWaitFor(there, patience);
}

QString cell(const QAbstractItemModel &model, int row, int column, const QModelIndex &parent = {})
{
    return model.index(row, column, parent).data().toString();
}

} // namespace

class TestBodyModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsJsonAsItIsAskedFor()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setText(
            Body("{\"a\": 1e400, \"b\\\"\": [true, null, \"x\\u00e9\"], \"c\": {}, \"d\": []} "_ba));
        QVERIFY(fetch(model, {}));
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex top = model.index(0, 0);
        QCOMPARE(cell(model, 0, JsonTreeModel::Value), u"{ 4 }"_s);
        QVERIFY(fetch(model, top));
        QTRY_VERIFY_WITH_TIMEOUT(!model.canFetchSlice(top), patience);
        QCOMPARE(model.rowCount(top), 4);
        QCOMPARE(cell(model, 0, JsonTreeModel::Key, top), u"a"_s);
        QCOMPARE(cell(model, 0, JsonTreeModel::Value, top), u"1e400"_s);
        QCOMPARE(cell(model, 1, JsonTreeModel::Key, top), u"b\""_s);
        const QModelIndex list = model.index(1, 0, top);
        QVERIFY(fetch(model, list));
        QCOMPARE(model.rowCount(list), 3);
        QCOMPARE(cell(model, 2, JsonTreeModel::Value, list), u"xé"_s);
        QCOMPARE(model.pointer(model.index(2, 0, list)), u"/b\"/2"_s);
        QVERIFY(!model.hasChildren(model.index(2, 0, top)));
        QVERIFY(!model.hasChildren(model.index(3, 0, top)));
        QCOMPARE(model.source(list, 100).toByteArray(), "[true, null, \"x\\u00e9\"]"_ba);
    }

    void takesSomeMembersAtATime()
    {
        QByteArray text = "[";
        for (int i = 0; i < 3 * JsonTreeModel::sliceSize; ++i)
            text += (i > 0 ? ",[" : "[") + QByteArray::number(i) + "]";
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setText(Body(text + "]"));
        QVERIFY(fetch(model, {}));
        const QModelIndex top = model.index(0, 0);
        QVERIFY(fetch(model, top));
        QCOMPARE(model.rowCount(top), JsonTreeModel::sliceSize);
        QVERIFY(fetch(model, top, 3 * JsonTreeModel::sliceSize));
        QCOMPARE(model.rowCount(top), 3 * JsonTreeModel::sliceSize);
        const QModelIndex last = model.index(model.rowCount(top) - 1, 0, top);
        QVERIFY(fetch(model, last));
        QCOMPARE(cell(model, 0, JsonTreeModel::Value, last), u"1499"_s);
        model.fetchSlice(top);
        QTRY_VERIFY_WITH_TIMEOUT(!model.canFetchSlice(top), patience);
    }

    void readsJsonLines()
    {
        JsonTreeModel model;
        model.setText(Body("{\"a\":1}\n\"two\"\n3\n"_ba));
        QVERIFY(fetch(model, {}));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(cell(model, 1, JsonTreeModel::Value), u"two"_s);
    }

    void saysWhereJsonEnds_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("cut") << "{\"a\": [1, 2"_ba;
        QTest::newRow("words") << "certainly not"_ba;
        QTest::newRow("open string") << "\"abc\\\""_ba;
        QTest::newRow("deep") << QByteArray(1'000'000, '[');
    }

    void saysWhereJsonEnds()
    {
        QFETCH(QByteArray, text);
        JsonTreeModel model;
        QSignalSpy broken(&model, &JsonTreeModel::broken);
        model.setText(Body(text));
        for (int i = 0; i < 5 && broken.isEmpty(); ++i) {
            model.fetchSlice({});
            broken.wait(1000);
        }
        QCOMPARE(broken.size(), 1);
        QVERIFY(!model.canFetchSlice({}));
    }

    void numbersTheLines()
    {
        const auto rows = rowsOf("one\r\ntwo\n\n" + QByteArray(2500, 'x') + "\nlast");
        QCOMPARE(rows->lineCount(), 5);
        QCOMPARE(rows->rowCount(), 7);
        QCOMPARE(rows->text(0), u"one"_s);
        QCOMPARE(rows->label(2), u"3"_s);
        QCOMPARE(rows->text(3).size(), TextIndex::mostRowBytes);
        QVERIFY(!rows->continues(3) && rows->continues(4) && rows->label(4).isEmpty());
        QCOMPARE(rows->text(6), u"last"_s);
        QCOMPARE(rows->label(6), u"5"_s);
    }

    void findsAnyRow()
    {
        QByteArray text;
        for (int i = 0; i < 1000; ++i)
            text += "line " + QByteArray::number(i) + "\n";
        const auto rows = rowsOf(text);
        QCOMPARE(rows->rowCount(), 1000);
        for (const int row : {999, 0, 64, 63, 65, 500, 501})
            QCOMPARE(rows->text(row), u"line %1"_s.arg(row));
    }

    void cutsNoCharacter()
    {
        const auto rows = rowsOf("a"_ba + QString(1000, u'é').toUtf8());
        QString all;
        for (qint64 row = 0; row < rows->rowCount(); ++row)
            all += rows->text(row);
        QCOMPARE(all, u"a"_s + QString(1000, u'é'));
    }

    void emptyTextIsOneRow()
    {
        QCOMPARE(rowsOf({})->rowCount(), 1);
        QCOMPARE(rowsOf("\n")->rowCount(), 1);
    }

    void searches()
    {
        const auto rows = rowsOf("alpha\nBeta beta\ngamma " + QByteArray(2000, '.') + "\n");
        const auto find = [&rows](const QString &words, RowPlace from, bool backwards = false) {
            return findInRows(*rows, words, from, backwards, {});
        };
        QCOMPARE(find(u"beta"_s, {0, -1}), (RowPlace{1, 0}));
        QCOMPARE(find(u"beta"_s, {1, 0}), (RowPlace{1, 5}));
        QCOMPARE(find(u"beta"_s, {1, 5}), (RowPlace{1, 0})); // round the end
        QCOMPARE(find(u"beta"_s, {1, 5}, true), (RowPlace{1, 0}));
        QCOMPARE(find(u"ALPHA"_s, {1, 0}, true), (RowPlace{0, 0}));
        QCOMPARE(find(u"delta"_s, {0, -1}), std::nullopt);
    }

    void findsWordsThatACutGoesThrough()
    {
        const auto rows = rowsOf(QByteArray(998, '.') + "needle" + QByteArray(998, '.'));
        QCOMPARE(findInRows(*rows, u"needle"_s, {0, -1}, false, {}), (RowPlace{0, 998}));
    }

    void showsBytes()
    {
        const HexRows rows(Body("Hello, world!\n\x00\xff and on"_ba));
        QCOMPARE(rows.rowCount(), 2);
        QCOMPARE(rows.label(1), u"00000010"_s);
        QVERIFY(rows.text(0).startsWith(u"48 65 6c 6c 6f"_s));
        QVERIFY(rows.text(0).endsWith(u"Hello, world!···"_s) || rows.text(0).endsWith(u"Hello, world!··"_s));
        QCOMPARE(HexRows(Body()).rowCount(), 0);
    }

    void readsCsv()
    {
        CsvModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy completed(&model, &CsvModel::completed);
        model.setText(Body("id;name\r\n1;\"a \"\"b\"\"; c\"\r\n\r\n2;\"two\nlines\"\r\n3"_ba));
        QVERIFY(completed.wait(patience));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), u"name"_s);
        QCOMPARE(cell(model, 0, 1), u"a \"b\"; c"_s);
        QCOMPARE(cell(model, 1, 1), u"two\nlines"_s);
        QCOMPARE(cell(model, 2, 0), u"3"_s);
        QCOMPARE(cell(model, 2, 1), QString());
    }

    void readsManyRowsOfCsv()
    {
        QByteArray text = "n,square\n";
        for (int i = 0; i < 70'000; ++i)
            text += QByteArray::number(i) + ',' + QByteArray::number(qint64{i} * i) + '\n';
        CsvModel model;
        QSignalSpy completed(&model, &CsvModel::completed);
        model.setText(Body(text));
        QVERIFY(completed.wait(patience));
        QCOMPARE(model.rowCount(), 70'000);
        QCOMPARE(cell(model, 69'999, 1), QString::number(qint64{69'999} * 69'999));
        QCOMPARE(cell(model, 12'345, 0), u"12345"_s);
    }

    void searchesHeaders()
    {
        HeaderModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHeaders({{"Content-Type", "text/plain"}, {"Server", "Plain-Sailing"}, {"ETag", "\"1\""}});
        QCOMPARE(model.rowCount(), 3);
        model.setSearch(u"PLAIN"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.line(1), u"Server: Plain-Sailing"_s);
    }

    /// Of what a server sent, as it was sent.
    void tipsTakeNoMarkup()
    {
        const QString markup = u"<b>bold</b> <img src=\"a.png\">"_s;
        JsonTreeModel json;
        json.setText(Body("\"<b>bold</b> <img src=\\\"a.png\\\">\""_ba));
        QVERIFY(fetch(json, {}));
        HeaderModel headers;
        headers.setHeaders({{"X-Markup", markup.toLatin1()}, {"X-Plain", "1 < 2"}});
        for (const QModelIndex &index :
             {json.index(0, JsonTreeModel::Value), headers.index(0, HeaderModel::Value)}) {
            const QString tip = index.data(Qt::ToolTipRole).toString();
            QVERIFY2(tip.contains(u"&lt;b&gt;bold"_s), qPrintable(tip));
            QTextDocument shown;
            shown.setHtml(tip);
            QCOMPARE(shown.toPlainText(), markup);
        }
        QCOMPARE(headers.index(1, HeaderModel::Value).data(Qt::ToolTipRole).toString(), u"1 < 2"_s);
    }

    void goesThroughRowsByKeys()
    {
        QByteArray text;
        for (int i = 0; i < 500; ++i)
            text += "line " + QByteArray::number(i) + "\n";
        RowsView view;
        view.resize(300, 200);
        view.setRows(rowsOf(text));
        view.show();
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentRow(), 499);
        QTest::keyClick(&view, Qt::Key_Up, Qt::ShiftModifier);
        QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"line 498\nline 499"_s);
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Down);
        QVERIFY(view.accessibleDescription().contains(u"line 1"_s));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, QPoint(100, 2));
        QCOMPARE(view.currentRow(), 0);
    }
};

QTEST_MAIN(TestBodyModels)
#include "tst_bodymodels.moc"
