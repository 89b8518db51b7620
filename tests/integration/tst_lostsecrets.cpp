// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptserver.h"
#include "support/enginerun.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

Script answerAll(const ServerRequest &)
{
    return Script::answer(200);
}

} // namespace

/// Requests of runs and results that were given away without their secrets.
class TestLostSecrets final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dotsAreNotSentForSecrets_data();
    void dotsAreNotSentForSecrets();
};

void TestLostSecrets::dotsAreNotSentForSecrets_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<HeaderList>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("lost");
    const QByteArray dots = "•••";
    QTest::newRow("header") << u"/"_s << HeaderList{{"authorization", dots}} << ""_ba << u"authorization"_s;
    QTest::newRow("body") << u"/"_s << HeaderList() << dots << u"body"_s;
    QTest::newRow("key in the URL") << u"/?a=1&api_key=•••"_s << HeaderList() << ""_ba << u"URL"_s;
    QTest::newRow("encoded") << u"/?token=%e2%80%a2%E2%80%A2%E2%80%A2"_s << HeaderList() << ""_ba << u"URL"_s;
    QTest::newRow("search for dots") << u"/?q=•••"_s << HeaderList() << ""_ba << QString();
    QTest::newRow("dots in another header") << u"/"_s << HeaderList{{"X-Note", dots}} << ""_ba << QString();
    QTest::newRow("dots in a body") << u"/"_s << HeaderList() << dots + "!" << QString();
}

void TestLostSecrets::dotsAreNotSentForSecrets()
{
    QFETCH(const QString, query);
    QFETCH(const HeaderList, headers);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, lost);
    ScriptServer server(answerAll);
    EngineRun run;
    run.submit({server.url(query)},
               std::make_shared<const RequestTemplate>(RequestTemplate{"POST", headers, body}));
    QVERIFY(run.finish());
    QCOMPARE(server.requestCount(), lost.isEmpty() ? 1 : 0);
    const JobRecordPtr record = run.record(0);
    QCOMPARE(record->state, lost.isEmpty() ? JobState::Succeeded : JobState::Failed);
    if (!lost.isEmpty()) {
        QCOMPARE(record->fault->faultClass, FaultClass::Protocol);
        QVERIFY2(record->fault->message.contains(lost), qPrintable(record->fault->message));
    }
}

QTEST_GUILESS_MAIN(TestLostSecrets)
#include "tst_lostsecrets.moc"
