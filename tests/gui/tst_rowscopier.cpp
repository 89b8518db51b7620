// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/rowscopier.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QTest>
#include <QTimer>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

QString clipboardText()
{
    return QGuiApplication::clipboard()->text();
}

QList<int> rowsUpTo(int count)
{
    QList<int> rows(count);
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

/// A list of numbers, each of which takes a millisecond to make.
RowsText slowNumbers()
{
    const auto row = [](int at) {
        QElapsedTimer clock;
        clock.start();
        while (!clock.hasExpired(1)) {
        }
        return QString::number(at);
    };
    return {.head = u"["_s, .row = row, .between = u","_s, .tail = u"]"_s};
}

} // namespace

class TestRowsCopier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QGuiApplication::clipboard()->setText(u"before"_s); }
    void fewRowsAreThereAtOnce();
    void manyRowsLetEventsThrough();
    void aNewCopyStopsTheOneBefore();
};

void TestRowsCopier::fewRowsAreThereAtOnce()
{
    RowsCopier copier(nullptr);
    const RowsText text{
        .head = u"<"_s, .row = [](int at) { return QString::number(at); }, .between = u","_s, .tail = u">"_s};
    copier.copy(text, {3, 1, 2});
    QCOMPARE(clipboardText(), u"<3,1,2>"_s);
    copier.copy(text, {});
    QCOMPARE(clipboardText(), u"<>"_s);
}

void TestRowsCopier::manyRowsLetEventsThrough()
{
    RowsCopier copier(nullptr);
    int eventsBetween = 0;
    QTimer ticks;
    connect(&ticks, &QTimer::timeout, this, [&] { eventsBetween += clipboardText() == "before"_L1; });
    ticks.start(0);
    copier.copy(slowNumbers(), rowsUpTo(200));
    QCOMPARE(clipboardText(), u"before"_s);
    QTRY_VERIFY_WITH_TIMEOUT(clipboardText() != "before"_L1, 30'000);
    QVERIFY(eventsBetween > 1);
    QStringList numbers;
    for (const int at : rowsUpTo(200))
        numbers.append(QString::number(at));
    QCOMPARE(clipboardText(), u"[%1]"_s.arg(numbers.join(u',')));
}

void TestRowsCopier::aNewCopyStopsTheOneBefore()
{
    RowsCopier copier(nullptr);
    copier.copy(slowNumbers(), rowsUpTo(1000));
    copier.copy(slowNumbers(), {7});
    QTRY_COMPARE_WITH_TIMEOUT(clipboardText(), u"[7]"_s, 10'000);
    bool isIdle = false;
    QTimer::singleShot(0, this, [&] { isIdle = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isIdle, 10'000);
    QCOMPARE(clipboardText(), u"[7]"_s);
}

QTEST_MAIN(TestRowsCopier)
#include "tst_rowscopier.moc"
