// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/foundrequests.h"

#include <QTest>

#include <algorithm>
#include <ctime>
#include <limits>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// Fed a character at a time: what is found must not depend on where pieces are cut.
class Slowly final : public Collected
{
public:
    explicit Slowly(const QString &text)
    {
        InputReader reader({}, *this);
        for (const QChar c : text)
            reader.feed(QStringView(&c, 1));
        reader.finish();
    }
};

} // namespace

class TestInputReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data();
    void finds();
    void rejects_data();
    void rejects();
    void stayAList_data();
    void stayAList();
    void duplicatesAreRequestsThatAreTheSame();
    void expandsRanges();
    void rangesAreCountedWithoutBeingExpanded();
    void tooManyOfRanges();
    void columnIsChosen();
    void formatIsSaid();
    void keepsWhatAnIncompleteDocumentHas();
    void linearInTheWorstOfTexts_data();
    void linearInTheWorstOfTexts();
    void stopsWhenAsked();
};

void TestInputReader::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<InputFormat>("format");
    QTest::addColumn<QStringList>("requests");
    const auto row = [](const char *name, InputFormat format, const QString &text,
                        const QStringList &requests) { QTest::newRow(name) << text << format << requests; };
    using enum InputFormat;

    row("nothing", List, u""_s, {});
    row("list", List, u"\uFEFF# a\r\n\r\nhttp://h/1\r\nh.test/2\r\n<http://h/3>,\r\n"_s,
        {u"3 http://h/1"_s, u"4 https://h.test/2"_s, u"5 http://h/3"_s});
    row("list with a bad line", List, u"http://h/1\nsee http://h/2 there\nhttp://h/3"_s,
        {u"1 http://h/1"_s, u"3 http://h/3"_s});
    row("list with a command", List, u"http://h/1\nhttp://h/2\ncurl -I http://h/3\nhttp://h/4"_s,
        {u"1 http://h/1"_s, u"2 http://h/2"_s, u"3 HEAD http://h/3"_s, u"4 http://h/4"_s});

    row("prose", Prose,
        u"Hello,\nsee https://a.test/x, (http://b.test/y) and www.c.test.\nBye: <https://d.test/?q=1>!"_s,
        {u"2 https://a.test/x"_s, u"2 http://b.test/y"_s, u"2 https://www.c.test"_s,
         u"3 https://d.test/?q=1"_s});
    row("prose with brackets", Prose,
        u"look at https://w.test/A_(b)_c and (https://w.test/A_(b)) or [http://x.test/]"_s,
        {u"1 https://w.test/A_(b)_c"_s, u"1 https://w.test/A_(b)"_s, u"1 http://x.test/"_s});
    row("prose with quotes", Prose, u"“https://a.test/ä” sagt: 'https://b.test/' und https://c.test/。"_s,
        {u"1 https://a.test/%C3%A4"_s, u"1 https://b.test/"_s, u"1 https://c.test/"_s});
    row("two on a line", Prose, u"https://a.test/1 https://a.test/2"_s,
        {u"1 https://a.test/1"_s, u"1 https://a.test/2"_s});

    row("markdown", Markdown,
        u"# Links\n- [First *one*](https://a.test/1)\n- [Second](<https://a.test/2> \"title\") and "
        "https://a.test/3\n![pic](https://a.test/4.png)\n[ref]: https://a.test/5 'x'\n<https://a.test/6>\n"
        "[top](#top) [mail](mailto:a@b.test)"_s,
        {u"2 https://a.test/1 (First *one*)"_s, u"3 https://a.test/2 (Second)"_s, u"3 https://a.test/3"_s,
         u"4 https://a.test/4.png (pic)"_s, u"5 https://a.test/5 (ref)"_s, u"6 https://a.test/6"_s});
    row("markdown nested", Markdown,
        u"[![Build](https://ci.test/b.svg)](https://ci.test/) [a](https://w.test/x_(y))"_s,
        {u"1 https://ci.test/b.svg (Build)"_s, u"1 https://ci.test/ (Build)"_s,
         u"1 https://w.test/x_(y) (a)"_s});
    row("markdown, URL as text", Markdown, u"[https://a.test/](https://a.test/)"_s,
        {u"1 https://a.test/ (https://a.test/)"_s});

    row("html", Html,
        u"<!DOCTYPE html>\n<html><head><base href=\"https://b.test/dir/\">\n<script src=/s.js>if (a < b) "
        "href=\"http://no/\"</script><!-- <a href=\"http://no/\"> -->\n<body><A HREF='one?a=1&amp;b=2'>The "
        "<b>first</b>\n one</A> <a href=#x>x</a><img srcset=\"p.png 1x, q.png 2x\" src=p.png>\n<a "
        "href=\"mailto:x@y\">m</a> 3 < 4 <a href=\"//c.test/z\">z</a>"_s,
        {u"3 https://b.test/s.js"_s, u"4 https://b.test/dir/one?a=1&b=2 (The first one)"_s,
         u"5 https://b.test/dir/p.png"_s, u"5 https://b.test/dir/q.png"_s, u"5 https://b.test/dir/p.png"_s,
         u"6 https://c.test/z (z)"_s});
    row("srcset", Html,
        u"<!DOCTYPE html>\n<img srcset=\"https://a.test/1,2.png 1x,\n   https://a.test/3.png, "
        "https://a.test/4.png 1x,https://a.test/5.png (a,b) 2x\">"_s,
        {u"2 https://a.test/1,2.png"_s, u"2 https://a.test/3.png"_s, u"2 https://a.test/4.png"_s,
         u"2 https://a.test/5.png"_s});
    row("html in text", Html, u"Some text <a href=\"https://a.test/\">A</a> more"_s,
        {u"1 https://a.test/ (A)"_s});
    row("sitemap", Html,
        u"<?xml version=\"1.0\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        "<url><loc>https://a.test/?a=1&amp;b=2</loc></url>\n<url><loc><![CDATA[https://a.test/2]]></loc></url>"_s,
        {u"3 https://a.test/?a=1&b=2"_s, u"4 https://a.test/2"_s});
    row("feed", Html,
        u"<rss><channel><link>https://a.test/</link><item><enclosure url=\"https://a.test/1.mp3\"/></item>"_s,
        {u"1 https://a.test/"_s, u"1 https://a.test/1.mp3"_s});

    row("csv with header", Table,
        u"id,URL,Name\n1,https://a.test/1,One\n2,\"https://a.test/2,x\",\"Two, \"\"2\"\"\"\n\n3,a.test/3,\n"_s,
        {u"2 https://a.test/1 (One)"_s, u"3 https://a.test/2,x (Two, \"2\")"_s, u"5 https://a.test/3"_s});
    row("csv over lines", Table, u"name,url\n\"a\nb\",https://a.test/1\nc,https://a.test/2"_s,
        {u"2 https://a.test/1 (a b)"_s, u"4 https://a.test/2 (c)"_s});
    row("csv by content", Table, u"Company;Site\nAcme;https://a.test\nBcme;https://b.test"_s,
        {u"2 https://a.test"_s, u"3 https://b.test"_s});
    row("tsv", Table, u"https://a.test/1\tFirst\nhttps://a.test/2\tSecond"_s,
        {u"1 https://a.test/1 (First)"_s, u"2 https://a.test/2 (Second)"_s});
    row("pairs", Table, u"https://a.test/1,First\nhttps://a.test/2,Second"_s,
        {u"1 https://a.test/1 (First)"_s, u"2 https://a.test/2 (Second)"_s});
    row("a pair", Table, u"https://a.test/1,First one"_s, {u"1 https://a.test/1 (First one)"_s});
    row("pairs the other way round", Table, u"First,https://a.test/1\nSecond,https://a.test/2"_s,
        {u"1 https://a.test/1 (First)"_s, u"2 https://a.test/2 (Second)"_s});
    row("one column", Table, u"url\nhttps://a.test/1,2\nhttps://a.test/3"_s,
        {u"2 https://a.test/1,2"_s, u"3 https://a.test/3"_s});
    row("csv with methods", Table, u"method,url,body\npost,https://a.test/1,x=1\nGET,https://a.test/2,"_s,
        {u"2 POST https://a.test/1 << x=1"_s, u"3 GET https://a.test/2"_s});

    row("json texts", Json, u"[\n \"https://a.test/1\",\n \"a.test/\\u00e4\"\n]"_s,
        {u"2 https://a.test/1"_s, u"3 https://a.test/%C3%A4"_s});
    row("json objects", Json,
        u"[{\"url\":\"https://a.test/1\",\"method\":\"put\",\"headers\":{\"X-B\":\"2\",\"X-A\":1},\n"
        "\"body\":{\"b\":1.50,\"a\":[]},\"name\":\"One\"},\n"
        "{\"URL\":\"https://a.test/2\",\"headers\":[[\"A\",\"b\"],{\"name\":\"C\",\"value\":\"d\"},\"E: f\"],\"body\":\"x\"}]"_s,
        {u"1 PUT https://a.test/1 (One) X-B: 2 X-A: 1 Content-Type: application/json << "
         "{\"b\":1.50,\"a\":[]}"_s,
         u"3 https://a.test/2 A: b C: d E: f << x"_s});
    row("json with nested URLs", Json,
        u"{\"next\":\"https://a.test/?page=2\",\"items\":[{\"name\":\"I\",\"links\":{\"self\":\"https://"
        u"a.test/i\"}},\n"
        "{\"href\":\"https://a.test/j\",\"title\":\"J\"}],\"n\":3,\"note\":\"see https://no.test/ x\"}"_s,
        {u"1 https://a.test/?page=2 (next)"_s, u"1 https://a.test/i (self)"_s, u"2 https://a.test/j (J)"_s});
    // An issue as GitHub's API gives it: its text is no body to be sent.
    row("json that describes", Json,
        u"[{\"url\":\"https://api.test/1\",\"body\":\"text\",\"state\":\"open\",\"user\":{\"url\":\"https://no.test/\"}}]"_s,
        {u"1 https://api.test/1"_s});
    row("json braces stay", Json, u"[\"https://a.test/?fields={id,name}\"]"_s,
        {u"1 https://a.test/?fields=%7Bid,name%7D"_s});
    row("json lines", JsonLines,
        u"{\"url\":\"https://a.test/1\"}\n\n\"https://a.test/2\"\n{\"url\":\"https://a.test/3\",\"method\":\"DELETE\"}\n"_s,
        {u"1 https://a.test/1"_s, u"3 https://a.test/2"_s, u"4 DELETE https://a.test/3"_s});
    row("lists in bodies", Json,
        u"[{\"url\":\"https://a.test/x\",\"method\":\"POST\",\"json\":[\"https://b.test/1\"]},\n{\"url\":"
        "\"https://a.test/y\",\"Headers\":[\"A: "
        "http://b.test/2\"]},\n{\"url\":\"https://a.test/z\",\"total\":1,"
        "\"data\":[\"https://a.test/of-z\"]}]"_s,
        {u"1 POST https://a.test/x Content-Type: application/json << [\"https://b.test/1\"]"_s,
         u"2 https://a.test/y A: http://b.test/2"_s, u"3 https://a.test/z"_s, u"3 https://a.test/of-z"_s});
    row("postman", Json,
        u"{\"item\":[{\"name\":\"Create\",\"request\":{\"method\":\"POST\",\"header\":[{\"key\":\"A\","
        u"\"value\":\"b\"},"
        "{\"key\":\"C\",\"value\":\"d\",\"disabled\":true}],\"body\":{\"mode\":\"raw\",\"raw\":\"x\"},"
        "\"url\":{\"raw\":"
        "\"https://a.test/c\"}}}]}"_s,
        {u"1 POST https://a.test/c (Create) A: b << x"_s});
    row("har", Har,
        u"{\"log\":{\"version\":\"1.2\",\"entries\":[\n{\"request\":{\"method\":\"POST\",\"url\":\"https://"
        u"a.test/1\",\n"
        "\"headers\":[{\"name\":\":authority\",\"value\":\"a.test\"},{\"name\":\"Host\",\"value\":\"a.test\"}"
        ","
        "{\"name\":\"content-length\",\"value\":\"3\"},{\"name\":\"X\",\"value\":\"y\"}],\"postData\":{"
        "\"mimeType\":"
        "\"text/plain\",\"text\":\"a=b\"}},\"response\":{\"content\":{\"text\":\"https://no.test/\"}}},\n"
        "{\"request\":{\"method\":\"GET\",\"url\":\"https://a.test/[1-3]\",\"headers\":[]}}]}}"_s,
        {u"2 POST https://a.test/1 X: y Content-Type: text/plain << a=b"_s, u"4 GET https://a.test/[1-3]"_s});

    row("curl", Curl, u"curl example.org"_s, {u"1 http://example.org"_s});
    row("curl of a browser", Curl,
        u"curl 'https://a.test/api?x=[1]&y={a}' \\\n  -X 'PUT' \\\n  -H 'Accept: */*' -H 'X-Empty;' -H "
        "'User-Agent:' \\\n  --data-raw $'{\"a\":\"it\\'s \\u00e4\\n\"}' \\\n  --compressed --insecure"_s,
        {u"1 PUT https://a.test/api?x=[1]&y=%7Ba%7D Accept: */* X-Empty:  User-Agent:- Content-Type: "
         "application/x-www-form-urlencoded << {\"a\":\"it's ä\n\"}"_s});
    row("curl flags", Curl,
        u"$ curl -sSLXPOST -H\"A: \\\"b\\\"\" -d a=1 -d @- --data-raw @x http://h/ # c"_s.remove(u" -d @-"_s),
        {u"1 POST http://h/ A: \"b\" Content-Type: application/x-www-form-urlencoded << a=1&@x"_s});
    row("curl -G", Curl, u"curl -G 'http://h/?q=1' -d a=b --data-urlencode 'c=d e&f' --data-urlencode x"_s,
        {u"1 http://h/?q=1&a=b&c=d%20e%26f&x"_s});
    row("curl -G does not expand data", Curl, u"curl -G 'http://h/[1-2]' -d 'ids={1,2}&a=[3]'"_s,
        {u"1 http://h/1?ids=%7B1,2%7D&a=%5B3%5D"_s, u"1 http://h/2?ids=%7B1,2%7D&a=%5B3%5D"_s});
    row("a scheme in the query", Curl, u"curl 'localhost:8080/p?u=https://x.test/'"_s,
        {u"1 http://localhost:8080/p?u=https://x.test/"_s});
    row("carets in data", Curl,
        u"curl 'http://h/1' -d '{\"re\":\"^\"}'\ncurl http://h/2 -d 'href=\"[^\"]*\"'\ncurl http://h/3 -d "
        u"\"a "
        "^\"\ncurl http://h/4 -d \"a \\\"b ^\"\ncurl http://h/5 -d $'it\\'s ^\"'"_s,
        {u"1 POST http://h/1 Content-Type: application/x-www-form-urlencoded << {\"re\":\"^\"}"_s,
         u"2 POST http://h/2 Content-Type: application/x-www-form-urlencoded << href=\"[^\"]*\""_s,
         u"3 POST http://h/3 Content-Type: application/x-www-form-urlencoded << a ^"_s,
         u"4 POST http://h/4 Content-Type: application/x-www-form-urlencoded << a \"b ^"_s,
         u"5 POST http://h/5 Content-Type: application/x-www-form-urlencoded << it's ^\""_s});
    row("apostrophes in comments", Curl,
        u"curl http://h/1  # don't\nhttp://h/2\n# it's\nhttp://h/3\ncurl http://h/4#it\ncurl http://h/5;# "
        u"it's\nhttp://h/6\ncurl http://h/7 -H 'a:\n'#'\n'"_s,
        {u"1 http://h/1"_s, u"2 http://h/2"_s, u"4 http://h/3"_s, u"5 http://h/4"_s, u"6 http://h/5"_s,
         u"7 http://h/6"_s, u"8 http://h/7 a: #"_s});
    row("curl --json", Curl, u"curl --json '{\"a\":' --json '1}' http://h/ -u me:pw"_s,
        {u"1 POST http://h/ Authorization: Basic bWU6cHc= Content-Type: application/json Accept: "
         "application/json << {\"a\":1}"_s});
    row("curl cookies and more", Curl,
        u"curl -b 'a=1; b=2' -A 'Agent 1' -e http://r/ --oauth2-bearer T -I --url http://h/ -o dir/f.txt"_s,
        {u"1 HEAD http://h/ (f.txt) Authorization: Bearer T User-Agent: Agent 1 Cookie: a=1; b=2 Referer: "
         "http://r/"_s});
    row("several commands", Curl,
        u"curl http://h/1; curl -X DELETE http://h/2 && curl 'http://h/3' > out.txt 2>&1\n\n# no\ncurl "
        u"http://h/4 | jq .\n"
        "curl http://h/5 http://h/6 --next -d x http://h/7"_s,
        {u"1 http://h/1"_s, u"1 DELETE http://h/2"_s, u"1 http://h/3"_s, u"4 http://h/4"_s, u"5 http://h/5"_s,
         u"5 http://h/6"_s, u"5 POST http://h/7 Content-Type: application/x-www-form-urlencoded << x"_s});
    row("unquoted ampersand", Curl, u"curl http://h/?a=1&b=2 -H x:y"_s, {u"1 http://h/?a=1&b=2 x: y"_s});
    row("body over lines", Curl, u"curl http://h/ -d '{\n \"a\": 1\n}'\ncurl http://h/2"_s,
        {u"1 POST http://h/ Content-Type: application/x-www-form-urlencoded << {\n \"a\": 1\n}"_s,
         u"4 http://h/2"_s});
    row("windows", Curl,
        u"curl \"http://h/?a=1^&b=2\" ^\r\n  -H \"A: b\" ^\r\n  --data-raw \"{\\\"x\\\":1}\"\r\ncurl http://h/2"_s,
        {u"1 POST http://h/?a=1^&b=2 A: b Content-Type: application/x-www-form-urlencoded << {\"x\":1}"_s
             .replace(u"=1^&"_s, u"=1%5E&"_s),
         u"4 http://h/2"_s});
    row("windows on one line", Curl, u"curl ^\"http://h/?a=1^&b=2^\" -H ^\"A: it's^\"\ncurl http://h/2"_s,
        {u"1 http://h/?a=1&b=2 A: it's"_s, u"2 http://h/2"_s});
    row("windows with carets", Curl,
        u"curl ^\"http://h/?a=1^&b=2^\" ^\n  --data-raw ^\"^{^\\^\"x^\\^\":^\\^\"a^\n\nb^\\^\"^}^\""_s,
        {u"1 POST http://h/?a=1&b=2 Content-Type: application/x-www-form-urlencoded << {\"x\":\"a\nb\"}"_s});
}

