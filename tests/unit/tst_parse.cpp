// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/parse.h"

#include <QBuffer>
#include <QImage>
#include <QLocale>
#include <QTest>

#include "pipeline/content/xml.h"
#include "pipeline/stages/decode.h"
#include "stagetesting.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

Outcome<StageResult> parse(const Payload &payload, StageTrial &run)
{
    return ParseStage().run(payload, run.context);
}

QByteArray image(const char *format, int width, int height)
{
    QImage picture(width, height, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!picture.save(&buffer, format))
        qFatal("the test's image could not be written");
    return bytes;
}

/// The smallest GIF there is, 3 × 2.
const QByteArray gif = QByteArray(
    "GIF89a\3\0\2\0\x80\0\0\0\0\0\xff\xff\xff!\xf9\4\1\0\0\0\0,\0\0\0\0\3\0\2\0\0\2\3\x84o\5\0;", 45);

} // namespace

class TestParse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void saysWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ContentKind>("kind");
        QTest::addColumn<QString>("detail");
        using enum ContentKind;

        QTest::newRow("nothing") << ""_ba
                                 << ""_ba << Empty << u"empty"_s;
        QTest::newRow("no text") << "text/plain"_ba
                                 << ""_ba << Empty << u"empty"_s;
        QTest::newRow("no html") << "text/html"_ba
                                 << ""_ba << Empty << u"empty"_s;

        QTest::newRow("json") << "application/json"_ba
                              << "{\"a\":1,\"b\":2}"_ba << Json << u"object, 2 keys"_s;
        QTest::newRow("json with charset") << "application/json; charset=utf-8"_ba
                                           << "[1]"_ba << Json << u"array, 1 item"_s;
        QTest::newRow("+json") << "application/problem+json"_ba
                               << "true"_ba << Json << u"true"_s;
        QTest::newRow("json with a mark") << "application/json"_ba
                                          << "\xef\xbb\xbf[]"_ba << Json << u"array, 0 items"_s;
        QTest::newRow("json by content") << ""_ba
                                         << " {\"a\":1}"_ba << Json << u"object, 1 key"_s;
        QTest::newRow("json as octets") << "application/octet-stream"_ba
                                        << "[]"_ba << Json << u"array, 0 items"_s;
        QTest::newRow("json as text") << "text/plain; charset=utf-8"_ba
                                      << "[1]"_ba << Json << u"array, 1 item"_s;
        QTest::newRow("nearly json") << ""_ba
                                     << "[note] to self\n"_ba << Text << u"text, 1 line"_s;
        QTest::newRow("json lines") << "application/x-ndjson"_ba
                                    << "{}\n{}\n"_ba << Text << u"text, 2 lines"_s;

        QTest::newRow("text") << "text/plain"_ba
                              << "one\ntwo\r\nthree\rfour"_ba << Text << u"text, 4 lines"_s;
        QTest::newRow("text, last line ended") << "text/plain"_ba
                                               << "one\ntwo\n"_ba << Text << u"text, 2 lines"_s;
        QTest::newRow("text by content") << ""_ba
                                         << "just words"_ba << Text << u"text, 1 line"_s;
        QTest::newRow("script") << "application/javascript"_ba
                                << "{}"_ba << Text << u"text, 1 line"_s;
        QTest::newRow("1,500 lines") << "text/plain"_ba
                                     << "a\n"_ba.repeated(1500) << Text << u"text, 1,500 lines"_s;
        QTest::newRow("BMW is no bitmap") << ""_ba
                                          << "BMW makes cars and motorcycles"_ba << Text << u"text, 1 line"_s;
        QTest::newRow("unknown type, text") << "application/x-thing"_ba
                                            << "words"_ba << Text << u"text, 1 line"_s;

        QTest::newRow("html") << "text/html"_ba
                              << "<html><head><title>Home &amp; garden</title>"_ba << Html
                              << u"HTML “Home & garden”"_s;
        QTest::newRow("html title over lines")
            << "text/html"_ba
            << "<TITLE lang=en>\n  A\n  b &#8211; &#x1F600; &unknown;</TITLE>"_ba << Html
            << u"HTML “A b – 😀 &unknown;”"_s;
        QTest::newRow("html without title") << "text/html"_ba
                                            << "<p>x"_ba << Html << u"HTML without a title"_s;
        QTest::newRow("html by content") << ""_ba
                                         << "\n<!DOCTYPE HTML><title>x</title>"_ba << Html << u"HTML “x”"_s;
        QTest::newRow("html, long title") << "text/html"_ba
                                          << "<title>" + "x"_ba.repeated(200) + "</title>" << Html
                                          << u"HTML “"_s + QString(79, u'x') + u"…”"_s;

        QTest::newRow("xml") << "application/rss+xml"_ba
                             << "<?xml version='1.0'?><rss><channel/><b>c</b></rss>"_ba << Xml
                             << u"XML <rss>, 3 elements"_s;
        QTest::newRow("xml, one element") << "text/xml"_ba
                                          << "<a:b xmlns:a='u'/>"_ba << Xml << u"XML <a:b>, 1 element"_s;
        QTest::newRow("xml by content") << ""_ba
                                        << "<?xml version='1.0'?><a/>"_ba << Xml << u"XML <a>, 1 element"_s;
        QTest::newRow("nearly xml") << ""_ba
                                    << "<?xml version='1.0'?><a>"_ba << Text << u"text, 1 line"_s;
        QTest::newRow("svg") << "image/svg+xml"_ba
                             << "<svg xmlns='http://www.w3.org/2000/svg'><g/></svg>"_ba << Xml
                             << u"XML <svg>, 2 elements"_s;
        QTest::newRow("xml in latin1")
            << "text/xml"_ba
            << "<?xml version='1.0' encoding='iso-8859-1' standalone='yes'?><a>\xfc</a>"_ba << Xml
            << u"XML <a>, 1 element"_s;
        QTest::newRow("xml in utf-16")
            << "text/xml"_ba << QByteArray("\xff\xfe<\0a\0/\0>\0", 10) << Xml << u"XML <a>, 1 element"_s;

        QTest::newRow("csv") << "text/csv"_ba
                             << "a,b,c\n1,2,3\n4,5,6\n"_ba << Csv << u"CSV, 3 rows × 3 columns"_s;
        QTest::newRow("csv, one") << "text/csv"_ba
                                  << "a"_ba << Csv << u"CSV, 1 row × 1 column"_s;
        QTest::newRow("csv, quoted") << "text/csv"_ba
                                     << "\"a,\"\"x\"\"\n\",b\r\n\"\",2"_ba << Csv
                                     << u"CSV, 2 rows × 2 columns"_s;
        QTest::newRow("csv, a quote inside")
            << "text/csv"_ba
            << "5\" disk,1\n3\" disk,2\n"_ba << Csv << u"CSV, 2 rows × 2 columns"_s;
        QTest::newRow("csv, blank lines") << "text/csv"_ba
                                          << "a,b\n\n\r\n1,2\n\n"_ba << Csv << u"CSV, 2 rows × 2 columns"_s;
        QTest::newRow("csv, semicolons") << "text/csv"_ba
                                         << "a;b;c\n1,5;2;3\n"_ba << Csv << u"CSV, 2 rows × 3 columns"_s;
        QTest::newRow("tsv") << "text/tab-separated-values"_ba
                             << "a\tb\n1,2,3\t2\n"_ba << Csv << u"CSV, 2 rows × 2 columns"_s;
        QTest::newRow("csv, ragged")
            << "text/csv"_ba
            << "a,b\n1,2\n1,2,3\n4\n"_ba << Csv
            << u"CSV, 4 rows × 2 columns; 2 rows of another width (the first is row 3, with 3 "
               "columns)"_s;
        QTest::newRow("csv, open quote")
            << "text/csv"_ba
            << "a,b\n1,\"2\n"_ba << Csv << u"CSV, 2 rows × 2 columns; ends inside a quoted field"_s;

        QTest::newRow("png") << "image/png"_ba << image("png", 640, 480) << Image << u"PNG 640 × 480"_s;
        QTest::newRow("png as octets")
            << "application/octet-stream"_ba << image("png", 1200, 1) << Image << u"PNG 1,200 × 1"_s;
        QTest::newRow("png without a type") << ""_ba << image("png", 2, 3) << Image << u"PNG 2 × 3"_s;
        QTest::newRow("png as html") << "text/html"_ba << image("png", 2, 3) << Image << u"PNG 2 × 3"_s;
        QTest::newRow("jpeg as png") << "image/png"_ba << image("jpeg", 32, 16) << Image << u"JPEG 32 × 16"_s;
        QTest::newRow("bmp") << "image/bmp"_ba << image("bmp", 7, 5) << Image << u"BMP 7 × 5"_s;
        QTest::newRow("gif") << "image/gif"_ba << gif << Image << u"GIF 3 × 2"_s;
        QTest::newRow("png, only its head")
            << "image/png"_ba << image("png", 640, 480).first(64) << Image << u"PNG 640 × 480"_s;
        QTest::newRow("an unsupported image") << "image/heic"_ba
                                              << QByteArray("\0\0\0\x18"
                                                            "ftypheic\0\0\0\0",
                                                            16)
                                              << Image << u"HEIC image"_s;
        QTest::newRow("an unknown image")
            << "image/x-nobody"_ba << QByteArray("\0\1\2\3", 4) << Image << u"X-NOBODY image"_s;

        QTest::newRow("pdf") << "application/pdf"_ba
                             << "%PDF-1.7\n%\xe2\xe3"_ba << Binary << u"PDF document"_s;
        QTest::newRow("pdf as octets") << "binary/octet-stream"_ba
                                       << "%PDF-1.4\n"_ba << Binary << u"PDF document"_s;
        QTest::newRow("zip") << "application/zip"_ba << QByteArray("PK\3\4\0\0\0\0", 8) << Binary
                             << u"ZIP file, 8 bytes"_s;
        QTest::newRow("binary") << ""_ba << QByteArray(1258291, '\1') << Binary << u"binary, 1.2 MB"_s;
        QTest::newRow("binary as text")
            << "text/plain"_ba << QByteArray("a\0b", 3) << Binary << u"text/plain, 3 bytes"_s;
        QTest::newRow("video") << "video/mpeg"_ba << QByteArray("\0\0\1\xba", 4) << Binary
                               << u"video/mpeg, 4 bytes"_s;
    }

    void saysWhatItIs()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(ContentKind, kind);
        StageTrial run;
        Outcome<StageResult> outcome = parse(payloadOf(body, type), run);
        QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
        QTEST(outcome.value().detail, "detail");
        QCOMPARE(outcome.value().payload.kind, kind);
        QVERIFY(outcome.value().payload.body.bytes() == body);
    }

    void tablesAreKnownByTheEndOfTheUrlToo_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QString>("url");
        QTest::addColumn<ContentKind>("kind");
        QTest::newRow("csv") << ""_ba << u"http://h/data/table.CSV?x=1"_s << ContentKind::Csv;
        QTest::newRow("tsv as text") << "text/plain"_ba << u"http://h/table.tsv"_s << ContentKind::Csv;
        QTest::newRow("not in the query") << ""_ba << u"http://h/page?file=a.csv"_s << ContentKind::Text;
        QTest::newRow("html all the same") << "text/html"_ba << u"http://h/a.csv"_s << ContentKind::Html;
    }

    void tablesAreKnownByTheEndOfTheUrlToo()
    {
        QFETCH(QByteArray, type);
        QFETCH(QString, url);
        StageTrial run;
        Outcome<StageResult> outcome = parse(payloadOf("a,b\n1,2\n", type, {}, url), run);
        QVERIFY(outcome.succeeded());
        QTEST(outcome.value().payload.kind, "kind");
    }

    void refusesWhatIsNotWhatItIsDeclaredToBe_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("part");
        QTest::newRow("json") << "application/json"_ba
                              << "{\"a\":\n 1,}"_ba
                              << u"line 2, column 4: expected a key in double quotes, found “}”"_s;
        QTest::newRow("json, empty") << "application/json"_ba
                                     << ""_ba << u"line 1, column 1: expected a value"_s;
        QTest::newRow("json, only a mark") << "application/json"_ba
                                           << "\xef\xbb\xbf"_ba << u"found the end of the text"_s;
        QTest::newRow("json, two marks") << "application/json"_ba
                                         << "\xef\xbb\xbf\xef\xbb\xbf[]"_ba << u"U+FEFF"_s;
        QTest::newRow("json, not utf-8") << "application/json"_ba
                                         << "[\"gr\xfc\xdf\"]"_ba << u"found byte 0xFC"_s;
        QTest::newRow("json, html") << "application/json"_ba
                                    << "<html>"_ba << u"line 1, column 1"_s;
        QTest::newRow("json, png") << "application/json"_ba
                                   << "\x89PNG\r\n\x1a\n"_ba << u"found byte 0x89"_s;
        QTest::newRow("xml, mismatch") << "text/xml"_ba
                                       << "<a>\n <b></c></a>"_ba << u"line 2, column 8:"_s;
        QTest::newRow("xml, cut") << "text/xml"_ba
                                  << "<a><b>"_ba << u"Premature end"_s;
        QTest::newRow("xml, empty") << "text/xml"_ba
                                    << ""_ba << u"line 1, column 1:"_s;
        QTest::newRow("xml, two roots") << "text/xml"_ba
                                        << "<a/><b/>"_ba << u"Extra content"_s;
        QTest::newRow("xml, entity bomb")
            << "text/xml"_ba
            << "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">"
               "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">"
               "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]><l>&d;&d;&d;</l>"_ba
            << u"expansion limit"_s;
        QTest::newRow("xml, entity loop")
            << "text/xml"_ba
            << "<!DOCTYPE l [<!ENTITY a \"&b;\"><!ENTITY b \"&a;\">]><l>&a;</l>"_ba << u"entity"_s;
        QTest::newRow("svg") << "image/svg+xml"_ba
                             << "<svg"_ba << u"line 1"_s;
        QTest::newRow("png, text") << "image/png"_ba
                                   << "<html>not found</html>"_ba << u"it is text"_s;
        QTest::newRow("png, empty") << "image/png"_ba
                                    << ""_ba << u"it is empty"_s;
        QTest::newRow("png, garbage")
            << "image/png"_ba << QByteArray("\0\1\2\3", 4) << u"image cannot be read"_s;
        QTest::newRow("png, cut in its head")
            << "image/png"_ba << image("png", 640, 480).first(20) << u"header is damaged or cut short"_s;
        QTest::newRow("jpeg, cut in its head")
            << ""_ba << image("jpeg", 64, 48).first(10) << u"JPEG image cannot be read"_s;
    }

    void refusesWhatIsNotWhatItIsDeclaredToBe()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, part);
        StageTrial run;
        Outcome<StageResult> outcome = parse(payloadOf(body, type), run);
        QCOMPARE(faultName(outcome), u"parse"_s);
        QVERIFY2(faultMessage(outcome).contains(part), qPrintable(faultMessage(outcome)));
    }

    void worksWithAndWithoutADecodeStage()
    {
        StageTrial run;
        const Payload payload = payloadOf("{\"\xff\xfe\": 1}", "application/json; charset=latin1");
        Outcome<StageResult> decoded = DecodeStage().run(payload, run.context);
        QVERIFY(decoded.succeeded());
        Outcome<StageResult> after = parse(decoded.value().payload, run);
        Outcome<StageResult> alone = parse(payload, run);
        QVERIFY(after.succeeded() && alone.succeeded());
        QCOMPARE(after.value().detail, u"object, 1 key"_s);
        QCOMPARE(alone.value().detail, after.value().detail);
    }

    void largeBodiesReportAndStop_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("middle");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("text") << "text/plain"_ba
                              << ""_ba
                              << "a line of text\n"_ba
                              << ""_ba;
        QTest::newRow("csv") << "text/csv"_ba
                             << ""_ba
                             << "1,two,\"three\"\n"_ba
                             << ""_ba;
        QTest::newRow("xml") << "text/xml"_ba
                             << "<a>"_ba
                             << "<b c='d'>text</b>\n"_ba
                             << "</a>"_ba;
        QTest::newRow("xml, one comment") << "text/xml"_ba
                                          << "<a><!--"_ba
                                          << "comment "_ba
                                          << "--></a>"_ba;
        QTest::newRow("json") << "application/json"_ba
                              << "[0"_ba
                              << ",[]"_ba
                              << "]"_ba;
    }

    void largeBodiesReportAndStop()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, middle);
        QFETCH(QByteArray, end);
        const QByteArray text = begin + middle.repeated(4 * megabyte / middle.size()) + end;
        StageTrial ready;
        Outcome<StageResult> decoded = DecodeStage().run(payloadOf(text, type), ready.context);
        QVERIFY(decoded.succeeded());
        StageTrial whole;
        QVERIFY(parse(decoded.value().payload, whole).succeeded());
        QVERIFY(whole.reports >= 10);
        QVERIFY(!whole.wentBack);
        QCOMPARE(whole.total, text.size());
        StageTrial stopped;
        stopped.stopAt(megabyte);
        QVERIFY(parse(decoded.value().payload, stopped).cancelled());
        QVERIFY2(stopped.done <= 2 * megabyte, qPrintable(QString::number(stopped.done)));
    }

    void oneHugePieceOfXmlIsRefusedBeforeItFillsMemory()
    {
        const QByteArray text = "<a>" + QByteArray(xmlPieceLimit + megabyte, 'x') + "</a>";
        Outcome<XmlSummary> outcome = checkXml(text, {});
        QCOMPARE(faultName(outcome), u"parse"_s);
        QVERIFY2(faultMessage(outcome).contains("64 MB"_L1), qPrintable(faultMessage(outcome)));
    }

    void columnsOfXmlCountWithTheDeclarationThatWasBlankedOut()
    {
        Outcome<XmlSummary> outcome =
            checkXml("<?xml version='1.0' encoding='iso-8859-1'?><\xc3\xbc></a>", {});
        QVERIFY2(faultMessage(outcome).contains("line 1, column 50:"_L1), qPrintable(faultMessage(outcome)));
    }
};

QTEST_GUILESS_MAIN(TestParse)
#include "tst_parse.moc"
