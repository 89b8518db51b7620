// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportsamples.h"

#include "jobs/outputformat.h"
#include "jobs/recordcolumns.h"
#include "store/export/recordexport.h"
#include "store/export/xmltext.h"
#include "store/session/journal.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace inflight;

namespace {

constexpr int patience = 20'000;

QList<FinishedJob> sampleJobs()
{
    return {finished(sampleRecord(), "hello"), finished(failedRecord()), finished(cancelledRecord())};
}

/// The place of an export in `folder`.
QString placeIn(const QTemporaryDir &folder, OutputFormat format)
{
    return folder.filePath(u"out"_s + outputFormatSuffix(format));
}

QByteArray everythingIn(const QString &folder)
{
    QByteArray all;
    for (const QString &file : filesIn(folder))
        all += file.toUtf8() + contentOf(QDir(folder).filePath(file));
    return all;
}

void addFormats()
{
    QTest::addColumn<OutputFormat>("format");
    for (const QString &name : outputFormatNames())
        QTest::newRow(qPrintable(name)) << *outputFormatByName(name);
}

/// Reads one statement from a database that was written.
QList<QVariant> queried(const QString &path, const QString &statement)
{
    QList<QVariant> values;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        database.setDatabaseName(path);
        if (database.open()) {
            QSqlQuery query(statement, database);
            while (query.next()) {
                for (int i = 0; i < query.record().count(); ++i)
                    values.append(query.value(i));
            }
        }
    }
    QSqlDatabase::removeDatabase(u"look"_s);
    return values;
}

} // namespace

class TestExporters final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsNameOnlyWhenComplete_data() { addFormats(); }
    void hasItsNameOnlyWhenComplete();
    void discardLeavesNothing_data() { addFormats(); }
    void discardLeavesNothing();
    void secretsOnlyWhenAsked_data() { addFormats(); }
    void secretsOnlyWhenAsked();
    void noJobs_data() { addFormats(); }
    void noJobs();
    void notWhereNothingCanBe_data() { addFormats(); }
    void notWhereNothingCanBe();

    void csvRows();
    void csvColumns();
    void csvFormulas_data();
    void csvFormulas();
    void csvKeepsHonestCells();

    void junitIsWellFormed();
    void xmlTexts();

    void sqliteHasTypes();
    void sqliteKeepsTheLastEnd();
    void sqliteTakesTheOldPlace();

    void folderNamesBodies();
    void folderRemovesCodings();
    void folderOverwritesNothing();

    void exportsInTheBackground();
    void bodiesComeFromTheSession();
    void cancelledExportLeavesNothing();
    void failedExportSaysWhy();
};

void TestExporters::hasItsNameOnlyWhenComplete()
{
    QFETCH(OutputFormat, format);
    const QTemporaryDir folder;
    const QString path = placeIn(folder, format);
    const QString named = format == OutputFormat::Folder ? path + u"index.jsonl"_s : path;
    const auto exporter = Exporter::make({path, format}, {});
    QCOMPARE(exporter->open(), std::nullopt);
    for (const FinishedJob &job : sampleJobs())
        QCOMPARE(exporter->write(job), std::nullopt);
    QCOMPARE(exporter->flush(), std::nullopt);
    QVERIFY(!QFile::exists(named));
    QCOMPARE(exporter->commit(), std::nullopt);
    QVERIFY(QFile::exists(named));
    const QStringList files = filesIn(folder.path());
    QVERIFY2(files.filter(u".part"_s).isEmpty(), qPrintable(files.join(u' ')));
}

void TestExporters::discardLeavesNothing()
{
    QFETCH(OutputFormat, format);
    const QTemporaryDir folder;
    const auto exporter = Exporter::make({placeIn(folder, format), format}, {});
    QCOMPARE(exporter->open(), std::nullopt);
    QCOMPARE(exporter->write(finished(cancelledRecord())), std::nullopt);
    exporter->discard();
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void TestExporters::secretsOnlyWhenAsked()
{
    QFETCH(OutputFormat, format);
    const QTemporaryDir redacted;
    QCOMPARE(exportTo(placeIn(redacted, format), format, sampleJobs()), std::nullopt);
    QVERIFY(!everythingIn(redacted.path()).contains(sampleSecret));
    QVERIFY(everythingIn(redacted.path()).contains("•••"));
    const QTemporaryDir shown;
    QCOMPARE(exportTo(placeIn(shown, format), format, sampleJobs(), {Secrets::Shown}), std::nullopt);
    QVERIFY(everythingIn(shown.path()).contains(sampleSecret));
}

void TestExporters::noJobs()
{
    QFETCH(OutputFormat, format);
    const QTemporaryDir folder;
    QCOMPARE(exportTo(placeIn(folder, format), format, {}), std::nullopt);
    QCOMPARE(filesIn(folder.path()).size(), 1);
}

void TestExporters::notWhereNothingCanBe()
{
    QFETCH(OutputFormat, format);
    const QString path = u"/proc/nowhere/out"_s + outputFormatSuffix(format);
    const auto error = exportTo(path, format, {});
    QVERIFY(error);
    QVERIFY2(error->contains(u"/proc/nowhere/out"_s), qPrintable(*error));
}

void TestExporters::csvRows()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    QCOMPARE(exportTo(path, OutputFormat::Csv, sampleJobs(), {},
                      {u"id"_s, u"state"_s, u"status"_s, u"duration_ms"_s, u"error_class"_s, u"started"_s,
                       u"wait_ms"_s}),
             std::nullopt);
    QCOMPARE(contentOf(path), QByteArray("id,state,status,duration_ms,error_class,started,wait_ms\r\n"
                                         "0,succeeded,200,35.25,,2026-01-31T12:00:00.123Z,20.5\r\n"
                                         "1,failed,,35.25,refused,2026-01-31T12:00:00.123Z,\r\n"
                                         "2,cancelled,,0,,,\r\n"));
}

