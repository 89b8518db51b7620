// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

#include "pipeline/values.h"
#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

/// What it takes to write down that a job's values are in the file.
constexpr qint64 saidWritten = 1 + 4 + 4 + 32;

/// The stage append of a folder of its own, as many jobs share it.
class Appending
{
public:
    explicit Appending(const QByteArray &options, const QByteArray &before = {},
                       const QString &name = u"out.jsonl"_s)
        : m_path(m_folder.filePath(name))
        , m_options(options)
    {
        if (!before.isNull()) {
            QFile file(m_path);
            if (file.open(QIODevice::WriteOnly))
                file.write(before);
        }
        build({});
    }

    /// Another process goes on with the run. The one before was killed when it had written down `lost` bytes
    /// less than it had.
    void goOn(qint64 lost = 0)
    {
        QFile trail(m_trail);
        trail.resize(trail.size() - lost);
        build(m_trail);
    }

    /// A job's values, one a line.
    Outcome<StageResult> add(quint32 job, const QByteArray &lines, bool dryRun = false) const
    {
        return addBody(job, Body(lines), dryRun);
    }
    Outcome<StageResult> addBody(quint32 job, const Body &lines, bool dryRun = false) const
    {
        StageContext context;
        context.job = job;
        context.dryRun = dryRun;
        Payload payload = payloadOf({}, "text/plain", {}, u"http://h/%1"_s.arg(job));
        payload.body = lines;
        Outcome<StageResult> read = cpu(0).run(std::move(payload), context);
        return cpu(1).run(std::move(read.value().payload), context);
    }
    void ended(quint32 job) const { cpu(1).jobEnded(job); }
    void again(quint32 job) const { cpu(1).jobAgain(job); }
    [[nodiscard]] Outcome<Done> settle() const { return cpu(1).settle(); }
    [[nodiscard]] QByteArray content() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
    }
    [[nodiscard]] QStringList query(const QString &statement) const
    {
        QStringList rows;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"test"_s);
            database.setDatabaseName(m_path);
            database.open();
            QSqlQuery query(statement, database);
            while (query.next()) {
                QStringList row;
                for (int i = 0; query.value(i).isValid(); ++i)
                    row.append(query.isNull(i) ? u"NULL"_s : query.value(i).toString());
                rows.append(row.join(u'|'));
            }
        }
        QSqlDatabase::removeDatabase(u"test"_s);
        return rows;
    }

    [[nodiscard]] const QString &path() const { return m_path; }

    QString refusal;

private:
    void build(const QString &earlierTrail)
    {
        const auto built =
            parsePipeline("{\"inflight\": 1, \"name\": \"t\", \"stages\": [{\"stage\": \"ndjson\"}, "
                          "{\"stage\": \"append\", " +
                              m_options + "}]}",
                          {m_folder.path()});
        if (const auto *const fault = std::get_if<PipelineFault>(&built)) {
            refusal = fault->path + u": "_s + fault->message;
            return;
        }
        m_pipeline = std::get<std::shared_ptr<const Pipeline>>(built);
        cpu(1).keepNotes({m_trail, earlierTrail});
    }
    [[nodiscard]] const CpuStage &cpu(std::size_t index) const
    {
        return static_cast<const CpuStage &>(*m_pipeline->stages()[index]);
    }

    QTemporaryDir m_folder;
    QString m_path;
    QByteArray m_options;
    QString m_trail = m_folder.filePath(u"notes/1"_s);
    std::shared_ptr<const Pipeline> m_pipeline;
};

} // namespace

