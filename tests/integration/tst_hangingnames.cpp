// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "enginetesting.h"
#include "net/wire/resolver.h"
#include "support/hangingnames.h"

#include <QElapsedTimer>
#include <QTest>

using namespace inflight;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

/// A name server that does not answer: nothing else may suffer from it.
class TestHangingNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        // The threads that were let go end while the application is still there.
        QTRY_COMPARE(Resolver::running(), 0);
    }

    void aNameIsLookedUpOnceForAll()
    {
        const HangingNames names;
        Resolver resolver;
        int answers = 0;
        const auto count = [&answers](const QHostInfo &) { ++answers; };
        const int before = HangingNames::hanging();
        int askers[3];
        for (int &asker : askers)
            resolver.lookUp(HangingNames::name(1), &asker, count);
        QTRY_COMPARE(HangingNames::hanging(), before + 1);
        resolver.lookUp(u"localhost"_s, &askers[0], count);
        QTRY_COMPARE(answers, 1);
        resolver.forget(&askers[1]);
    }

    void whoWasForgottenHearsNothing()
    {
        Resolver resolver;
        int forgotten = 0;
        int answered = 0;
        int askers[2];
        {
            const HangingNames names;
            resolver.lookUp(HangingNames::name(2), &askers[0], [&](const QHostInfo &) { ++forgotten; });
            resolver.lookUp(HangingNames::name(2), &askers[1], [&](const QHostInfo &info) {
                QCOMPARE(info.error(), QHostInfo::HostNotFound);
                ++answered;
            });
            QTRY_VERIFY(HangingNames::hanging() > 0);
            resolver.forget(&askers[0]);
        }
        QTRY_COMPARE(answered, 1);
        QCOMPARE(forgotten, 0);
    }

    void jobsEndOnTimeAndOthersAreUnharmed()
    {
        const HangingNames names;
        ScriptServer server(answerJson);
        RunSettings settings = EngineRun::defaults();
        settings.retry.retries = 0;
        settings.deadlines.connect = 500ms;
        EngineRun run(settings);
        QStringList list;
        // More names than Qt has threads for.
        constexpr int hanging = 60;
        for (int i = 0; i < hanging; ++i)
            list.append(u"http://%1/"_s.arg(HangingNames::name(i)));
        list.append(urls(server, 20));
        const QString named = u"http://localhost:%1/named"_s.arg(QUrl(server.url(u"/"_s)).port());
        list.append(named);
        run.submit(list);
        QVERIFY(run.finish(20'000));
        QCOMPARE(run.table().totals().succeeded, 21);
        QCOMPARE(run.table().totals().failed, hanging);
        for (JobId id = 0; id < hanging; ++id)
            QCOMPARE(run.record(id)->fault->faultClass, FaultClass::TimeoutConnect);
    }

    void cancelDoesNotWaitForTheName()
    {
        const HangingNames names;
        EngineRun run;
        const JobId id = run.submit({u"http://%1/"_s.arg(HangingNames::name(100))});
        QTRY_COMPARE(run.view(id).state, JobState::Running);
        run.engine().cancel({id});
        QTRY_COMPARE(run.view(id).state, JobState::Cancelled);
        QVERIFY(run.stop());
    }
};

QTEST_GUILESS_MAIN(TestHangingNames)
#include "tst_hangingnames.moc"
