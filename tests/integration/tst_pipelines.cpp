// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/gzip.h"
#include "enginetesting.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QImage>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

RunSettings running(const PipelineOrFault &built)
{
    if (const auto *const fault = std::get_if<PipelineFault>(&built))
        qFatal("%s: %s", qPrintable(fault->path), qPrintable(fault->message));
    RunSettings settings = EngineRun::defaults();
    settings.pipeline = std::get<std::shared_ptr<const Pipeline>>(built);
    return settings;
}

RunSettings runningStages(const QByteArray &stages, const QString &folder)
{
    return running(
        parsePipeline("{\"inflight\": 1, \"name\": \"story\", \"stages\": [" + stages + "]}", {folder}));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
}

Script html(const QByteArray &text)
{
    return Script::answer(200, {{"Content-Type", "text/html; charset=utf-8"}}, text);
}

constexpr int pageCount = 1000;

/// A page that links the next one and a leaf, of which every 25th is not there.
Script answerPage(const ServerRequest &request)
{
    const QByteArray path = request.path();
    const int number = path.mid(path.lastIndexOf('/') + 1).toInt();
    if (path.startsWith("/leaf/"))
        return number % 25 == 0 ? Script::answer(404) : Script::answer(200, {}, "leaf");
    const QByteArray own = QByteArray::number(number);
    return html("<!doctype html><title> Page " + own + " &amp;\n more</title><p>Text<a href=\"" +
                QByteArray::number((number + 1) % pageCount) + "\">next</a><a href='/leaf/" + own +
                "'>leaf</a>");
}

} // namespace

