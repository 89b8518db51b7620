// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/body/jsonrows.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

constexpr int patience = 20'000;

/// Lists in lists, `depth` deep.
QByteArray nested(int depth)
{
    if (depth == 0)
        return "0";
    const QByteArray member = nested(depth - 1);
    return '[' + member + ',' + member + ',' + member + ',' + member + ']';
}

/// What the rows must be: everything whose pointer is in `open` has its members below it.
void flatten(const JsonTreeModel &tree, const QModelIndex &parent, const QSet<QString> &open,
             QStringList &rows)
{
    for (int i = 0; i < tree.rowCount(parent); ++i) {
        const QModelIndex member = tree.index(i, 0, parent);
        rows.append(tree.pointer(member));
        if (open.contains(tree.pointer(member)))
            flatten(tree, member, open, rows);
    }
}

bool isRead(const JsonTreeModel &tree, const QModelIndex &parent)
{
    return QTest::qWaitFor([&] { return tree.rowCount(parent) > 0 && !tree.canFetchMore(parent); }, patience);
}

} // namespace

/// The open part of a tree as a list of rows.
class TestJsonRows final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreWhatIsOpen()
    {
        JsonTreeModel tree;
        JsonRows rows(tree);
        const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.setText(Body(nested(5)));
        tree.fetchMore({});
        QVERIFY(isRead(tree, {}));
        std::mt19937 random(1);
        QSet<QString> open;
        for (int step = 0; step < 300; ++step) {
            const int row = std::uniform_int_distribution(0, rows.rowCount() - 1)(random);
            const QModelIndex source = rows.source(row);
            const QString pointer = tree.pointer(source);
            if (!rows.canOpen(row))
                continue;
            const bool opens = !rows.isOpen(row);
            if (!opens && random() % 4 > 0)
                continue; // else it would hardly get deep
            rows.setOpen(row, opens);
            if (opens) {
                open.insert(pointer);
                QVERIFY(isRead(tree, source));
            } else {
                open.removeIf(
                    [&](const QString &each) { return each == pointer || each.startsWith(pointer + u'/'); });
            }
            QStringList expected;
            flatten(tree, {}, open, expected);
            QCOMPARE(rows.rowCount(), expected.size());
            for (int i = 0; i < rows.rowCount(); ++i) {
                QCOMPARE(tree.pointer(rows.source(i)), expected.at(i));
                QCOMPARE(rows.rowOf(rows.source(i)), i);
            }
        }
        QVERIFY(open.size() > 3);
    }

    void whatIsClosedIsNoRow()
    {
        JsonTreeModel tree;
        JsonRows rows(tree);
        tree.setText(Body(nested(3)));
        tree.fetchMore({});
        QVERIFY(isRead(tree, {}));
        rows.setOpen(0, true);
        QVERIFY(isRead(tree, rows.source(0)));
        rows.setOpen(1, true);
        QVERIFY(isRead(tree, rows.source(1)));
        const QModelIndex inner = rows.source(2);
        QCOMPARE(rows.rowOf(inner), 2);
        rows.setOpen(0, false);
        QCOMPARE(rows.rowCount(), 1);
        QCOMPARE(rows.rowOf(inner), -1);
    }

    void membersThatComeLaterAreBelowTheOthers()
    {
        QByteArray text = "[[";
        for (int i = 0; i < 3 * JsonTreeModel::sliceSize; ++i)
            text += (i > 0 ? "," : "") + QByteArray::number(i);
        JsonTreeModel tree;
        JsonRows rows(tree);
        const QAbstractItemModelTester tester(&rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tree.setText(Body(text + "],\"last\"]"));
        tree.fetchMore({});
        QVERIFY(isRead(tree, {}));
        rows.setOpen(0, true);
        QVERIFY(isRead(tree, rows.source(0)));
        rows.setOpen(1, true);
        const QModelIndex list = rows.source(1);
        for (int known = 1; known <= 3; ++known) {
            QTRY_COMPARE_WITH_TIMEOUT(tree.rowCount(list), known * JsonTreeModel::sliceSize, patience);
            QCOMPARE(rows.rowCount(), 3 + known * JsonTreeModel::sliceSize);
            tree.fetchSlice(list);
        }
        QCOMPARE(rows.index(rows.rowCount() - 1, JsonTreeModel::Value).data().toString(), u"last"_s);
        QCOMPARE(rows.index(rows.rowCount() - 2, JsonTreeModel::Value).data().toString(), u"1499"_s);
    }

    void saysWhetherItIsOpen()
    {
        JsonTreeModel tree;
        JsonRows rows(tree);
        tree.setText(Body("[[1], 2]"_ba));
        tree.fetchMore({});
        QVERIFY(isRead(tree, {}));
        const auto said = [&](int row) { return rows.index(row, 0).data(Qt::AccessibleTextRole).toString(); };
        QVERIFY(rows.index(0, 0).data().toString().startsWith(u'▸'));
        QVERIFY2(said(0).endsWith(u", closed"_s), qPrintable(said(0)));
        rows.setOpen(0, true);
        QVERIFY(isRead(tree, rows.source(0)));
        QVERIFY(rows.index(0, 0).data().toString().startsWith(u'▾'));
        QVERIFY2(said(0).endsWith(u", open"_s), qPrintable(said(0)));
        QCOMPARE(said(2), u"1: 2"_s);
        rows.setOpen(2, true); // nothing to open
        QCOMPARE(rows.rowCount(), 3);
        tree.setText(Body("3"_ba));
        QCOMPARE(rows.rowCount(), 0);
    }
};

QTEST_MAIN(TestJsonRows)
#include "tst_jsonrows.moc"