void TestInputReader::finds()
{
    QFETCH(QString, text);
    const InputReport report = readInput(text, {});
    QCOMPARE(inputFormatKey(report.format), [] {
        QFETCH(InputFormat, format);
        return inputFormatKey(format);
    }());
    QTEST(found(report), "requests");
    const Slowly slowly(text);
    QTEST(slowly.requests, "requests");
    QCOMPARE(slowly.rejected, refused(report));
}

void TestInputReader::rejects_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("reasons"); // beginnings
    QTest::addColumn<int>("accepted");
    const auto row = [](const char *name, const QString &text, const QStringList &reasons, int accepted = 0) {
        QTest::newRow(name) << text << reasons << accepted;
    };
    row("list", u"ftp://h/\nhttp://h/1\nno url\nhttp://h/2\nhttp://h/3"_s,
        {u"1 ftp: is not fetched"_s, u"3 it has spaces inside"_s}, 3);
    row("relative links", u"<p><a href=\"x.html\">x</a><a href=\"http://h/\">y</a>"_s,
        {u"1 it is relative"_s}, 1);
    row("csv", u"url,name\n,none\nhttp://h/1,a\nmailto:a@b.c,b\n\"http://h/2,c\nhttp://h/3,d"_s,
        {u"2 its column \"url\" is empty"_s, u"4 mailto: is not fetched"_s, u"5 a quote \" opens"_s}, 2);
    row("json", u"[\"http://h/1\",\n\"nothing here\",\n5, {\"a\": 1}]"_s,
        {u"2 it has spaces inside"_s, u"3 there is no URL in it"_s, u"3 there is no URL in it"_s}, 1);
    row("broken json", u"[\"http://h/1\",\n\"http://h/2\",\n{\"url\":\"http://h/3\",\n]"_s,
        {u"4 it is not valid JSON: expected a key in quotes, found \"]\""_s}, 2);
    row("json lines", u"{\"url\":\"http://h/1\"}\n{\"url\":\n{\"url\":\"http://h/3\"}"_s,
        {u"2 it is not valid JSON: it ends inside"_s}, 2);
    row("har",
        u"{\"log\":{\"entries\":[{\"request\":{}},{\"request\":{\"url\":\"data:x\"}},\n{\"request\":{\"method\":\"G T\",\"url\":\"http://h/\"}}]}}"_s,
        {u"1 the entry has no request"_s, u"1 data: is not fetched"_s,
         u"2 \"G T\" cannot be a request method"_s});
    row("form", u"curl -F a=b http://h/"_s, {u"1 -F builds a multipart form"_s});
    row("file",
        u"curl -d @secret http://h/\ncurl -T x http://h/\ncurl -K x\ncurl -b jar http://h/\ncurl -H @f http://h/"_s,
        {u"1 --data @secret would read a file"_s, u"2 -T would read a file"_s, u"3 -K would read a file"_s,
         u"4 -b without a = would read cookies"_s, u"5 -H @f would read a file"_s});
    row("unknown flag", u"curl --frobnicate http://h/\ncurl -sQx http://h/"_s,
        {u"1 the flag --frobnicate is not known"_s, u"2 the flag -Q is not known"_s});
    row("route", u"curl -x http://p http://h/\ncurl --digest http://h/"_s,
        {u"1 -x changes where"_s, u"2 --digest: only Basic"_s});
    row("no URL", u"curl -X POST\ncurl -H"_s, {u"1 the curl command has no URL"_s, u"2 -H has no value"_s});
    row("shell",
        u"curl http://h/$ID\ncurl \"http://h/`id`\"\ncurl http://h/1 && rm -rf /\nrm x; curl http://h/2"_s,
        {u"1 only a shell can fill in $ID"_s, u"2 only a shell can fill in `id`"_s, u"3 \"rm\" is not curl"_s,
         u"4 it has spaces inside"_s},
        1);
    row("much for a shell", u"curl http://h/ -d \""_s + u"$a"_s.repeated(200'000) + u'"',
        {u"1 only a shell can fill in "_s + u"$a"_s.repeated(20) + u"; write"_s});
    row("open quote", u"curl 'http://h/1\ncurl http://h/2\nhttp://h/3"_s,
        {u"1 the curl command does not end"_s}, 2);
    row("open quote of cmd.exe", u"curl ^\"http://h/1\nhttp://h/2"_s,
        {u"1 a quote \" in it is never closed"_s}, 1);
    row("header", u"curl -H $'A: b\\nC: d' http://h/\ncurl -H 'a b: c' http://h/"_s,
        {u"1 its header A has line breaks"_s, u"2 \"a b\" cannot be a header's name"_s});
}

