// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testsupport.h"
#include "ui/comparisonwindow.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

ComparedJob sideWith(const QByteArray &output)
{
    ComparedJob side;
    side.state = JobState::Succeeded;
    side.status = 200;
    side.output = output;
    return side;
}

JobDifference job(const QByteArray &before, const QByteArray &after)
{
    JobDifference job;
    job.url = u"http://a.test/"_s;
    job.differences = before == after ? Difference::Time : Difference::Output;
    job.before = sideWith(before);
    job.after = sideWith(after);
    return job;
}

QString outputOf(const JobDifference &difference, int role = Qt::DisplayRole)
{
    const ComparisonModel model({.before = {}, .after = {}, .jobs = {difference}});
    return model.index(0, ComparisonModel::Output).data(role).toString();
}

} // namespace

/// The window with what changed between two runs.
class TestComparison final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputsAreShownWhereTheyDiffer_data();
    void outputsAreShownWhereTheyDiffer();
    void aLongOutputIsInTheTip();
    void itIsAModel();
    void whatBecameOfTheExportIsSaidThere();
};

void TestComparison::outputsAreShownWhereTheyDiffer_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("shown");
    QTest::newRow("short") << R"({"a":1})"_ba
                           << R"({"a":2})"_ba << uR"({"a":1} → {"a":2})"_s;
    QTest::newRow("the same") << R"({"a":1})"_ba
                              << R"({"a":1})"_ba << uR"({"a":1})"_s;
    QTest::newRow("none before") << ""_ba
                                 << "2"_ba << u"– → 2"_s;
    QTest::newRow("none") << ""_ba
                          << ""_ba << u"–"_s;
    QTest::newRow("longer") << "[1"_ba
                            << "[1,2]"_ba << u"[1 → [1,2]"_s;
    const QByteArray same(100, 'x');
    QTest::newRow("far in") << same + "1" << same + "2"
                            << u"…%1%2 → …%1%3"_s.arg(QString(10, u'x'), u"1"_s, u"2"_s);
    QTest::newRow("much follows") << "1" + same << "2" + same << u"1%1… → 2%1…"_s.arg(QString(29, u'x'));
    // The second byte of a letter differs.
    QTest::newRow("letters") << "\"ä\""_ba
                             << "\"ö\""_ba << u"\"ä\" → \"ö\""_s;
    const QByteArray wide = QByteArray("ä").repeated(50);
    QTest::newRow("cut before letters")
        << wide + "1" << wide + "2" << u"…%1%2 → …%1%3"_s.arg(QString(5, u'ä'), u"1"_s, u"2"_s);
}

void TestComparison::outputsAreShownWhereTheyDiffer()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, after);
    QFETCH(const QString, shown);
    QCOMPARE(outputOf(job(before, after)), shown);
}

void TestComparison::aLongOutputIsInTheTip()
{
    const QByteArray rest = "<b>" + QByteArray(500, 'x');
    const QString shown = u"&lt;b&gt;"_s + QString(500, u'x');
    QCOMPARE(outputOf(job("1" + rest, "2" + rest), Qt::ToolTipRole), u"<p>1%1 → 2%1</p>"_s.arg(shown));
}

void TestComparison::itIsAModel()
{
    ComparisonModel model({.before = {}, .after = {}, .jobs = {job("1", "2"), job({}, {})}});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 2);
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
}

void TestComparison::whatBecameOfTheExportIsSaidThere()
{
    ComparisonWindow window({.before = u"a"_s, .after = u"b"_s, .jobs = {job("1", "2")}});
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.show();
    auto *const done = window.findChild<QWidget *>(u"comparisonDone"_s);
    auto *const failed = window.findChild<QWidget *>(u"comparisonFailed"_s);
    QVERIFY(!done->isVisible() && !failed->isVisible());
    window.say(u"The comparison is in c.csv."_s, false);
    QVERIFY(done->isVisible() && !failed->isVisible());
    QCOMPARE(done->accessibleName(), u"The comparison is in c.csv."_s);
    window.say(u"No room."_s, true);
    QVERIFY(!done->isVisible() && failed->isVisible());
    // All columns are seen.
    const auto *const table = window.findChild<QTableView *>(u"comparisonTable"_s);
    QCOMPARE(table->model()->columnCount(), int(ComparisonModel::ColumnCount));
}

QTEST_MAIN(TestComparison)
#include "tst_comparison.moc"
