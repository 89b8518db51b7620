// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/jobfilter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

struct Sample
{
    QString url;
    JobView job;
};

/// A few jobs that differ in everything a filter can ask for.
QList<Sample> samples()
{
    QList<Sample> all(6);
    all[0] = {u"https://example.org/a.json"_s, {}};
    all[1] = {u"https://api.example.org:8443/v1/items?page=2"_s, {}};
    all[1].job.state = JobState::Running;
    all[1].job.slow = true;
    all[2] = {u"http://user:pw@other.test/example.org"_s, {}};
    all[2].job.state = JobState::Succeeded;
    all[2].job.status = 200;
    all[3] = {u"http://localhost:8080/missing"_s, {}};
    all[3].job.state = JobState::Failed;
    all[3].job.status = 404;
    all[3].job.faultClass = FaultClass::HttpStatus;
    all[4] = {u"http://[::1]:9000/slow"_s, {}};
    all[4].job.state = JobState::Failed;
    all[4].job.faultClass = FaultClass::TimeoutFirstByte;
    all[5] = {u"http://other.test/b.JSON"_s, {}};
    all[5].job.state = JobState::Cancelled;
    return all;
}

QList<int> matching(QStringView text)
{
    const auto parsed = JobFilter::parse(text);
    if (!std::holds_alternative<JobFilter>(parsed))
        return {-1};
    QList<int> rows;
    const QList<Sample> all = samples();
    for (int row = 0; row < all.size(); ++row) {
        if (std::get<JobFilter>(parsed).matches(all.at(row).job, all.at(row).url))
            rows.append(row);
    }
    return rows;
}

} // namespace

class TestJobFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void chooses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("rows");

        QTest::newRow("nothing") << u""_s << QList<int>{0, 1, 2, 3, 4, 5};
        QTest::newRow("blanks") << u"   "_s << QList<int>{0, 1, 2, 3, 4, 5};
        QTest::newRow("text, any case") << u"json"_s << QList<int>{0, 5};
        QTest::newRow("text is looked for in the whole URL") << u"example.org"_s << QList<int>{0, 1, 2};
        QTest::newRow("negated text") << u"-json"_s << QList<int>{1, 2, 3, 4};
        QTest::newRow("and") << u"json example"_s << QList<int>{0};
        QTest::newRow("host with port is text") << u"localhost:8080"_s << QList<int>{3};
        QTest::newRow("host with port and path is text") << u"localhost:8080/m"_s << QList<int>{3};
        QTest::newRow("URL is text") << u"http://other"_s << QList<int>{5};
        QTest::newRow("domain") << u"domain:example.org"_s << QList<int>{0, 1};
        QTest::newRow("domain leaves out userinfo and port") << u"domain:user"_s << QList<int>{};
        QTest::newRow("domain IPv6") << u"domain:::1"_s << QList<int>{4};
        QTest::newRow("queued") << u"is:queued"_s << QList<int>{0};
        QTest::newRow("running") << u"is:running"_s << QList<int>{1};
        QTest::newRow("slow") << u"is:slow"_s << QList<int>{1};
        QTest::newRow("succeeded") << u"is:succeeded"_s << QList<int>{2};
        QTest::newRow("failed") << u"IS:Failed"_s << QList<int>{3, 4};
        QTest::newRow("cancelled") << u"is:cancelled"_s << QList<int>{5};
        QTest::newRow("waiting") << u"is:waiting"_s << QList<int>{};
        QTest::newRow("negated state") << u"-is:failed"_s << QList<int>{0, 1, 2, 5};
        QTest::newRow("status") << u"status-code:404"_s << QList<int>{3};
        QTest::newRow("status class") << u"status-code:2xx"_s << QList<int>{2};
        QTest::newRow("error") << u"error:http.status"_s << QList<int>{3};
        QTest::newRow("error family") << u"error:timeout"_s << QList<int>{4};
        QTest::newRow("together") << u"is:failed -error:timeout"_s << QList<int>{3};
        QTest::newRow("a lone dash is text") << u"-"_s << QList<int>{};
    }

    void chooses()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, rows);
        QCOMPARE(matching(text), rows);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");

        QTest::newRow("keyword") << u"colour:red"_s << u"colour:"_s;
        QTest::newRow("second word") << u"json slower-than:2s"_s << u"slower-than:"_s;
        QTest::newRow("state") << u"is:odd"_s << u"is:"_s;
        QTest::newRow("status") << u"status-code:abc"_s << u"status-code:"_s;
        QTest::newRow("status range") << u"status-code:1000"_s << u"status-code:"_s;
        QTest::newRow("error") << u"error:nonsense"_s << u"timeout.first_byte"_s;
        QTest::newRow("no error") << u"error:"_s << u"error:"_s;
        QTest::newRow("no domain") << u"domain:"_s << u"domain:"_s;
    }

    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto parsed = JobFilter::parse(text);
        QVERIFY(std::holds_alternative<QString>(parsed));
        QVERIFY2(std::get<QString>(parsed).contains(says), qPrintable(std::get<QString>(parsed)));
    }

    void knowsWhetherItFollowsTheRun()
    {
        const auto live = [](QStringView text) {
            return std::get<JobFilter>(JobFilter::parse(text)).isLive();
        };
        QVERIFY(!live(u""));
        QVERIFY(!live(u"json -domain:org"));
        QVERIFY(live(u"is:running"));
        QVERIFY(live(u"json status-code:404"));
        QVERIFY(live(u"-error:dns"));
    }
};

QTEST_APPLESS_MAIN(TestJobFilter)
#include "tst_jobfilter.moc"