void TestExporters::csvColumns()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    QCOMPARE(exportTo(path, OutputFormat::Csv, sampleJobs()), std::nullopt);
    const QByteArray header = usualColumnNames().join(u',').toUtf8() + "\r\n";
    QVERIFY(contentOf(path).startsWith(header));
    QVERIFY(header.contains("url,state,status"));
    QCOMPARE(exportTo(path, OutputFormat::Csv, sampleJobs(), {}, recordColumnNames()), std::nullopt);
    QVERIFY(contentOf(path).startsWith(recordColumnNames().join(u',').toUtf8() + "\r\n"));
    QCOMPARE(unknownColumn(recordColumnNames()), std::nullopt);
    QCOMPARE(unknownColumn({u"url"_s, u"hue"_s}), std::optional(u"hue"_s));
}

void TestExporters::csvFormulas_data()
{
    QTest::addColumn<QString>("cell");
    for (const char *cell : {"=1+1", "+1", "-1", "@SUM(1)", "\tx", "\rx", "\nx", "  =1", " \t=1", "\u00a0=1",
                             "\ufeff=1", "\uff1d1", "\uff0b1", "\uff0d1", "\uff201"})
        QTest::newRow(QByteArray(cell).toPercentEncoding().constData()) << QString::fromUtf8(cell);
    QTest::newRow("NUL") << QString(1, QChar(u'\0')) + u"=1"_s;
}

void TestExporters::csvFormulas()
{
    QFETCH(QString, cell);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    JobRecord record = failedRecord();
    record.fault->message = cell;
    QCOMPARE(exportTo(path, OutputFormat::Csv, {finished(record)}, {}, {u"error_message"_s}), std::nullopt);
    const QByteArray row = contentOf(path).sliced(qstrlen("error_message\r\n"));
    QVERIFY2(row.startsWith('\'') || row.startsWith("\"'"), row.toPercentEncoding().constData());
    QVERIFY(!row.contains('\0'));
}

void TestExporters::csvKeepsHonestCells()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.csv"_s);
    JobRecord record = sampleRecord();
    record.snippet = "He said \"a, b\"\r\nand - left";
    record.savedTo = u"plain"_s;
    record.output = "{\"a\":1}";
    QCOMPARE(
        exportTo(path, OutputFormat::Csv, {finished(record)}, {}, {u"snippet"_s, u"saved_to"_s, u"output"_s}),
        std::nullopt);
    QCOMPARE(contentOf(path),
             QByteArray("snippet,saved_to,output\r\n"
                        "\"He said \"\"a, b\"\"\r\nand - left\",plain,\"{\"\"a\"\":1}\"\r\n"));
}

void TestExporters::junitIsWellFormed()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.xml"_s);
    QCOMPARE(exportTo(path, OutputFormat::JUnit, sampleJobs()), std::nullopt);
    QXmlStreamReader xml(contentOf(path));
    QStringList story;
    QString message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        const QXmlStreamAttributes own = xml.attributes();
        const QString name = xml.name().toString();
        const auto text = [&own](QLatin1StringView attribute) { return own.value(attribute).toString(); };
        if (name == u"testsuite"_s)
            story.append(
                QStringList{text("tests"_L1), text("failures"_L1), text("skipped"_L1), text("time"_L1)}.join(
                    u'/'));
        else if (name == u"testcase"_s)
            story.append(own.value("time"_L1).toString());
        else if (name == u"failure"_s)
            story.append(own.value("type"_L1).toString());
        else
            story.append(name);
        if (name == u"failure"_s)
            message = own.value("message"_L1).toString();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(story, (QStringList{u"testsuites"_s, u"3/1/1/0.070"_s, u"0.035"_s, u"0.035"_s, u"refused"_s,
                                 u"0.000"_s, u"skipped"_s}));
    // All of it but what XML has no characters for.
    QVERIFY2(message.startsWith(u"=cmd|' /C calc'!A0, \"quoted\"\r\nline ]]> <b>&amp;\t"_s),
             qPrintable(message));
    QVERIFY(message.contains(u"é 世界"_s) && !message.contains(QChar(u'\0')));
}

