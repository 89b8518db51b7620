// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/values.h"

#include <QTest>

#include "pipeline/content/jsontext.h"
#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

/// Bodies that become JSON values: json, ndjson, csv, and how values travel.
class TestValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodiesBecomeValues_data();
    void bodiesBecomeValues();
    void jsonPointersLeadToParts_data();
    void jsonPointersLeadToParts();
    void valuesAreCompactAndLossless();
    void longAndShortPiecesKeepTheirOrder_data();
    void longAndShortPiecesKeepTheirOrder();
    void tooManyBytesAreRefused();
    void millionsOfLinesTakeLittleMemory();
    void stopsWhenAskedTo();
    void outputIsOneValueOrAList();
};

void TestValues::bodiesBecomeValues_data()
{
    QTest::addColumn<QByteArray>("stage");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("values");
    const auto row = [](const char *name, const QByteArray &stage, const QByteArray &body,
                        const QByteArray &values) { QTest::newRow(name) << stage << body << values; };
    const QByteArray json = R"({"stage": "json"})";
    row("json", json, "{\"b\": 1,\n \"a\": [1, 2 ]}", "{\"b\":1,\"a\":[1,2]}\n");
    row("json keeps numbers", json, "[1e400, 12345678901234567890, 1.10]",
        "[1e400,12345678901234567890,1.10]\n");
    row("json with a fault", json, "{\"a\": 1,\n}",
        "parse: Not valid JSON: line 2, column 1: expected a key in double quotes, found “}”.");
    row("json, empty", json, "",
        "parse: Not valid JSON: line 1, column 1: expected a value, found the end of the text.");
    const QByteArray items = R"({"stage": "json", "items": "/results"})";
    row("items", items, R"({"results": [{"a": "x, ]"}, 2, []]})", "{\"a\":\"x, ]\"}\n2\n[]\n");
    row("no items", items, R"({"results": []})", "");
    row("items at the top", R"({"stage": "json", "items": ""})", "[1, [2], null]", "1\n[2]\nnull\n");
    row("nothing there", items, "{}", "parse: There is nothing at /results, where a list is looked for.");
    row("no list", items, R"({"results": 1})", "parse: What is at /results is no list.");
    row("a bad pointer", R"({"stage": "json", "items": "results"})", "{}",
        "internal: $.stages[0].items: This is no JSON pointer; it looks like /results/0.");
    const QByteArray ndjson = R"({"stage": "ndjson"})";
    row("ndjson", ndjson, "{\"a\": 1}\r\n\n 2 \n\"x\"", "{\"a\":1}\n2\n\"x\"\n");
    row("ndjson with a fault", ndjson, "1\n2\n{\"a\": x}\n4",
        "parse: Not valid JSON: line 3, column 7: expected a value, found “x”.");
    row("ndjson, skipping", R"({"stage": "ndjson", "on_error": "skip"})", "1\n{\n3", "1\n3\n");
    row("ndjson, empty", ndjson, "", "");
    const QByteArray csv = R"({"stage": "csv"})";
    row("csv", csv, "a,b\n1,x\n2,\"y, \"\"z\"\"\nnext\"\n",
        "{\"a\":\"1\",\"b\":\"x\"}\n{\"a\":\"2\",\"b\":\"y, \\\"z\\\"\\nnext\"}\n");
    row("csv by semicolons", csv, "a;b\r\n1,5;x\r\n", "{\"a\":\"1,5\",\"b\":\"x\"}\n");
    row("csv without a last line break", csv, "a,b\n1,", "{\"a\":\"1\",\"b\":\"\"}\n");
    row("csv, names twice", csv, "a,a,\n1,2,3\n", "{\"a\":\"1\",\"a (2)\":\"2\",\"\":\"3\"}\n");
    row("csv of lists", R"({"stage": "csv", "header": false})", "a,b\n1,2\n",
        "[\"a\",\"b\"]\n[\"1\",\"2\"]\n");
    row("csv with numbers", R"({"stage": "csv", "numbers": true})", "a,b,c,d\n1,-2.5e3,007,1.\n",
        "{\"a\":1,\"b\":-2.5e3,\"c\":\"007\",\"d\":\"1.\"}\n");
    row("csv of another width", csv, "a,b\n1,2\n\n3\n",
        "parse: Not a regular CSV: line 4, column 2: the row ends after 1 column, the first row has 2 "
        "columns.");
    row("csv, skipping", R"({"stage": "csv", "on_error": "skip"})", "a,b\n3\n1,2\n",
        "{\"a\":\"1\",\"b\":\"2\"}\n");
    row("csv, keeping", R"({"stage": "csv", "on_error": "keep"})", "a,b\n3\n1,2,4\n",
        "{\"a\":\"3\",\"b\":null}\n{\"a\":\"1\",\"b\":\"2\",\"3\":\"4\"}\n");
    row("csv, a quote without an end", csv, "a,b\n1,2\n3,\"x\n",
        "parse: Not a regular CSV: line 3, column 3: the quote that begins here does not end.");
    row("csv, a place past wide letters and line breaks", csv, "a,b\n\"\u00e9\n\u20ac\",x,y\n",
        "parse: Not a regular CSV: line 3, column 7: the row ends after 3 columns, the first row has 2 "
        "columns.");
    row("csv, a quote past a line break", csv, "a,b\n\"1\n2\", \"x\",\"y\n",
        "parse: Not a regular CSV: line 3, column 9: the quote that begins here does not end.");
}

void TestValues::bodiesBecomeValues()
{
    QFETCH(QByteArray, stage);
    QFETCH(QByteArray, body);
    StageTrial run;
    QTEST(valuesOf(runStages(stage, payloadOf(body, "text/plain"), run.context)), "values");
}

