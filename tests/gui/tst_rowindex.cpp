// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/rowindex.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace inflight;
using namespace Qt::StringLiterals;

/// Rows in order of their texts, as QString orders them, whatever the shortcuts on the way.
class TestRowIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsTexts_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<Qt::SortOrder>("order");
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const char *const name = order == Qt::AscendingOrder ? "ascending" : "descending";
            QTest::addRow("urls, %s", name) << u"https://host.test/item/"_s << order;
            QTest::addRow("nothing in common, %s", name) << QString() << order;
        }
    }

    void sortsTexts()
    {
        QFETCH(const QString, prefix);
        QFETCH(const Qt::SortOrder, order);
        QRandomGenerator random(7);
        QStringList texts;
        for (int i = 0; i < 3000; ++i)
            texts.append(prefix + randomText(random));
        RowIndex index(RowIndex::By::Text, order);
        for (int row = 0; row < texts.size(); ++row)
            index.put({.row = row, .shown = row % 10 != 0, .number = 0, .text = texts.at(row)});
        index.place();
        QCOMPARE(index.rows(), expected(texts, order));

        // A few that change are merged.
        for (int row = 1; row < 100; row += 10) {
            texts[row] = prefix + randomText(random);
            index.put({.row = row, .shown = true, .number = 0, .text = texts.at(row)});
        }
        index.place();
        QCOMPARE(index.rows(), expected(texts, order));
    }

private:
    /// Short, so that many are the same or begin with each other; with what orders code units apart.
    static QString randomText(QRandomGenerator &random)
    {
        static const QList<QChar> letters{u'a',          u'b',          QChar(0),     QChar(0xE9),
                                          QChar(0xFFFD), QChar(0xD83D), QChar(0xDE00)};
        QString text;
        for (int left = random.bounded(8); left > 0; --left)
            text.append(letters.at(random.bounded(static_cast<int>(letters.size()))));
        return text;
    }

    static QList<int> expected(const QStringList &texts, Qt::SortOrder order)
    {
        QList<int> rows(texts.size());
        std::iota(rows.begin(), rows.end(), 0);
        rows.removeIf([](int row) { return row % 10 == 0; });
        std::ranges::stable_sort(rows, [&](int a, int b) {
            return order == Qt::AscendingOrder ? texts.at(a) < texts.at(b) : texts.at(b) < texts.at(a);
        });
        return rows;
    }
};

QTEST_GUILESS_MAIN(TestRowIndex)
#include "tst_rowindex.moc"