void TestInputReader::rejects()
{
    QFETCH(QString, text);
    QFETCH(QStringList, reasons);
    QFETCH(int, accepted);
    const InputReport report = readInput(text, {});
    const QStringList given = refused(report);
    QVERIFY2(given.size() == reasons.size(), qPrintable(given.join(u'\n')));
    for (qsizetype i = 0; i < given.size(); ++i)
        QVERIFY2(given[i].startsWith(reasons[i]), qPrintable(given[i]));
    QCOMPARE(report.requests.size(), accepted);
    for (const RejectedLine &line : report.rejected)
        QVERIFY(!line.text.isEmpty());
}

void TestInputReader::stayAList_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("commas") << u"https://a.test/1,2,3\nhttps://a.test/4,5,6"_s;
    QTest::newRow("one comma") << u"https://w.test/wiki/Paris,_Texas\nhttps://w.test/wiki/Portland,_Oregon"_s;
    QTest::newRow("one URL with a comma") << u"https://a.test/a,b"_s;
    QTest::newRow("file after a comma") << u"https://a.test/x,1.html\nhttps://a.test/y,2.html"_s;
    QTest::newRow("comma in the query") << u"https://a.test/?p=a,b\nhttps://a.test/?p=c,d"_s;
    QTest::newRow("semicolon") << u"https://a.test/;jsessionid=1\nhttps://a.test/;jsessionid=2"_s;
    QTest::newRow("brackets") << u"http://[::1]:8080/x\nhttp://h/?a[]=1&b[0]=2\nhttp://h/?q={x}"_s;
    QTest::newRow("address first") << u"[::1]:8080/x\n[2001:db8::1]/y"_s;
    QTest::newRow("quoted") << u"\"https://a.test/1\",\n\"https://a.test/2\""_s;
    QTest::newRow("angle brackets") << u"<https://a.test/1>\n<a.test/2>"_s;
    QTest::newRow("trailing commas") << u"https://a.test/1,\nhttps://a.test/2,"_s;
    QTest::newRow("hosts") << u"example.org\nlocalhost:3000\n1.2.3.4\n"_s;
    QTest::newRow("JSON in a query") << u"https://a.test/?f={\"a\":1,\"b\":2}\nhttps://a.test/2"_s;
    QTest::newRow("archive")
        << u"https://web.test/web/2020/https://a.test/\nhttps://web.test/?u=https://b.test"_s;
}

