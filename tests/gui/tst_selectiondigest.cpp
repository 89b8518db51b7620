// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/modelsamples.h"
#include "jobs/jobtable.h"
#include "ui/details/selectiondigest.h"
#include "ui/theme.h"

#include <QPalette>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

/// What is said of many jobs at once.
class TestSelectionDigest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shortTimesAddUp();
};

void TestSelectionDigest::shortTimesAddUp()
{
    constexpr int count = 10'000;
    JobTable table;
    table.append(sampleInputs(count));
    ChangeBatch batch = sampleBatch(0, QList<JobState>(count, JobState::Succeeded), count);
    QList<JobId> ids;
    for (JobView &view : batch.jobs) {
        view.durationMs = 0.49F;
        ids.append(view.id);
    }
    table.apply(batch);
    SelectionDigest digest(table);
    QSignalSpy summed(&digest, &SelectionDigest::summed);
    digest.start(ids);
    QVERIFY(summed.wait(10'000));
    const auto sum = summed.constFirst().constFirst().value<SelectionSum>();
    QCOMPARE(sum.us.sum, 490 * count);
    QCOMPARE(sum.us.median, 490);
    const QString text = selectionHtml(sum, Theme(QPalette()));
    QVERIFY2(text.contains(u"4.9 s"_s) && text.contains(u"0.49 ms"_s), qPrintable(text));
}

QTEST_MAIN(TestSelectionDigest)
#include "tst_selectiondigest.moc"