void TestValues::jsonPointersLeadToParts_data()
{
    // The examples of RFC 6901, section 5.
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("foo") << u"/foo"_s << R"(["bar", "baz"])"_ba;
    QTest::newRow("item") << u"/foo/0"_s << "\"bar\""_ba;
    QTest::newRow("empty key") << u"/"_s << "0"_ba;
    QTest::newRow("a slash") << u"/a~1b"_s << "1"_ba;
    QTest::newRow("a quote") << u"/k\"l"_s << "6"_ba;
    QTest::newRow("a backslash") << u"/i\\j"_s << "5"_ba;
    QTest::newRow("a tilde") << u"/m~0n"_s << "8"_ba;
    QTest::newRow("none") << u"/nothing"_s << ""_ba;
    QTest::newRow("past the end") << u"/foo/2"_s << ""_ba;
    QTest::newRow("a leading zero") << u"/foo/00"_s << ""_ba;
    QTest::newRow("into a number") << u"/a~1b/0"_s << ""_ba;
}

void TestValues::jsonPointersLeadToParts()
{
    QFETCH(QString, pointer);
    const QByteArray json =
        "{\"foo\": [\"bar\", \"baz\"], \"\": 0, \"a/b\": 1, \"i\\\\j\": 5, \"k\\\"l\": 6, \"m~n\": 8}";
    const auto steps = pointerSteps(pointer);
    QVERIFY(steps);
    QTEST(jsonPart(json, *steps).value_or(QByteArrayView()).toByteArray(), "part");
    QVERIFY(!pointerSteps(u"a~2"));
    QVERIFY(!pointerSteps(u"/a~"));
}

void TestValues::valuesAreCompactAndLossless()
{
    QCOMPARE(compactJson(" { \"a b\\\" \" : [ 1.0 , 2e+5 ] } "), "{\"a b\\\" \":[1.0,2e+5]}");
    QCOMPARE(jsonString("a\"\\\n\x01 \xc3\xa4"), "\"a\\\"\\\\\\n\\u0001 \xc3\xa4\"");
}

void TestValues::longAndShortPiecesKeepTheirOrder_data()
{
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("first");
    // Around the room in which pieces are gathered; with a long first one, the value is not made compact in
    // memory.
    for (const int length : {1, 16'380, 16'381, 16'382, 16'383, 16'384, 40'000}) {
        QTest::addRow("%d", length) << length << 1;
        QTest::addRow("%d after a long one", length) << length << 5'000'000;
    }
}

void TestValues::longAndShortPiecesKeepTheirOrder()
{
    QFETCH(const int, length);
    QFETCH(const int, first);
    QByteArray json = "[ \"" + QByteArray(first, 'y') + "\" ,\t";
    QByteArray compact = "[\"" + QByteArray(first, 'y') + "\",";
    for (int i = 0; i < 3000; ++i) {
        const QByteArray item =
            i % 1000 == 500 ? "\"\\\" , " + QByteArray(length, 'x') + '"' : QByteArray::number(i);
        json += item + (i < 2999 ? " ,\n " : " ]");
        compact += item + (i < 2999 ? "," : "]");
    }
    ValuesWriter writer(0);
    QVERIFY(!writer.append(json));
    Payload payload;
    QVERIFY(writer.finish(payload).succeeded());
    QVERIFY(payload.values->bytes() == compact + '\n');
    QVERIFY(compactJson(json) == compact);
}

void TestValues::tooManyBytesAreRefused()
{
    for (const int size : {200, 2000}) {
        ValuesWriter limited(100);
        const std::optional<Fault> fault = limited.append('"' + QByteArray(size, 'x') + '"');
        QVERIFY(fault && fault->faultClass == FaultClass::TooLarge);
    }
}

void TestValues::millionsOfLinesTakeLittleMemory()
{
    Payload payload = payloadOf({}, "application/x-ndjson");
    payload.body = repeatedBody("{\"id\": 123, \"name\": \"somebody\"}\n", 33 * megabyte);
    const qint64 lines = payload.body.size() / 32;
    payload.decoded = true;
    StageTrial run;
    const Outcome<StageResult> outcome =
        runStages(R"({"stage": "ndjson", "on_error": "skip"})", payload, run.context);
    QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
    QVERIFY(outcome.value().payload.values->onDisk());
    QVERIFY(std::abs(outcome.value().payload.valueCount - lines) <= 1);
    QCOMPARE(run.done, payload.body.size());
    QVERIFY(run.reports > 50);
    qint64 seen = 0;
    QVERIFY(forEachValue(outcome.value().payload, run.context, [&](QByteArrayView json, qint64 index) {
        seen += index == seen && json.startsWith("{\"id\":123,");
        return true;
    }));
    QCOMPARE(seen, outcome.value().payload.valueCount);
}

void TestValues::stopsWhenAskedTo()
{
    for (const QByteArray stage :
         {"{\"stage\": \"ndjson\"}", "{\"stage\": \"csv\"}", "{\"stage\": \"json\"}"}) {
        StageTrial run;
        run.stopNow();
        Payload payload = payloadOf("1\n2\n", "text/plain");
        payload.decoded = true;
        QVERIFY(runStages(stage, payload, run.context).cancelled());
    }
}

void TestValues::outputIsOneValueOrAList()
{
    Payload payload;
    QCOMPARE(outputJson(payload, 100), "");
    payload.setValues(Body("{\"a\":1}\n"), 1);
    QCOMPARE(outputJson(payload, 100), "{\"a\":1}");
    payload.setValues(Body("1\n2\n"), 2);
    QCOMPARE(outputJson(payload, 100), "[1,2]");
    QCOMPARE(outputJson(payload, 3), "");
    payload.setValues(Body(), 0);
    QCOMPARE(outputJson(payload, 100), "[]");
}

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