void TestInputReader::stayAList()
{
    QFETCH(QString, text);
    const InputReport report = readInput(text, {});
    const UrlListReport list = readUrlList(text, Duplicates::Keep);
    QCOMPARE(report.format, InputFormat::List);
    QCOMPARE(report.requests.size(), list.accepted.size());
    for (qsizetype i = 0; i < list.accepted.size(); ++i) {
        QCOMPARE(report.requests[i].url, list.accepted[i].url);
        QCOMPARE(report.requests[i].line, list.accepted[i].line);
    }
    QCOMPARE(report.rejected.size(), list.rejected.size());
}

void TestInputReader::duplicatesAreRequestsThatAreTheSame()
{
    const InputReport report = readInput(
        u"http://h/\nHTTP://H:80\ncurl http://h/\ncurl -d a http://h/\ncurl -d a http://h\ncurl -d b http://h/"_s,
        {});
    QCOMPARE(report.repeated, (QList<bool>{false, true, true, false, true, false}));
    QCOMPARE(report.duplicates, 3);
}

void TestInputReader::expandsRanges()
{
    const auto urls = [](const QString &text) {
        QStringList all;
        for (const FoundRequest &request : readInput(text, {}).requests)
            all.append(request.url.sliced(9));
        return all;
    };
    QCOMPARE(urls(u"http://h/[8-11]"_s), (QStringList{u"8"_s, u"9"_s, u"10"_s, u"11"_s}));
    QCOMPARE(urls(u"http://h/[001-5:2]"_s), (QStringList{u"001"_s, u"003"_s, u"005"_s}));
    QCOMPARE(urls(u"http://h/[a-c]{x,yz}"_s),
             (QStringList{u"ax"_s, u"ayz"_s, u"bx"_s, u"byz"_s, u"cx"_s, u"cyz"_s}));
    QCOMPARE(urls(u"curl 'http://h/[1-2]'"_s), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(urls(u"curl -g 'http://h/[1-2]'"_s), QStringList{u"[1-2]"_s});
    QCOMPARE(urls(u"http://h/[2-1]"_s), QStringList{u"[2-1]"_s});
    QCOMPARE(urls(u"http://h/[1-3:0]"_s), QStringList{u"[1-3:0]"_s});
    QCOMPARE(urls(u"http://h/{a}"_s), QStringList{u"%7Ba%7D"_s});
    QCOMPARE(urls(u"http://h/{a,}"_s), QStringList{u"%7Ba,%7D"_s});
    QCOMPARE(urls(u"http://h/[a-C]"_s), QStringList{u"[a-C]"_s});
    QCOMPARE(readInput(u"http://s[1-3].test/"_s, {}).requests.last().url, u"http://s3.test/"_s);
    QCOMPARE(readInput(u"http://[::1]:[80-81]/"_s, {}).requests.last().url, u"http://[::1]:81/"_s);
}

void TestInputReader::rangesAreCountedWithoutBeingExpanded()
{
    const QString text = u"http://h/[1-100]\nhttp://h/x\nhttp://h/[1-10]/{a,b}"_s;
    const InputReport all = readInput(text, {});
    QCOMPARE(all.requests.size(), 121);
    QCOMPARE(all.globs, 2);
    QCOMPARE(all.globUrls, 120U);
    ReadingOptions options;
    options.expand = false;
    const InputReport literal = readInput(text, options);
    QCOMPARE(literal.requests.size(), 3);
    QCOMPARE(literal.globUrls, 120U);
}

void TestInputReader::tooManyOfRanges()
{
    const InputReport report = readInput(
        u"http://h/[1-2000000]\nhttp://h/[1-999999]/[1-999999]/[1-999999]/[1-999999]\nhttp://h/[1-5]\nhttp://h/[1-999999]"_s,
        {});
    QCOMPARE(report.requests.size(), 5);
    QCOMPARE(report.rejected.size(), 3);
    QVERIFY(report.rejected[0].reason.contains(u"2,000,000 URLs"_s));
    QCOMPARE(report.rejected[2].line, 4);
    QCOMPARE(report.globUrls, std::numeric_limits<quint64>::max());
}

void TestInputReader::columnIsChosen()
{
    const QString text = u"url,mirror\nhttps://a.test/1,https://m.test/1\n"_s;
    ReadingOptions options;
    QCOMPARE(found(readInput(text, options)), QStringList{u"2 https://a.test/1"_s});
    for (const QString &column : {u"Mirror"_s, u"2"_s}) {
        options.column = column;
        const InputReport report = readInput(text, options);
        QCOMPARE(found(report), QStringList{u"2 https://m.test/1"_s});
        QCOMPARE(report.table.columns, (QStringList{u"url"_s, u"mirror"_s}));
        QCOMPARE(report.table.url, 1);
    }
    options.column = u"none"_s;
    QCOMPARE(readInput(text, options).notes.size(), 1);
}

void TestInputReader::formatIsSaid()
{
    for (const InputFormat format : inputFormats()) {
        QCOMPARE(inputFormatOf(inputFormatKey(format)), format);
        QVERIFY(!inputFormatName(format).isEmpty());
    }
    QVERIFY(!inputFormatOf(u"yaml"));
    ReadingOptions options;
    options.format = InputFormat::Prose;
    QCOMPARE(found(readInput(u"https://a.test/1,https://a.test/2"_s, options)).size(), 2);
    options.format = InputFormat::Table;
    QCOMPARE(found(readInput(u"https://a.test/1,b"_s, options)), QStringList{u"1 https://a.test/1 (b)"_s});
}

void TestInputReader::keepsWhatAnIncompleteDocumentHas()
{
    const InputReport report = readInput(
        u"{\"log\":{\"entries\":[{\"request\":{\"url\":\"http://h/1\",\"headers\":[]}},\n{\"request\":{\"url\":\"http://h/2\",\"hea"_s,
        {});
    QCOMPARE(found(report), QStringList{u"1 http://h/1"_s});
    QCOMPARE(report.rejected.size(), 1);
    QCOMPARE(report.rejected.first().line, 2);
    QCOMPARE(report.format, InputFormat::Har);
}

void TestInputReader::linearInTheWorstOfTexts_data()
{
    QTest::addColumn<QString>("piece");
    QTest::addColumn<InputFormat>("format");
    using enum InputFormat;
    for (const char16_t c :
         {u'[', u']', u'(', u'{', u'}', u'"', u'\'', u'<', u'&', u'\\', u'^', u'.', u'*', u'-'})
        QTest::addRow("list of %c", static_cast<char>(c)) << QString(QChar(c)) << List;
    QTest::newRow("links") << u"[a](b"_s << Prose;
    QTest::newRow("links with spaces") << u"[a](b "_s << Prose;
    QTest::newRow("open links") << u"[["_s << Prose;
    QTest::newRow("angle links") << u"[a](<b"_s << Prose;
    QTest::newRow("www") << u"www."_s << Prose;
    QTest::newRow("schemes") << u"http://"_s << Prose;
    QTest::newRow("tags") << u"<a href="_s << Html;
    QTest::newRow("comments") << u"<!--"_s << Html;
    QTest::newRow("anchors") << u"<a href='x"_s << Html;
    QTest::newRow("raw") << u"<script></"_s << Html;
    QTest::newRow("entities") << u"<a href='&&#;&a'>"_s << Html;
    QTest::newRow("quotes in lines") << u"\"\n"_s << Table;
    QTest::newRow("quotes that open again") << u"\",\"\" x\",\"\n"_s << Table;
    QTest::newRow("open fields") << u"\"a\n,\"\"\n"_s << Table;
    QTest::newRow("depth") << u"["_s << Json;
    QTest::newRow("objects") << u"{\"a\":"_s << Json;
    QTest::newRow("empty objects") << u"{},"_s << Json;
    QTest::newRow("open commands") << u"curl '\n"_s << Curl;
    QTest::newRow("open commands of both kinds") << u"curl '\ncurl \"\n"_s << Curl;
    QTest::newRow("continued commands") << u"curl \\\n"_s << Curl;
    QTest::newRow("carets") << u"curl ^\n"_s << Curl;
    QTest::newRow("dollars") << u"curl $'\\"_s << Curl;
}

/// No time is judged but the shape of it, by what the processor did: eight times as long may not take forty
/// times as much.
void TestInputReader::linearInTheWorstOfTexts()
{
    QFETCH(QString, piece);
    QFETCH(InputFormat, format);
    ReadingOptions options;
    options.format = format;
    const auto cost = [&](qsizetype size) {
        std::clock_t best = std::numeric_limits<std::clock_t>::max();
        const QString text = piece.repeated(size / piece.size());
        for (int round = 0; round < 3; ++round) {
            const std::clock_t start = std::clock();
            static_cast<void>(readInput(text, options));
            best = std::min(best, std::clock() - start);
        }
        return best;
    };
    const std::clock_t least = CLOCKS_PER_SEC / 1000;
    const std::clock_t one = std::max(cost(16'000), least);
    const std::clock_t eight = cost(128'000);
    QVERIFY2(eight < 40 * one, qPrintable(u"%1, %2 clocks"_s.arg(one).arg(eight)));
}

void TestInputReader::stopsWhenAsked()
{
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(readInput(u"http://h/\n"_s.repeated(100'000), {}, stop.get_token()).requests.isEmpty());
}

QTEST_GUILESS_MAIN(TestInputReader)
#include "tst_inputreader.moc"
