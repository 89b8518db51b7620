// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jqworker/jsontojv.h"

#include <QRandomGenerator>
#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

namespace {

QByteArray dumped(jv value)
{
    const jv text = jv_dump_string(value, 0);
    const QByteArray result(jv_string_value(text), jv_string_length_bytes(jv_copy(text)));
    jv_free(text);
    return result;
}

/// Nothing where it is left to jq's own parser.
std::optional<QByteArray> made(JsonToJv &reader, const QByteArray &json)
{
    std::string text = json.toStdString();
    text.reserve(JsonToJv::roomFor(text.size()));
    const std::optional<jv> value = reader.read(text);
    return value ? std::optional(dumped(*value)) : std::nullopt;
}

QByteArray parsedByJq(const QByteArray &json)
{
    return dumped(jv_parse_sized(json.constData(), static_cast<int>(json.size())));
}

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

/// Some JSON with repeated and long names, numbers of all kinds and escapes.
QByteArray randomJson(QRandomGenerator &random, int depth)
{
    static const QByteArrayList leaves{"null",
                                       "true",
                                       "0",
                                       "-1",
                                       "0.1",
                                       "-0.5",
                                       "1e300",
                                       "12345678901234567890",
                                       "9007199254740993",
                                       "1e-320",
                                       R"("")",
                                       R"("a\u00e4\ud83d\ude00\n")",
                                       R"("\u0000")",
                                       R"("2020-01-02")"};
    static const QByteArrayList names{"a", "b", "id", R"(\u0061)", QByteArray(70, 'n'), ""};
    const int kind = depth > 4 ? 0 : random.bounded(3);
    if (kind == 0)
        return leaves.at(random.bounded(leaves.size()));
    QByteArrayList parts;
    for (int i = random.bounded(6); i > 0; --i) {
        const QByteArray value = randomJson(random, depth + 1);
        parts.append(kind == 1 ? value : '"' + names.at(random.bounded(names.size())) + "\": " + value);
    }
    return kind == 1 ? '[' + parts.join(", ") + ']' : '{' + parts.join(',') + '}';
}

} // namespace

/// What jq is given is what its own parser would have made of the text.
class TestJsonToJv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsJqHasIt_data()
    {
        QTest::addColumn<QByteArray>("json");

        for (const char *json :
             {"5", "\"text\"", "null", "[]", "{}", R"({"a":1,"a":2})",
              R"(["\u00e4","\ud83d\ude00","\u0000x"])",
              "[0,-1,1E5,0.1,1e308,1e-400,-0.0,-0e1,-0.5,12345678901234567890,9007199254740993]",
              R"({"when":"2020-01-02","n":-0.25})", " [ 1 , 2 ] ", R"({"":{"":[{}]}})"})
            QTest::newRow(json) << QByteArray(json);
        QTest::newRow("nested") << nested(150);
    }

    void isAsJqHasIt()
    {
        QFETCH(const QByteArray, json);
        JsonToJv reader;
        const std::optional<QByteArray> value = made(reader, json);
        QVERIFY(value);
        QCOMPARE(*value, parsedByJq(json));
    }

    void whatJqMayReadOtherwiseIsLeftToIt_data()
    {
        QTest::addColumn<QByteArray>("json");

        for (const char *json : {"", "nan", "[1,]", "[1] 2", "[-0]", "-0", R"({"a":-0})", "[1e400]",
                                 R"(["\ud800"])", "[01]", "{\"a\":1", "[\"\xff\"]"})
            QTest::newRow(json) << QByteArray(json);
        QTest::newRow("nested") << nested(250);
        QTest::newRow("nested deeper than simdjson goes") << nested(5000);
    }

    void whatJqMayReadOtherwiseIsLeftToIt()
    {
        QFETCH(const QByteArray, json);
        JsonToJv reader;
        QVERIFY(!made(reader, json));
        QVERIFY(made(reader, "[1]")); // it goes on
    }

    void manyValuesInTurn()
    {
        QRandomGenerator random(1);
        JsonToJv reader;
        for (int i = 0; i < 2000; ++i) {
            const QByteArray json = randomJson(random, 0);
            const std::optional<QByteArray> value = made(reader, json);
            QVERIFY2(value, json.constData());
            QCOMPARE(*value, parsedByJq(json));
        }
    }

    void moreNamesThanAreRemembered()
    {
        JsonToJv reader;
        for (int round = 0; round < 3; ++round) {
            QByteArrayList members;
            for (int i = 0; i < 5000; ++i)
                members.append('"' + QByteArray::number(round * 3000 + i) + "\":1");
            const QByteArray json = '{' + members.join(',') + '}';
            QCOMPARE(*made(reader, json), parsedByJq(json));
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonToJv)
#include "tst_jsontojv.moc"