/// Whole pipelines on whole answers, from the request to what is left on the disk.
class TestPipelines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPagedApiBecomesOneCsv()
    {
        constexpr int pages = 20;
        ScriptServer server([](const ServerRequest &request) {
            const int page = request.target.mid(request.target.indexOf('=') + 1).toInt();
            QByteArray items;
            for (int i = 0; i < 50; ++i) {
                const QByteArray id = QByteArray::number(page * 100 + i);
                items += (i > 0 ? "," : "") + ("{\"id\": " + id + ", \"name\": \"item, " + id + "\"}");
            }
            const QByteArray next = page < pages ? "\"?page=" + QByteArray::number(page + 1) + '"' : "null";
            return Script::answer(200, jsonType(), "{\"items\": [" + items + "], \"next\": " + next + "}");
        });
        const QTemporaryDir folder;
        EngineRun run(runningStages("{\"stage\": \"json\"}, {\"stage\": \"follow\", \"url\": \"/next\"}, "
                                    "{\"stage\": \"jq\", \"filter\": \".items[]\"}, "
                                    "{\"stage\": \"append\", \"path\": \"all.csv\", \"order\": \"input\"}",
                                    folder.path()));
        run.submit({server.url(u"/list?page=1"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(run.timesFinished(), 1, 30'000);
        QCOMPARE(run.table().totals().succeeded, pages);
        const QList<QByteArray> lines = contentOf(folder.filePath(u"all.csv"_s)).split('\n');
        QCOMPARE(lines.size(), 1 + pages * 50 + 1);
        QCOMPARE(lines.at(0), "id,name\r");
        QCOMPARE(lines.at(1), "100,\"item, 100\"\r");
        QCOMPARE(lines.at(pages * 50), "2049,\"item, 2049\"\r");
    }

    void theLinksOfAPageAreChecked()
    {
        ScriptServer server([](const ServerRequest &request) {
            if (request.path() == "/page") {
                QByteArray links;
                for (int i = 0; i < 100; ++i)
                    links += "<a href=\"/" + QByteArray(i % 10 == 0 ? "broken" : "good") + "/" +
                             QByteArray::number(i) + "#part\">link</a>";
                return html("<title>All</title>" + links +
                            "<img src=\"/good/1\"><a href=\"mailto:a@b\">m</a>");
            }
            return request.path().startsWith("/broken") ? Script::answer(404) : Script::answer(200, {}, "x");
        });
        EngineRun run(running(builtInPipeline(u"check-links"_s, {})));
        run.submit({server.url(u"/page"_s)});
        QTRY_COMPARE_WITH_TIMEOUT(run.timesFinished(), 1, 30'000);
        QCOMPARE(run.table().size(), 101);
        QCOMPARE(run.table().totals().failed, 10);
        for (const JobRecordPtr &record : run.records())
            QCOMPARE(record->state == JobState::Failed, record->url.contains("/broken/"_L1));
    }

    void aThousandPagesGiveTheirTitles()
    {
        ScriptServer server(answerPage);
        const QTemporaryDir folder;
        EngineRun run(
            runningStages("{\"stage\": \"select\", \"css\": \"title\", \"required\": true}, "
                          "{\"stage\": \"append\", \"path\": \"titles.jsonl\", \"order\": \"input\"}",
                          folder.path()));
        run.submit(urls(server, pageCount, u"/page/%1"_s));
        QVERIFY(run.finish(60'000));
        QCOMPARE(run.table().totals().succeeded, pageCount);
        const QList<QByteArray> lines = contentOf(folder.filePath(u"titles.jsonl"_s)).split('\n');
        QCOMPARE(lines.size(), pageCount + 1);
        for (int page = 0; page < pageCount; ++page)
            QCOMPARE(lines.at(page), "\"Page " + QByteArray::number(page) + " & more\"");
    }

    void aThousandPagesGiveTheirBrokenLinks()
    {
        ScriptServer server(answerPage);
        EngineRun run(running(builtInPipeline(u"check-links"_s, {})));
        run.submit(urls(server, pageCount, u"/page/%1"_s));
        QTRY_COMPARE_WITH_TIMEOUT(run.timesFinished(), 1, 120'000);
        // Each page links the next one, which is a job already, and a leaf of its own.
        QCOMPARE(run.table().size(), 2 * pageCount);
        QStringList broken;
        for (const JobRecordPtr &record : run.records()) {
            if (record->state == JobState::Failed)
                broken.append(record->url);
        }
        broken.sort();
        QStringList wanted;
        for (int page = 0; page < pageCount; page += 25)
            wanted.append(server.url(u"/leaf/%1"_s.arg(page)));
        wanted.sort();
        QCOMPARE(broken, wanted);
    }

    void picturesBecomeThumbnails()
    {
        QImage picture(640, 400, QImage::Format_RGB32);
        picture.fill(Qt::darkCyan);
        QByteArray png;
        QBuffer buffer(&png);
        QVERIFY(buffer.open(QIODevice::WriteOnly) && picture.save(&buffer, "PNG"));
        ScriptServer server([png](const ServerRequest &request) {
            const bool good = request.path() != "/item/7.png";
            return Script::answer(200, {{"Content-Type", "image/png"}}, good ? png : png.first(200));
        });
        const QTemporaryDir folder;
        EngineRun run(running(builtInPipeline(u"images"_s, {folder.path()})));
        run.submit(urls(server, 40, u"/item/%1.png"_s));
        QVERIFY(run.finish(30'000));
        QCOMPARE(run.table().totals().succeeded, 39);
        QCOMPARE(run.record(7)->fault->stage, u"image"_s);
        QCOMPARE(QDir(folder.filePath(u"127.0.0.1"_s)).entryList(QDir::Files).size(), 39);
        QCOMPARE(QImage(run.record(3)->savedTo).size(), QSize(256, 160));
    }

    void packedNdjsonBecomesATable_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("packed for the transfer") << u"/item/%1"_s << "gzip"_ba;
        QTest::newRow("a packed file") << u"/item/%1.ndjson.gz"_s << QByteArray();
    }

    void packedNdjsonBecomesATable()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, encoding);
        constexpr int files = 4;
        constexpr int rows = 5000;
        ScriptServer server([encoding](const ServerRequest &request) {
            QByteArray lines;
            for (int i = 0; i < rows; ++i)
                lines += "{\"file\": \"" + request.path() + "\", \"n\": " + QByteArray::number(i) + "}\n";
            HeaderList headers{{"Content-Type", "application/x-ndjson"}};
            if (!encoding.isEmpty())
                headers.append({"Content-Encoding", encoding});
            return Script::answer(200, headers, gzipped(lines));
        });
        const QTemporaryDir folder;
        EngineRun run(runningStages("{\"stage\": \"decode\"}, {\"stage\": \"ndjson\"}, "
                                    "{\"stage\": \"append\", \"path\": \"rows.sqlite\", \"source\": true}",
                                    folder.path()));
        run.submit(urls(server, files, path));
        QVERIFY(run.finish(30'000));
        QCOMPARE(run.table().totals().succeeded, files);
        QStringList counts;
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"story"_s);
            database.setDatabaseName(folder.filePath(u"rows.sqlite"_s));
            QVERIFY(database.open());
            QSqlQuery query(u"SELECT count(*), sum(n), count(DISTINCT _url) FROM results"_s, database);
            QVERIFY(query.next());
            for (int i = 0; i < 3; ++i)
                counts.append(query.value(i).toString());
        }
        QSqlDatabase::removeDatabase(u"story"_s);
        QCOMPARE(counts,
                 (QStringList{QString::number(files * rows), QString::number(files * (rows - 1) * rows / 2),
                              QString::number(files)}));
    }

    void checksumsBesideAreVerified()
    {
        ScriptServer server([](const ServerRequest &request) {
            const QByteArray path = request.path();
            if (!path.endsWith(".sha256"))
                return Script::answer(200, {}, "content of " + path);
            const QByteArray file = path.chopped(7);
            const QByteArray content = file == "/item/3" ? "other" : "content of " + file;
            return Script::answer(200, {},
                                  QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex() +
                                      "  " + file.mid(6));
        });
        EngineRun run(runningStages("{\"stage\": \"check\", \"digest_beside\": \".sha256\"}", {}));
        run.submit(urls(server, 20));
        QVERIFY(run.finish());
        QCOMPARE(run.table().totals().succeeded, 19);
        QCOMPARE(run.record(3)->fault->faultClass, FaultClass::Check);
        QCOMPARE(run.record(3)->fault->stage, u"check"_s);
    }

    void outputsAreInTheRecords()
    {
        ScriptServer server(answerJson);
        EngineRun run(runningStages("{\"stage\": \"json\"}, {\"stage\": \"jq\", \"filter\": \".b[]\"}", {}));
        run.submit(urls(server, 1));
        QVERIFY(run.finish());
        QCOMPARE(run.record(0)->output, "[2,3]");
        QCOMPARE(run.record(0)->snippet.left(8), "{\"a\": 1,"_ba);
    }

    void aProgramThatDoesNotEndFailsOneJob()
    {
        ScriptServer server([](const ServerRequest &request) {
            return Script::answer(200, jsonType(), request.path() == "/item/1" ? "1" : "2");
        });
        EngineRun run(runningStages("{\"stage\": \"json\"}, {\"stage\": \"jq\", \"timeout\": 1, "
                                    "\"filter\": \"if . == 1 then (def f: f; f) else . end\"}",
                                    {}));
        run.submit(urls(server, 6));
        QVERIFY(run.finish(30'000));
        QCOMPARE(run.table().totals().succeeded, 5);
        QCOMPARE(run.record(1)->fault->faultClass, FaultClass::Transform);
    }

    void cancellingEndsPrograms()
    {
        ScriptServer server(answerJson);
        EngineRun run(runningStages("{\"stage\": \"command\", \"run\": [\"sleep\", \"600\"]}", {}));
        run.submit(urls(server, 4));
        QTRY_COMPARE(run.table().totals().running, 4);
        QTRY_COMPARE(server.requestCount(), 4);
        run.engine().cancelAll();
        QVERIFY(run.finish(2000));
        QCOMPARE(run.table().totals().cancelled, 4);
    }
};

QTEST_GUILESS_MAIN(TestPipelines)
#include "tst_pipelines.moc"