void TestExporters::xmlTexts()
{
    QCOMPARE(xmlText(u"a<b>&\"]]>\n\t\r"), QByteArray("a&lt;b&gt;&amp;&quot;]]&gt;&#10;&#9;&#13;"));
    QString odd(1, QChar(0xD800));
    odd += u"x"_s + QChar(0xDC00) + QChar(0xFFFE) + QChar(u'\x0b') + QString::fromUcs4(U"\U0001F600");
    QCOMPARE(QString::fromUtf8(xmlText(odd)),
             u"\uFFFDx\uFFFD\uFFFD\uFFFD"_s + QString::fromUcs4(U"\U0001F600"));
}

void TestExporters::sqliteHasTypes()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.sqlite"_s);
    QCOMPARE(exportTo(path, OutputFormat::Sqlite, sampleJobs()), std::nullopt);
    QCOMPARE(queried(path, u"SELECT count(*) FROM jobs"_s), QList<QVariant>{3});
    QCOMPARE(queried(path, u"SELECT typeof(id), typeof(status), typeof(duration_ms), typeof(url), "
                           "typeof(error_class) FROM jobs WHERE id = 0"_s),
             (QList<QVariant>{u"integer"_s, u"integer"_s, u"real"_s, u"text"_s, u"null"_s}));
    QCOMPARE(queried(path, u"SELECT status, error_class FROM jobs WHERE state = 'failed'"_s),
             (QList<QVariant>{QVariant(QMetaType::fromType<QString>()), u"refused"_s}));
    const auto record = queried(path, u"SELECT record FROM jobs WHERE id = 1"_s);
    QCOMPARE(QJsonDocument::fromJson(record.value(0).toString().toUtf8())["error"_L1]["class"_L1].toString(),
             u"refused"_s);
}

void TestExporters::sqliteKeepsTheLastEnd()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.sqlite"_s);
    QCOMPARE(exportTo(path, OutputFormat::Sqlite, {finished(failedRecord(7)), finished(sampleRecord(7))}),
             std::nullopt);
    QCOMPARE(queried(path, u"SELECT id, state FROM jobs"_s), (QList<QVariant>{7, u"succeeded"_s}));
}

void TestExporters::sqliteTakesTheOldPlace()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"a.sqlite"_s);
    QCOMPARE(exportTo(path, OutputFormat::Sqlite, sampleJobs()), std::nullopt);
    QCOMPARE(exportTo(path, OutputFormat::Sqlite, {finished(sampleRecord(9))}), std::nullopt);
    QCOMPARE(queried(path, u"SELECT id FROM jobs"_s), QList<QVariant>{9});
}

void TestExporters::folderNamesBodies()
{
    const QTemporaryDir folder;
    JobRecord evil = sampleRecord(3);
    evil.url = evil.finalUrl = u"http://h/x"_s;
    evil.headers = {{"Content-Disposition", "attachment; filename=\"../../etc/passwd\""}};
    JobRecord same = sampleRecord(4);
    QCOMPARE(exportTo(folder.filePath(u"out/"_s), OutputFormat::Folder,
                      {finished(sampleRecord(), "hello"), finished(evil, "root"), finished(same, "hello"),
                       finished(failedRecord())}),
             std::nullopt);
    QList<QStringList> index;
    for (const QByteArray &line : contentOf(folder.filePath(u"out/index.jsonl"_s)).split('\n')) {
        const QJsonDocument record = QJsonDocument::fromJson(line);
        if (record.isObject())
            index.append({QString::number(record["id"_L1].toInt()), record["file"_L1].toString(),
                          record["state"_L1].toString()});
    }
    QCOMPARE(index.size(), 4);
    QCOMPARE(index.at(3), (QStringList{u"1"_s, QString(), u"failed"_s}));
    QVERIFY(index.at(0).at(1) != index.at(2).at(1));
    QVERIFY2(index.at(1).at(1).startsWith(u"000003-"_s) && !index.at(1).at(1).contains(u'/'),
             qPrintable(index.at(1).at(1)));
    for (const int row : {0, 2})
        QCOMPARE(contentOf(folder.filePath(u"out/"_s + index.at(row).at(1))), QByteArray("hello"));
    QCOMPARE(contentOf(folder.filePath(u"out/"_s + index.at(1).at(1))), QByteArray("root"));
    QCOMPARE(filesIn(folder.path()).size(), 4);
}