/// Results of many jobs in one file.
class TestAppend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoStagesMayWriteToOneFile()
    {
        const QTemporaryDir folder;
        const QByteArray stage = "{\"stage\": \"append\", \"path\": \"out.jsonl\"}";
        const auto built = parsePipeline("{\"inflight\": 1, \"name\": \"t\", \"stages\": [{\"stage\": "
                                         "\"ndjson\"}, " +
                                             stage + ", " + stage + "]}",
                                         {folder.path()});
        const auto pipeline = std::get<std::shared_ptr<const Pipeline>>(built);
        for (const QByteArray &lines : {"1\n22\n"_ba, "333\n"_ba}) {
            Outcome<StageResult> last = StageResult{payloadOf(lines, "text/plain"), {}};
            for (const auto &each : pipeline->stages())
                last = static_cast<const CpuStage &>(*each).run(std::move(last.value().payload), {});
            QVERIFY2(last.succeeded(), qPrintable(faultMessage(last)));
        }
        QFile file(folder.filePath(u"out.jsonl"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "1\n22\n1\n22\n333\n333\n");
    }

    /// Only what is to be written waits for its turn, not the bodies it came from.
    void whatWaitsForItsTurnIsSmall()
    {
        const auto mappings = [] {
            QFile maps(u"/proc/self/maps"_s);
            return maps.open(QIODevice::ReadOnly) ? maps.readAll().count(" (deleted)") : -1;
        };
        const Appending out("\"path\": \"out.jsonl\", \"order\": \"input\"");
        const qsizetype before = mappings();
        QVERIFY(out.add(1, QByteArray(2 * megabyte, ' ') + "1\n").succeeded());
        QVERIFY(out.addBody(2, repeatedBody(" ", 2 * megabyte)).succeeded());
        QCOMPARE(mappings(), before);
        out.ended(0);
        QVERIFY(out.settle().succeeded());
        QCOMPARE(out.content(), "1\n");
    }

    void whatComesAgainWaitsForItsTurnAgain()
    {
        const Appending out("\"path\": \"out.jsonl\", \"order\": \"input\"");
        for (const quint32 job : {0U, 1U, 2U})
            out.ended(job);
        for (const quint32 job : {2U, 0U, 1U})
            out.again(job);
        QVERIFY(out.add(2, "2\n").succeeded());
        out.ended(2);
        QVERIFY(out.add(1, "1\n").succeeded());
        out.ended(1);
        QCOMPARE(out.content(), QByteArray());
        QVERIFY(out.add(0, "0\n").succeeded());
        out.ended(0);
        QVERIFY(out.add(3, "3\n").succeeded());
        QCOMPARE(out.content(), "0\n1\n2\n3\n");
    }

    void jsonLines()
    {
        const Appending out("\"path\": \"out.jsonl\"");
        QVERIFY(out.add(0, "{\"a\": 1e400}\n[2]\n").succeeded());
        QCOMPARE(out.content(), "{\"a\":1e400}\n[2]\n");
        QVERIFY(out.add(1, "3\n").succeeded());
        QVERIFY(out.settle().succeeded());
        QCOMPARE(out.content(), "{\"a\":1e400}\n[2]\n3\n");
    }

    void namesItsSource()
    {
        const Appending out("\"path\": \"out.jsonl\", \"source\": true");
        QVERIFY(out.add(7, "{\"a\": 1}\n{}\n3\n").succeeded());
        QCOMPARE(out.content(), "{\"a\":1,\"_url\":\"http://h/7\"}\n{\"_url\":\"http://h/7\"}\n"
                                "{\"value\":3,\"_url\":\"http://h/7\"}\n");
    }

    void csv()
    {
        const Appending out("\"path\": \"out.csv\"", {}, u"out.csv"_s);
        QVERIFY(out.add(0, "{\"b\": \"x, \\\"y\\\"\", \"a\": 1}\n{\"a\": null, \"b\": {\"c\": [1]}}\n")
                    .succeeded());
        QCOMPARE(out.content(), "b,a\r\n\"x, \"\"y\"\"\",1\r\n\"{\"\"c\"\":[1]}\",\r\n");
        const Outcome<StageResult> other = out.add(1, "{\"a\": 2, \"new\": 1}\n");
        QCOMPARE(faultName(other), u"write"_s);
        QVERIFY2(faultMessage(other).contains(u"“new”"_s), qPrintable(faultMessage(other)));
        QVERIFY(out.add(2, "{\"a\": 2}\n").succeeded());
        QVERIFY(out.content().endsWith("\r\n,2\r\n"));
    }

    void csvGoesOnUnderItsHeader()
    {
        const Appending good("\"path\": \"out.csv\"", "a,b\r\n1,2\r\n", u"out.csv"_s);
        QVERIFY(good.add(0, "{\"b\": 4, \"a\": 3}\n").succeeded());
        QCOMPARE(good.content(), "a,b\r\n1,2\r\n3,4\r\n");
        const Appending bad("\"path\": \"out.csv\", \"columns\": [\"a\"]", "a,b\r\n1,2\r\n", u"out.csv"_s);
        QCOMPARE(faultName(bad.add(0, "{\"a\": 3}\n")), u"write"_s);
        QCOMPARE(bad.content(), "a,b\r\n1,2\r\n");
    }

    void sqlite()
    {
        const Appending out("\"path\": \"out.sqlite\", \"table\": \"my \\\"rows\\\"\"", {}, u"out.sqlite"_s);
        QVERIFY(out.add(0, "{\"n\": 9007199254740993, \"x\": 1.5, \"t\": \"a'b\", \"o\": {\"k\": 1}}\n"
                           "{\"n\": 123456789012345678901, \"new\": true}\n")
                    .succeeded());
        QVERIFY(out.add(1, "{\"n\": null, \"t\": \"\"}\n").succeeded());
        QCOMPARE(
            out.query(u"SELECT n, typeof(n), x, t, o, new FROM \"my \"\"rows\"\"\""_s),
            (QStringList{u"9007199254740993|integer|1.5|a'b|{\"k\":1}|NULL"_s,
                         u"123456789012345678901|text|NULL|NULL|NULL|1"_s, u"NULL|null|NULL||NULL|NULL"_s}));
    }

    void manyRowsToSqlite()
    {
        const Appending out("\"path\": \"out.sqlite\"", {}, u"out.sqlite"_s);
        QByteArray lines;
        for (int i = 0; i < 20'000; ++i)
            lines += "{\"i\": " + QByteArray::number(i) + "}\n";
        QVERIFY(out.add(0, lines).succeeded());
        QCOMPARE(out.query(u"SELECT count(*), sum(i) FROM results"_s), QStringList{u"20000|199990000"_s});
    }

    void inOrderOfInput()
    {
        const Appending out("\"path\": \"out.jsonl\", \"order\": \"input\"");
        QVERIFY(out.add(2, "\"c\"\n").succeeded());
        out.ended(2);
        out.ended(1); // without a result
        QCOMPARE(out.content(), "");
        QVERIFY(out.add(0, "\"a\"\n").succeeded());
        out.ended(0);
        QVERIFY(out.content().startsWith("\"a\"\n"));
        QVERIFY(out.add(4, "\"e\"\n").succeeded());
        out.ended(4);
        QCOMPARE(out.content(), "\"a\"\n\"c\"\n");
        // Job 3 began when it was already asked for.
        QVERIFY(out.settle().succeeded());
        QCOMPARE(out.content(), "\"a\"\n\"c\"\n");
        out.ended(3);
        QVERIFY(out.settle().succeeded());
        QCOMPARE(out.content(), "\"a\"\n\"c\"\n\"e\"\n");
    }

    void aTornLineIsCutOff()
    {
        const Appending out("\"path\": \"out.jsonl\"", "1\n{\"half");
        const Outcome<StageResult> outcome = out.add(0, "2\n");
        QCOMPARE(out.content(), "1\n2\n");
        QVERIFY2(outcome.value().detail.contains(u"unfinished last line"_s),
                 qPrintable(outcome.value().detail));
        const Appending nothingElse("\"path\": \"out.jsonl\"", QByteArray(200'000, 'x'));
        QVERIFY(nothingElse.add(0, "2\n").succeeded());
        QCOMPARE(nothingElse.content(), "2\n");
    }

    void whoWasKilledBeforeItSaidSoHasItsValuesOnce_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QString>("name");
        QTest::newRow("jsonl") << "\"path\": \"out.jsonl\""_ba << u"out.jsonl"_s;
        QTest::newRow("in order") << "\"path\": \"out.jsonl\", \"order\": \"input\""_ba << u"out.jsonl"_s;
        QTest::newRow("csv") << "\"path\": \"out.csv\""_ba << u"out.csv"_s;
        QTest::newRow("sqlite") << "\"path\": \"out.sqlite\", \"columns\": [\"a\"]"_ba << u"out.sqlite"_s;
    }

    void whoWasKilledBeforeItSaidSoHasItsValuesOnce()
    {
        QFETCH(const QByteArray, options);
        QFETCH(const QString, name);
        Appending out(options, {}, name);
        const auto rows = [&] {
            return name.endsWith(u"sqlite")
                       ? out.query(u"SELECT a FROM results"_s)
                       : QString::fromUtf8(out.content()).split(u'\n', Qt::SkipEmptyParts);
        };
        QVERIFY(out.add(0, "{\"a\": 1}\n{\"a\": \"x\"}\n").succeeded());
        const QStringList before = rows();
        QCOMPARE(before.size(), name.endsWith(u"csv") ? 3 : 2);
        out.goOn(saidWritten);
        QVERIFY(out.add(1, "{\"a\": 5}\n").succeeded()); // others may come before it
        out.ended(1);
        out.goOn(); // killed once more, before it came again
        out.ended(1);
        QVERIFY(out.add(0, "{\"a\": 1}\n{\"a\": \"x\"}\n").succeeded());
        out.ended(0);
        QVERIFY(out.settle().succeeded());
        QStringList after = rows();
        QCOMPARE(after.size(), before.size() + 1);
        QVERIFY2(after.last().contains(u'5'), qPrintable(after.join(u'\n')));
        // Values of a job that are those of another one are not its own.
        QVERIFY(out.add(2, "{\"a\": 5}\n").succeeded());
        out.ended(2);
        QCOMPARE(rows().size(), before.size() + 2);
    }

    void whoWasKilledWhileItWroteHasAllOfItsValues()
    {
        Appending out("\"path\": \"out.jsonl\"");
        QVERIFY(out.add(0, "1\n").succeeded());
        QVERIFY(out.add(1, "2\n3\n4\n").succeeded());
        QFile file(out.path());
        QVERIFY(file.resize(file.size() - 3)); // the last one, and the end of the one before
        out.goOn(saidWritten);
        QVERIFY(out.add(2, "2\n3\n4\n").succeeded());
        QVERIFY(out.add(1, "2\n3\n4\n").succeeded());
        QCOMPARE(out.content(), "1\n2\n2\n3\n4\n3\n4\n");
    }

    void aTableThatBeginsWithAFaultHasItsHeader()
    {
        const Appending out("\"path\": \"out.csv\", \"columns\": [\"a\"]", {}, u"out.csv"_s);
        QVERIFY(out.add(0, "{\"b\": 1}\n").failed());
        QVERIFY(out.add(1, "{\"a\": 1}\n").succeeded());
        QCOMPARE(out.content(), "a\r\n1\r\n");
    }

    void whoBeginATableAtOnceWriteItsHeaderOnce()
    {
        const QTemporaryDir folder;
        QFile notes(folder.filePath(u"notes"_s));
        QVERIFY(notes.open(QIODevice::WriteOnly)); // so that settling opens the table
        const auto build = [&] {
            return std::get<std::shared_ptr<const Pipeline>>(
                parsePipeline(R"({"inflight": 1, "name": "t", "stages": [{"stage": "ndjson"},
                                  {"stage": "append", "path": "out.csv"}]})",
                              {folder.path()}));
        };
        const auto first = build();
        const auto second = build();
        const auto stageOf = [](const std::shared_ptr<const Pipeline> &pipeline, std::size_t index) {
            return static_cast<const CpuStage *>(pipeline->stages()[index].get());
        };
        for (const auto &pipeline : {first, second}) {
            QVERIFY(stageOf(pipeline, 1)->keepNotes({{}, notes.fileName()}));
            QVERIFY(stageOf(pipeline, 1)->settle().succeeded());
        }
        for (const auto &pipeline : {first, second}) {
            Outcome<StageResult> read =
                stageOf(pipeline, 0)->run(payloadOf("{\"a\": 1, \"b\": 2}\n", "text/plain"), {});
            QVERIFY(stageOf(pipeline, 1)->run(std::move(read.value().payload), {}).succeeded());
        }
        QFile file(folder.filePath(u"out.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "a,b\r\n1,2\r\n1,2\r\n"_ba);
    }

    void whatIsThereAlready()
    {
        const Appending refuse("\"path\": \"out.jsonl\", \"existing\": \"refuse\"", "1\n");
        QCOMPARE(faultName(refuse.add(0, "2\n")), u"write"_s);
        QCOMPARE(faultName(refuse.add(1, "3\n")), u"write"_s);
        QCOMPARE(refuse.content(), "1\n");
        const Appending replace("\"path\": \"out.jsonl\", \"existing\": \"replace\"", "1\n");
        QVERIFY(replace.add(0, "2\n").succeeded());
        QCOMPARE(replace.content(), "2\n");
    }

    void threadsDoNotMixLines()
    {
        const Appending out("\"path\": \"out.jsonl\"");
        QThreadPool pool;
        pool.setMaxThreadCount(4);
        for (quint32 job = 0; job < 40; ++job) {
            pool.start([&out, job] {
                static_cast<void>(out.add(
                    job, QByteArray("\"" + QByteArray(1000, 'a' + char(job % 26)) + "\"\n").repeated(50)));
            });
        }
        pool.waitForDone();
        const QList<QByteArray> lines = out.content().split('\n');
        QCOMPARE(lines.size(), 40 * 50 + 1);
        for (const QByteArray &line : lines)
            QVERIFY(line.isEmpty() || (line.size() == 1002 && line == '"' + QByteArray(1000, line[1]) + '"'));
    }

    void aTryOutWritesNothing()
    {
        const Appending out("\"path\": \"out.jsonl\"");
        const Outcome<StageResult> outcome = out.add(0, "1\n", true);
        QVERIFY(outcome.value().detail.contains("would go to out.jsonl"_L1));
        QCOMPARE(out.content(), "no file");
    }

    void badOptionsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::newRow("out of the folder") << "\"path\": \"../x.jsonl\""_ba;
        QTest::newRow("hidden way out") << "\"path\": \"a/../../x.jsonl\""_ba;
        QTest::newRow("absolute") << "\"path\": \"/tmp/x.jsonl\""_ba;
        QTest::newRow("no format") << "\"path\": \"x.txt\""_ba;
        QTest::newRow("none") << "\"path\": \"\""_ba;
    }

    void badOptionsAreRefused()
    {
        QFETCH(QByteArray, options);
        const Appending out(options);
        QVERIFY2(out.refusal.startsWith("$.stages[1].path: "_L1), qPrintable(out.refusal));
    }
};

QTEST_GUILESS_MAIN(TestAppend)
#include "tst_append.moc"
