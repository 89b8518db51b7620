// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/pathtemplate.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(QDir(folder).relativeFilePath(each.next()));
    files.sort();
    return files;
}

} // namespace

/// Paths by template, and what save makes of them.
class TestPathTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void expands_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("all") << u"{host}/{path}/{name}"_s << u"example.org/a/b c/thing.json"_s;
        QTest::newRow("index and ending") << u"x-{index}.{ext}"_s << u"x-12.json"_s;
        QTest::newRow("pointers") << u"{/id}/{/name}"_s << u"7/a_b"_s;
        QTest::newRow("out of the folder") << u"../../{/up}/x"_s << QString();
        QTest::newRow("nothing left") << u"///"_s << u"index"_s;
    }

    void expands()
    {
        QFETCH(QString, text);
        const auto made = PathTemplate::parse(text);
        QVERIFY(std::holds_alternative<PathTemplate>(made));
        const QByteArray value = "{\"id\":7,\"name\":\"a/b\",\"up\":\"../../etc\"}";
        const auto path = std::get<PathTemplate>(made).expand(
            {QUrl(u"http://example.org/a/b%20c/thing"_s), u"thing.json"_s, u"12"_s, {}, value});
        QCOMPARE(path.index(), 0U);
        const QString result = std::get<0>(path);
        QVERIFY2(!result.startsWith(u'/') && !result.split(u'/').contains(u".."_s), qPrintable(result));
        if (!text.startsWith(".."_L1))
            QTEST(result, "path");
    }

    void refusesWhatItDoesNotKnow()
    {
        for (const QString &text : {u"{nothing}"_s, u"{host"_s, u"host}"_s, u""_s, u"{}"_s, u"{/a~}"_s})
            QVERIFY2(std::holds_alternative<QString>(PathTemplate::parse(text)), qPrintable(text));
    }

    void savesEachValueToAFileOfItsOwn()
    {
        const QTemporaryDir folder;
        StageTrial run;
        run.context.job = 5;
        const Outcome<StageResult> outcome =
            runStages("{\"stage\": \"ndjson\"}, {\"stage\": \"save\", \"path\": \"{host}/{/id}.json\"}",
                      payloadOf("{\"id\": \"a\"}\n{\"id\": \"../b\"}\n{\"id\": \"A\"}\n", "text/plain"),
                      run.context, {folder.path()});
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const QStringList files = filesIn(folder.path());
        QCOMPARE(files.size(), 3);
        for (const QString &file : files)
            QVERIFY2(file.startsWith("example.org/"_L1) && file.count(u'/') == 1, qPrintable(file));
        QCOMPARE(outcome.value().payload.savedTo, folder.path() + u"/example.org/a.json"_s);
        QVERIFY(outcome.value().detail.contains(u"3 files"_s));
    }

    void savesValuesUnderTheirOwnEnding()
    {
        const QTemporaryDir folder;
        StageTrial run;
        QVERIFY(runStages("{\"stage\": \"ndjson\"}, {\"stage\": \"save\"}",
                          payloadOf("1\n2\n", "text/plain", {}, u"http://example.org/list.txt"_s),
                          run.context, {folder.path()})
                    .succeeded());
        QCOMPARE(filesIn(folder.path()), QStringList{u"example.org/list.jsonl"_s});
    }

    void aPointerThatLeadsNowhereIsAFault()
    {
        const QTemporaryDir folder;
        StageTrial run;
        const Outcome<StageResult> outcome =
            runStages("{\"stage\": \"json\"}, {\"stage\": \"save\", \"path\": \"{/id}\"}",
                      payloadOf("{\"other\": 1}", "application/json"), run.context, {folder.path()});
        QCOMPARE(faultName(outcome), u"transform"_s);
        QVERIFY(filesIn(folder.path()).isEmpty());
    }

    void leavesOutAValueThatNamesNoFile()
    {
        const QTemporaryDir folder;
        StageTrial run;
        const Outcome<StageResult> outcome = runStages(
            "{\"stage\": \"ndjson\"}, {\"stage\": \"save\", \"path\": \"{/id}\", \"on_error\": \"skip\"}",
            payloadOf("{\"id\": 1}\n{}\n{\"id\": 3}\n", "text/plain"), run.context, {folder.path()});
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QCOMPARE(filesIn(folder.path()), (QStringList{u"1"_s, u"3"_s}));
        QCOMPARE(outcome.value().detail, u"2 files, the first is 1; 1 value left out: it names no file"_s);
    }

    void nastyPartsStayOneSafeSegment()
    {
        const QTemporaryDir folder;
        StageTrial run;
        const QByteArray id = "a\\u0000b\\n\\u202e" + QByteArray(3000, 'x');
        const Outcome<StageResult> outcome =
            runStages("{\"stage\": \"json\"}, {\"stage\": \"save\", \"path\": \"/{host}/../../{/id}\"}",
                      payloadOf("{\"id\": \"" + id + "\"}", "application/json"), run.context,
                      {folder.filePath(u"in/here"_s)});
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        const QStringList files = filesIn(folder.path());
        QCOMPARE(files.size(), 1);
        QVERIFY2(files.first().startsWith(u"in/here/example.org/a_b__xxx"_s), qPrintable(files.first()));
    }

    void aTryOutWritesNothing()
    {
        const QTemporaryDir folder;
        StageTrial run;
        run.context.dryRun = true;
        const Outcome<StageResult> outcome = runStages(
            "{\"stage\": \"save\", \"path\": \"{sha256}.{ext}\"}",
            payloadOf("body", "text/plain", {}, u"http://example.org/a.txt"_s), run.context, {folder.path()});
        QVERIFY(outcome.succeeded());
        QVERIFY2(outcome.value().detail.contains(
                     u"230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5.txt"_s),
                 qPrintable(outcome.value().detail));
        QVERIFY(filesIn(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPathTemplate)
#include "tst_pathtemplate.moc"
