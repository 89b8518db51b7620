// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/content/json.h"

#include <nlohmann/json.hpp>
#include <simdjson.h>

#include <QLocale>
#include <QTest>

#include "stagetesting.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

/// A row's name that any log can hold.
QByteArray tagOf(const QByteArray &text)
{
    return text.toPercentEncoding(" !\"#$&'()*+,/:;<=>?@[\\]^`{|}~");
}

const JsonFault *faultIn(const JsonVerdict &verdict)
{
    return std::get_if<JsonFault>(&verdict);
}

bool isValid(const QByteArray &text)
{
    return std::holds_alternative<JsonSummary>(checkJson(text, {}));
}

bool simdjsonTakes(const QByteArray &text)
{
    simdjson::dom::parser parser;
    return !parser.parse(text.constData(), static_cast<size_t>(text.size())).error();
}

bool nlohmannTakes(const QByteArray &text)
{
    return nlohmann::json::accept(text.begin(), text.end());
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void takesWhatTheGrammarHas_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *const text : {"{}",
                                       "[]",
                                       "\"\"",
                                       "0",
                                       "-0",
                                       "null",
                                       "true",
                                       "false",
                                       " \t\r\n[ ] \n",
                                       "[1,2]",
                                       "{\"a\":[{}]}",
                                       "1.5",
                                       "-1.5e+10",
                                       "1E5",
                                       "0e0",
                                       "0.0",
                                       "1e-7",
                                       "-0.0E-0",
                                       "123456789012345678901234567890",
                                       "1e400",
                                       "-1e99999",
                                       "0.1e-99999",
                                       "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
                                       "\"\\u0000\\uFfFf\"",
                                       "\"\\ud83d\\ude00\"",
                                       "\"\\ud800\"",
                                       "\"\\udc00\\ud800\"",
                                       "\"\\ud800x\"",
                                       "\"\\ud800\\u0041\"",
                                       "\"\x7f\"",
                                       "\"\xc2\x80\xe2\x82\xac\xf0\x9f\x98\x80\xf4\x8f\xbf\xbf\"",
                                       "\"\xef\xbf\xbf\"",
                                       "{\"a\":1,\"a\":2}",
                                       "{\"\":0}",
                                       "[[[[[[]]]]]]",
                                       "[\"\xe2\x80\xa8\"]",
                                       "[1\n,\r\n2]"})
            QTest::newRow(tagOf(text).constData()) << QByteArray(text);
        QTest::newRow("400 digits") << QByteArray(400, '7');
        QTest::newRow("100,000 digits of a fraction") << "0."_ba + QByteArray(100'000, '7');
        // Deeper than the packaged parsers go (simdjson 1,024) or a recursive one could.
        QTest::newRow("100,000 levels") << "["_ba.repeated(100'000) + "]"_ba.repeated(100'000);
        QTest::newRow("100,000 objects") << "{\"a\":"_ba.repeated(100'000) + "1" + "}"_ba.repeated(100'000);
        QTest::newRow("2,000,000 levels") << "["_ba.repeated(2'000'000) + "]"_ba.repeated(2'000'000);
    }

    void takesWhatTheGrammarHas()
    {
        QFETCH(QByteArray, text);
        const JsonVerdict verdict = checkJson(text, {});
        QVERIFY2(!faultIn(verdict), qPrintable(faultIn(verdict) ? faultIn(verdict)->message : QString()));
        QVERIFY(std::holds_alternative<JsonSummary>(verdict));
    }

    void refusesWithThePlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *text, const QString &message) {
            QTest::newRow(tagOf(text).constData()) << QByteArray(text) << message;
        };
        // Structure.
        row("", u"line 1, column 1: expected a value, found the end of the text"_s);
        row(" \n ", u"line 2, column 2: expected a value, found the end of the text"_s);
        row("[", u"line 1, column 2: expected a value, found the end of the text"_s);
        row("[1", u"line 1, column 3: expected “,” or “]”, found the end of the text"_s);
        row("[1,]", u"line 1, column 4: expected a value, found “]”"_s);
        row("[,1]", u"line 1, column 2: expected a value, found “,”"_s);
        row("[1 2]", u"line 1, column 4: expected “,” or “]”, found “2”"_s);
        row("[1}", u"line 1, column 3: expected “,” or “]”, found “}”"_s);
        row("]", u"line 1, column 1: expected a value, found “]”"_s);
        row("[1]]", u"line 1, column 4: expected nothing after the value, found “]”"_s);
        row("{} {}", u"line 1, column 4: expected nothing after the value, found “{”"_s);
        row("{", u"line 1, column 2: expected a key in double quotes or “}”, found the end of the text"_s);
        row("{\"a\"", u"line 1, column 5: expected “:” after the key, found the end of the text"_s);
        row("{\"a\":", u"line 1, column 6: expected a value, found the end of the text"_s);
        row("{\"a\":}", u"line 1, column 6: expected a value, found “}”"_s);
        row("{\"a\" 1}", u"line 1, column 6: expected “:” after the key, found “1”"_s);
        row("{\"a\":1,}", u"line 1, column 8: expected a key in double quotes, found “}”"_s);
        row("{\"a\":1 \"b\":2}", u"line 1, column 8: expected “,” or “}”, found “\"”"_s);
        row("{a:1}", u"line 1, column 2: expected a key in double quotes or “}”, found “a”"_s);
        row("{1:1}", u"line 1, column 2: expected a key in double quotes or “}”, found “1”"_s);
        row("{'a':1}", u"line 1, column 2: expected a key in double quotes or “}”, found “'”"_s);
        row("[1]x", u"line 1, column 4: expected nothing after the value, found “x”"_s);
        row("1 // one", u"line 1, column 3: expected nothing after the value, found “/”"_s);
        row("/* no */ 1", u"line 1, column 1: expected a value, found “/”"_s);
        row("\xef\xbb\xbf[]", u"line 1, column 1: expected a value, found the character U+FEFF"_s);
        row("[\f]", u"line 1, column 2: expected a value, found the character U+000C"_s);
        row("[\xc2\xa0]", u"line 1, column 2: expected a value, found the character U+00A0"_s);
        // Literals.
        row("nul", u"line 1, column 4: expected “null”, found the end of the text"_s);
        row("trve", u"line 1, column 3: expected “true”, found “v”"_s);
        row("True", u"line 1, column 1: expected a value, found “T”"_s);
        row("NaN", u"line 1, column 1: expected a value, found “N”"_s);
        row("Infinity", u"line 1, column 1: expected a value, found “I”"_s);
        row("nullx", u"line 1, column 5: expected nothing after the value, found “x”"_s);
        // Numbers.
        row("01", u"line 1, column 2: expected no digits after a leading zero, found “1”"_s);
        row("-01", u"line 1, column 3: expected no digits after a leading zero, found “1”"_s);
        row("-", u"line 1, column 2: expected a digit, found the end of the text"_s);
        row("--1", u"line 1, column 2: expected a digit, found “-”"_s);
        row("-Infinity", u"line 1, column 2: expected a digit, found “I”"_s);
        row("1.", u"line 1, column 3: expected a digit, found the end of the text"_s);
        row("1.e5", u"line 1, column 3: expected a digit, found “e”"_s);
        row(".5", u"line 1, column 1: expected a value, found “.”"_s);
        row("+1", u"line 1, column 1: expected a value, found “+”"_s);
        row("0x1", u"line 1, column 2: expected nothing after the value, found “x”"_s);
        row("1e", u"line 1, column 3: expected a digit, found the end of the text"_s);
        row("1e+", u"line 1, column 4: expected a digit, found the end of the text"_s);
        row("1_000", u"line 1, column 2: expected nothing after the value, found “_”"_s);
        row("[1.5.5]", u"line 1, column 5: expected “,” or “]”, found “.”"_s);
        row("\xef\xbc\x91", u"line 1, column 1: expected a value, found “１”"_s);
        // Strings.
        row("\"abc", u"line 1, column 5: expected the end of the string, found the end of the text"_s);
        row("\"a\nb\"", u"line 1, column 3: expected an escape, since a string holds no bare control "
                        u"characters, found the "
                        "character U+000A"_s);
        row("\"\t\"", u"line 1, column 2: expected an escape, since a string holds no bare control "
                      u"characters, found the "
                      "character U+0009"_s);
        row("\"\\x\"",
            u"line 1, column 3: expected one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found “x”"_s);
        row("\"\\U0041\"",
            u"line 1, column 3: expected one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found “U”"_s);
        row("\"\\", u"line 1, column 3: expected one of the escapes \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, "
                    u"found the end "
                    "of the text"_s);
        row("\"\\u12g4\"", u"line 1, column 6: expected four hexadecimal digits, found “g”"_s);
        row("\"\\u12\"", u"line 1, column 6: expected four hexadecimal digits, found “\"”"_s);
        row("\"\\u123", u"line 1, column 7: expected four hexadecimal digits, found the end of the text"_s);
        row("\"\xff\"", u"line 1, column 2: expected UTF-8, found byte 0xFF"_s);
        row("\"\xc0\xaf\"", u"line 1, column 2: expected UTF-8, found byte 0xC0"_s);         // overlong
        row("\"\xe0\x80\xaf\"", u"line 1, column 2: expected UTF-8, found byte 0xE0"_s);     // overlong
        row("\"\xed\xa0\x80\"", u"line 1, column 2: expected UTF-8, found byte 0xED"_s);     // a surrogate
        row("\"\xf4\x90\x80\x80\"", u"line 1, column 2: expected UTF-8, found byte 0xF4"_s); // past U+10FFFF
        row("\"\x80\"", u"line 1, column 2: expected UTF-8, found byte 0x80"_s);
        row("\"\xe2\x82\"", u"line 1, column 2: expected UTF-8, found byte 0xE2"_s);
        row("[\xff]", u"line 1, column 2: expected a value, found byte 0xFF"_s);
        // Places.
        row("{\n  \"a\": 1,\n  \"b\" 2\n}", u"line 3, column 7: expected “:” after the key, found “2”"_s);
        row("[\r\n1,\r\nx]", u"line 3, column 1: expected a value, found “x”"_s);
        row("[\r1,\rx]", u"line 3, column 1: expected a value, found “x”"_s);
        row("[\n\r1\r\r\n x]", u"line 5, column 2: expected “,” or “]”, found “x”"_s);
        row("[\"\xc3\xa4\xf0\x9f\x98\x80\", x]", u"line 1, column 8: expected a value, found “x”"_s);
        row("[\"\xe2\x82\xac\" \xf0\x9f\x98\x80]", u"line 1, column 6: expected “,” or “]”, found “😀”"_s);
    }

    void refusesWithThePlace()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        const JsonVerdict verdict = checkJson(text, {});
        QVERIFY(faultIn(verdict));
        QCOMPARE(faultIn(verdict)->message, message);
    }

    void aZeroByteIsNoEnd()
    {
        QVERIFY(!isValid(QByteArray("[]\0", 3)));
        QVERIFY(!isValid(QByteArray("\"\0\"", 3)));
        QVERIFY(isValid(QByteArray("[]")));
    }

    void everyBeginningIsRefusedAtItsEnd()
    {
        const QByteArray text =
            "{\"a\": [1.5e3, \"x\\u0041\\n\xe2\x82\xac\", true, null], \"b\": {\"c\": -0}}";
        QVERIFY(isValid(text));
        for (qsizetype size = 0; size < text.size(); ++size) {
            const JsonVerdict verdict = checkJson(QByteArrayView(text).first(size), {});
            QVERIFY(faultIn(verdict));
            QVERIFY(faultIn(verdict)->offset >= size - 2); // two bytes of a cut character at most
        }
    }

    void nestingHasALimitAndSaysSo()
    {
        const QByteArray deepest = "["_ba.repeated(jsonDepthLimit);
        const JsonVerdict verdict = checkJson(deepest + "[", {});
        QVERIFY(faultIn(verdict));
        QVERIFY2(faultIn(verdict)->message.contains("10,000,000 levels"_L1),
                 qPrintable(faultIn(verdict)->message));
        QVERIFY(isValid(deepest + "]"_ba.repeated(jsonDepthLimit)));
    }

    void saysWhatItFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("summary");
        QTest::newRow("empty object") << "{}"_ba << u"object, 0 keys"_s;
        QTest::newRow("one key") << "{\"a\":{\"b\":1,\"c\":[2,3]}}"_ba << u"object, 1 key"_s;
        QTest::newRow("four keys") << "{\"a\":1,\"b\":[1,2],\"c\":{\"x\":{}},\"d\":null}"_ba
                                   << u"object, 4 keys"_s;
        QTest::newRow("empty array") << "[ ]"_ba << u"array, 0 items"_s;
        QTest::newRow("nested items") << "[[1,2],[3],{\"a\":4}]"_ba << u"array, 3 items"_s;
        QTest::newRow("1,200 items") << "[0" + ",0"_ba.repeated(1199) + "]" << u"array, 1,200 items"_s;
        QTest::newRow("string") << "\"Hello world!\""_ba << u"string, 12 characters"_s;
        QTest::newRow("one character") << "\"\xf0\x9f\x98\x80\""_ba << u"string, 1 character"_s;
        QTest::newRow("escapes") << "\"\\n\\u00e9\\ud83d\\ude00x\""_ba << u"string, 4 characters"_s;
        QTest::newRow("lone surrogates") << "\"\\ud83d\\ud83dx\""_ba << u"string, 3 characters"_s;
        QTest::newRow("number") << "-1.5"_ba << u"number"_s;
        QTest::newRow("true") << "true"_ba << u"true"_s;
        QTest::newRow("false") << " false "_ba << u"false"_s;
        QTest::newRow("null") << "null"_ba << u"null"_s;
    }

    void saysWhatItFound()
    {
        QFETCH(QByteArray, text);
        const JsonVerdict verdict = checkJson(text, {});
        QVERIFY(std::holds_alternative<JsonSummary>(verdict));
        QTEST(std::get<JsonSummary>(verdict).text(), "summary");
    }

    void agreesWithTheParsersOnEverySmallChange()
    {
        // Two independent parsers are the oracle, for texts that are within their limits: no lone surrogates,
        // no numbers past a double. A zero byte would end the text for neither.
        const QByteArray seed = "{\"k\": [1, -2.5e3, \"s\\n\xc3\xa9\", true, null], \"o\": {}}";
        const QByteArray bytes = "{}[]:,\"\\ 019-+.eEtfnu/\n\x01\x80\xc3\xff"_ba + '\0';
        int valid = 0;
        int invalid = 0;
        for (qsizetype at = 0; at < seed.size(); ++at) {
            QList<QByteArray> texts{QByteArray(seed).remove(at, 1)};
            for (const char byte : bytes) {
                texts.append(QByteArray(seed).insert(at, byte));
                texts.append(QByteArray(seed).replace(at, 1, QByteArray(1, byte)));
            }
            for (const QByteArray &text : texts) {
                const bool expected = nlohmannTakes(text);
                QCOMPARE(simdjsonTakes(text), expected);
                QVERIFY2(isValid(text) == expected, text.toHex(' ').constData());
                ++(expected ? valid : invalid);
            }
        }
        QVERIFY(valid > 100);
        QVERIFY(invalid > 1000);
    }

    void largeTextsReportAndStop_data()
    {
        QTest::addColumn<QByteArray>("begin");
        QTest::addColumn<QByteArray>("middle");
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("items") << "[0"_ba
                               << ",{\"a\": \"b\"}"_ba
                               << "]"_ba;
        QTest::newRow("one string") << "\""_ba
                                    << "text \xc3\xa9 \\n"_ba
                                    << "\""_ba;
        QTest::newRow("one number") << "1"_ba
                                    << "0123456789"_ba
                                    << ""_ba;
        QTest::newRow("white space") << "["_ba
                                     << " \n"_ba
                                     << "]"_ba;
    }

    void largeTextsReportAndStop()
    {
        QFETCH(QByteArray, begin);
        QFETCH(QByteArray, middle);
        QFETCH(QByteArray, end);
        const QByteArray text = begin + middle.repeated(8 * megabyte / middle.size()) + end;
        StageTrial whole;
        QVERIFY(std::holds_alternative<JsonSummary>(checkJson(text, whole.context)));
        QVERIFY(whole.reports >= 20);
        QVERIFY(!whole.wentBack);
        QCOMPARE(whole.total, text.size());
        StageTrial stopped;
        stopped.stopAt(megabyte);
        QVERIFY(std::holds_alternative<Cancelled>(checkJson(text, stopped.context)));
        QVERIFY(stopped.done < 2 * megabyte);
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
