// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/foundrequests.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// Asked for the format after each piece, as when pieces come slowly.
class Hesitantly final : public Collected
{
public:
    explicit Hesitantly(const QStringList &pieces)
    {
        InputReader reader({}, *this);
        for (const QString &piece : pieces) {
            reader.feed(piece);
            reader.recogniseNow();
            foundBy.append(static_cast<int>(requests.size()));
        }
        reader.finish();
        format = reader.format();
    }

    QList<int> foundBy; ///< how many requests, by each piece, before the end
    InputFormat format = InputFormat::List;
};

} // namespace

/// When the format of what comes in pieces is known.
class TestInputBeginnings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anObjectOnALineBeginsJsonLines();
    void aFirstLineOfJsonThatComesSlowlyIsWaitedFor();
    void slowBeginnings_data();
    void slowBeginnings();
    void longBeginningsAreDocuments();
};

void TestInputBeginnings::anObjectOnALineBeginsJsonLines()
{
    using enum InputFormat;
    QCOMPARE(recogniseBeginning(u"{\"url\":\"http://h/1\"}\r\n"), JsonLines);
    QCOMPARE(recogniseInput(u"{\"url\":\"http://h/1\"}\r\n"), Json);
    for (const QString &text : {u"{\"url\":\"http://h/1\"}"_s, u"{\"url\":\n"_s, u"[\"http://h/1\"]\n"_s,
                                u"{\"log\":{\"entries\":[]}}\n"_s})
        QCOMPARE(recogniseBeginning(text), Json);
}

void TestInputBeginnings::aFirstLineOfJsonThatComesSlowlyIsWaitedFor()
{
    Collected found;
    InputReader reader({}, found);
    reader.feed(u"{\"url\": \"http://h/a\"");
    reader.recogniseNow();
    reader.feed(u"}\n");
    reader.recogniseNow();
    QCOMPARE(found.requests, QStringList{u"1 http://h/a"_s});
    reader.feed(u"{\"url\": \"http://h/b\"}\n");
    QCOMPARE(found.requests, (QStringList{u"1 http://h/a"_s, u"2 http://h/b"_s}));
    reader.finish();
    QCOMPARE(reader.format(), InputFormat::JsonLines);

    // Nothing but JSON has a reason to wait.
    Collected listed;
    InputReader list({}, listed);
    list.feed(u"http://h/a http://h/b\nhttp://h/");
    list.recogniseNow();
    QVERIFY(!listed.requests.isEmpty());
}

void TestInputBeginnings::slowBeginnings_data()
{
    QTest::addColumn<QStringList>("pieces");
    QTest::addColumn<InputFormat>("format");
    QTest::addColumn<QList<int>>("foundBy");
    QTest::addColumn<QStringList>("refusedLines");
    using enum InputFormat;
    const auto row = [](const char *name, InputFormat format, const QStringList &pieces,
                        const QList<int> &foundBy, const QStringList &refusedLines = {}) {
        QTest::newRow(name) << pieces << format << foundBy << refusedLines;
    };
    row("within the first line", JsonLines,
        {u"{\"url\":"_s, u"\"http://h/1\"}"_s, u"\n{\"url\":\"http://h/2\"}\n"_s}, {0, 0, 2});
    row("after the first line", JsonLines, {u"{\"url\":\"http://h/1\"}"_s, u"\n"_s}, {0, 1});
    row("after its bracket", JsonLines, {u"{"_s, u"\"url\":\"http://h/1\"}\r\n"_s}, {0, 1});
    row("after nothing", JsonLines, {u"\uFEFF\n"_s, u"{\"url\":\"http://h/1\"}\n"_s}, {0, 1});
    row("arrays on lines", JsonLines,
        {u"[\"http://h/"_s, u"1\"]\n[\"http://h/2\"]\n[\"http"_s, u"://h/3\"]\n"_s}, {0, 2, 3});
    row("no line ends", Json, {u"{\"url\":"_s, u"\"http://h/1\"}"_s}, {0, 0});
    row("document over lines", Json, {u"["_s, u"\n"_s, u"\"http://h/1\",\n"_s, u"\"http://h/2\"]"_s},
        {0, 0, 0, 0});
    row("har", Har, {u"{\"log\":{\"entr"_s, u"ies\":[]}}\n"_s}, {0, 0});
    row("a broken line before others", JsonLines,
        {u"{\"url\":\"http://h/1\",}"_s, u"\n"_s, u"{"_s, u"\"url\":\"http://h/2\"}\n"_s}, {0, 0, 0, 1},
        {u"1"_s});
    row("a line cut off before others", JsonLines,
        {u"{\"url\":\"http://h/1\"\n"_s, u"{\"url\":\"http://h/2\"}\n"_s}, {0, 1}, {u"1"_s});
    row("no JSON before others", JsonLines, {u"{bad}\n"_s, u"\n{\"url\":\"http://h/2\"}"_s}, {0, 0},
        {u"1"_s});
    row("braces on lines of their own", Json,
        {u"{\"all\":\n"_s, u"{\"url\":\"http://h/1\"},\n"_s, u"\"x\": [{\"url\":\"http://h/2\"},\n"_s,
         u"{\"url\":\"http://h/3\"}]}"_s},
        {0, 0, 0, 0});
    row("a list of ranges", List, {u"http://{h,i}/1\n"_s, u"http://{j,k}/1"_s}, {2, 2});
    row("an address", List, {u"[::1"_s, u"]:8080/x\n"_s}, {0, 1});
    row("markdown", Markdown, {u"["_s, u"x](http"_s, u"://h/1)\n"_s}, {0, 0, 1});
    row("list", List, {u"http://h/1\n"_s, u"http://h/2"_s}, {1, 1});
}

void TestInputBeginnings::slowBeginnings()
{
    QFETCH(QStringList, pieces);
    const Hesitantly read(pieces);
    QCOMPARE(inputFormatKey(read.format), [] {
        QFETCH(InputFormat, format);
        return inputFormatKey(format);
    }());
    QTEST(read.foundBy, "foundBy");
    QStringList refusedLines;
    for (const QString &refused : read.rejected)
        refusedLines.append(refused.section(u' ', 0, 0));
    QTEST(refusedLines, "refusedLines");
}

/// What has no line ends must not be looked at from its beginning for as long as it comes.
void TestInputBeginnings::longBeginningsAreDocuments()
{
    const QString first = u"{\"url\":\"http://h/"_s + QString(recognisableSize, u'x');
    const Hesitantly read({first, u"\"}\n"_s});
    QCOMPARE(inputFormatKey(read.format), inputFormatKey(InputFormat::Json));
    QCOMPARE(read.foundBy, (QList<int>{0, 0}));
}

QTEST_GUILESS_MAIN(TestInputBeginnings)
#include "tst_inputbeginnings.moc"