void TestExporters::folderRemovesCodings()
{
    const QTemporaryDir folder;
    // "hello", by gzip.
    const QByteArray packed = QByteArray::fromBase64("H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==");
    QCOMPARE(
        exportTo(folder.filePath(u"out/"_s), OutputFormat::Folder,
                 {finished(sampleRecord(), packed, "gzip"), finished(sampleRecord(1), "broken", "gzip")}),
        std::nullopt);
    QStringList bodies = filesIn(folder.filePath(u"out"_s));
    QCOMPARE(bodies.size(), 3);
    QCOMPARE(contentOf(folder.filePath(u"out/"_s + bodies.at(0))), QByteArray("hello"));
    QCOMPARE(contentOf(folder.filePath(u"out/"_s + bodies.at(1))), QByteArray("broken"));
}

void TestExporters::folderOverwritesNothing()
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"out/"_s);
    const auto write = [&place](const QByteArray &body) {
        return exportTo(place, OutputFormat::Folder, {finished(sampleRecord(), body)});
    };
    QCOMPARE(write("one"), std::nullopt);
    QCOMPARE(write("one"), std::nullopt);
    QCOMPARE(filesIn(place).size(), 2);
    QCOMPARE(write("two"), std::nullopt);
    QCOMPARE(filesIn(place).size(), 3);
    const QString named =
        QJsonDocument::fromJson(contentOf(place + u"index.jsonl"_s).trimmed())["file"_L1].toString();
    QCOMPARE(contentOf(place + named), QByteArray("two"));
}

void TestExporters::exportsInTheBackground()
{
    const QTemporaryDir folder;
    RecordExport exporting({}, nullptr);
    QSignalSpy ended(&exporting, &Exporting::ended);
    ExportOrder order{.path = folder.filePath(u"a.csv"_s), .format = OutputFormat::Csv, .columns = {u"id"_s}};
    for (JobId id = 0; id < 3; ++id)
        order.records.append(std::make_shared<const JobRecord>(sampleRecord(id)));
    exporting.start(order);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    const auto end = ended.first().first().value<ExportEnd>();
    QCOMPARE(end.problem, QString());
    QVERIFY(!end.cancelled);
    QCOMPARE(end.jobs, 3);
    QCOMPARE(contentOf(order.path), QByteArray("id\r\n0\r\n1\r\n2\r\n"));
    QVERIFY(!exporting.isRunning());
}

void TestExporters::bodiesComeFromTheSession()
{
    const QTemporaryDir folder;
    const QString session = folder.filePath(u"run.inflight"_s);
    Journal journal(session, SessionInfo{});
    QCOMPARE(journal.start(), std::nullopt);
    AcceptedJobs accepted;
    accepted.inputs = {{.url = u"http://h/0"_s}, {.url = u"http://h/1"_s}};
    journal.accept(accepted);
    journal.take(finished(sampleRecord(0), "hello"));
    journal.take(finished(failedRecord(1)));
    QCOMPARE(journal.finish(), std::nullopt);

    RecordExport exporting(session, nullptr);
    QSignalSpy ended(&exporting, &Exporting::ended);
    ExportOrder order{.path = folder.filePath(u"out"_s), .format = OutputFormat::Folder};
    order.records = {std::make_shared<const JobRecord>(sampleRecord(0)),
                     std::make_shared<const JobRecord>(failedRecord(1))};
    exporting.start(order);
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QCOMPARE(ended.first().first().value<ExportEnd>().problem, QString());
    const QStringList files = filesIn(order.path);
    QCOMPARE(files.size(), 2);
    QCOMPARE(contentOf(QDir(order.path).filePath(files.first())), QByteArray("hello"));
}

void TestExporters::cancelledExportLeavesNothing()
{
    const QTemporaryDir folder;
    RecordExport exporting({}, nullptr);
    QSignalSpy ended(&exporting, &Exporting::ended);
    ExportOrder order{.path = folder.filePath(u"a.jsonl"_s)};
    order.records.fill(std::make_shared<const JobRecord>(sampleRecord()), 2'000'000);
    exporting.start(order);
    exporting.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QVERIFY(ended.first().first().value<ExportEnd>().cancelled);
    QCOMPARE(filesIn(folder.path()), QStringList());
}

void TestExporters::failedExportSaysWhy()
{
    RecordExport exporting({}, nullptr);
    QSignalSpy ended(&exporting, &Exporting::ended);
    exporting.start({.path = u"/proc/nowhere/a.csv"_s, .format = OutputFormat::Csv});
    QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, patience);
    QVERIFY(ended.first().first().value<ExportEnd>().problem.contains(u"/proc/nowhere/a.csv"_s));
}

QTEST_GUILESS_MAIN(TestExporters)
#include "tst_exporters.moc"
