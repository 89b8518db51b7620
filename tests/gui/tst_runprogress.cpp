// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/panes/runprogress.h"

#include <QTest>

using namespace inflight;

namespace {

/// Counts what is painted.
class Paints final : public QObject
{
public:
    explicit Paints(QWidget &widget) { widget.installEventFilter(this); }
    [[nodiscard]] int count() const { return m_count; }

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_count += event->type() == QEvent::Paint;
        return false;
    }

    int m_count = 0;
};

RunTotals totals(int succeeded, int queued)
{
    RunTotals totals;
    totals.succeeded = succeeded;
    totals.queued = queued;
    return totals;
}

} // namespace

class TestRunProgress final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Else a frame is painted twice: once for the bar, with all that waits by then, and once for the rest.
    void waitsWithPaintingForTheNextFrame()
    {
        RunProgress bar;
        bar.resize(400, 5);
        bar.show();
        QVERIFY(QTest::qWaitForWindowExposed(&bar));
        bar.follow(totals(0, 100));
        QCoreApplication::processEvents();
        const Paints paints(bar);
        bar.follow(totals(50, 50));
        QCOMPARE(paints.count(), 0);
        QCOMPARE(bar.value(), 50);
        QCOMPARE(bar.maximum(), 100);
        QTRY_COMPARE(paints.count(), 1);
    }
};

QTEST_MAIN(TestRunProgress)
#include "tst_runprogress.moc"
