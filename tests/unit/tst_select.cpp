// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/stages/select.h"

#include <QTest>

#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr auto page = "<!doctype html><html><head><title>T</title></head><body>"
                      "<div id=main class='a b'><h2 id=h1>One</h2><p class=x>1<p class='x y'>2</p>"
                      "<ul><li>a<li lang=en-GB>b<li title='c c'>c<li DATA-k=v>d<li>e</ul></div>"
                      "<div class=b><h2>Two</h2><p><em></em><a href='/u#f'>link &amp; <b>bold</b></a></p>"
                      "<span>s1</span><i>i</i><span>s2</span></div></body></html>";

constexpr auto feed = "<?xml version='1.0'?><f:feed xmlns:f='urn:f' xmlns='urn:d' xmlns:m='urn:m'>"
                      "<Entry m:id='1' id='2'><title>A\n B</title></Entry><Entry><title>C</title></Entry>"
                      "</f:feed>";

/// Back quotes for double ones.
QByteArray q(QByteArray json)
{
    return json.replace('`', '"');
}

QByteArray lines(const QStringList &texts)
{
    QByteArray out;
    for (const QString &text : texts)
        out += '"' + text.toUtf8() + "\"\n";
    return out;
}

} // namespace

class TestSelect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cssFinds_data();
    void cssFinds();
    void optionsSayWhatIsGiven_data();
    void optionsSayWhatIsGiven();
    void wrongOptionsAreRefused_data();
    void wrongOptionsAreRefused();
    void workIsBounded_data();
    void workIsBounded();
    void saysHowMany();
    void stopsOnTheWay();
};

void TestSelect::cssFinds_data()
{
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *selector, const QStringList &texts) {
        QTest::newRow(selector) << lines(texts);
    };
    row("h2", {u"One"_s, u"Two"_s});
    row("H2", {u"One"_s, u"Two"_s});
    row("#h1", {u"One"_s});
    row(".x", {u"1"_s, u"2"_s});
    row("p.x.y", {u"2"_s});
    row("div.a h2", {u"One"_s});
    row("body > h2", {});
    row("div > h2, title", {u"T"_s, u"One"_s, u"Two"_s});
    row("h2 + p", {u"1"_s, u"link & bold"_s});
    row("h2 ~ p", {u"1"_s, u"2"_s, u"link & bold"_s});
    row("span~span", {u"s2"_s});
    row("[lang]", {u"b"_s});
    row("[lang|=en]", {u"b"_s});
    row("[lang|=e]", {});
    row("[title~=c]", {u"c"_s});
    row("[title='c c']", {u"c"_s});
    row("[title=\"C C\" i]", {u"c"_s});
    row("[class^=x]", {u"1"_s, u"2"_s});
    row("[class$=y]", {u"2"_s});
    row("[class*=' ']:not(div)", {u"2"_s});
    row("[class*='']", {});
    row("[data-K=v]", {u"d"_s});
    row("li:first-child", {u"a"_s});
    row("li:last-child", {u"e"_s});
    row("li:nth-child(2)", {u"b"_s});
    row("li:nth-child(odd)", {u"a"_s, u"c"_s, u"e"_s});
    row("li:nth-child( 2n + 2 )", {u"b"_s, u"d"_s});
    row("li:nth-child(-n+2)", {u"a"_s, u"b"_s});
    row("li:nth-child(n)", {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s});
    row("li:nth-last-child(2)", {u"d"_s});
    row("p:first-of-type", {u"1"_s, u"link & bold"_s});
    row("div#main p:last-of-type", {u"2"_s});
    row("span:nth-of-type(2)", {u"s2"_s});
    row("span:nth-last-of-type(2)", {u"s1"_s});
    row("b:only-child", {u"bold"_s});
    row("i:only-of-type", {u"i"_s});
    row("em:empty", {u""_s});
    row("li:not(:nth-child(2n+1))", {u"b"_s, u"d"_s});
    row("p:not(.y, a):not([class=q])", {u"1"_s, u"link & bold"_s});
    row(":root > head *", {u"T"_s});
    row("#\\68 1", {u"One"_s});
    row("div div", {});
    row("div p > a b", {u"bold"_s});
}

void TestSelect::cssFinds()
{
    StageTrial run;
    const QByteArray selector =
        QByteArray(QTest::currentDataTag()).replace('\\', "\\\\").replace('"', "\\\"");
    QTEST(valuesOf(runStages("{\"stage\": \"select\", \"css\": \"" + selector + "\"}",
                             payloadOf(page, "text/html"), run.context)),
          "found");
}

void TestSelect::optionsSayWhatIsGiven_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("values");
    const auto row = [](const char *name, const QByteArray &options, const QByteArray &body,
                        const QByteArray &values) { QTest::newRow(name) << options << body << values; };
    row("attribute", q("`css`: `a, b`, `give`: `attribute`, `attribute`: `href`"), page, "\"/u#f\"\n");
    row("attribute alone", q("`css`: `a`, `attribute`: `href`"), page, "\"/u#f\"\n");
    row("fragment", q("`css`: `a`, `give`: `fragment`"), page,
        "\"<a href=\\\"/u#f\\\">link &amp; <b>bold</b></a>\"\n");
    row("fragment with letters", q("`css`: `p`, `give`: `fragment`"), "<p>gr\xc3\xbc\xc3\x9f",
        "\"<p>gr\xc3\xbc\xc3\x9f</p>\"\n");
    row("fields",
        q("`css`: `div`, `fields`: {`h`: `h2`, `id`: `@id`, `to`: `a@href`, `no`: `h6`, `x`: `.x`}"), page,
        "{\"h\":\"One\",\"id\":\"main\",\"no\":null,\"to\":null,\"x\":\"1\"}\n"
        "{\"h\":\"Two\",\"id\":null,\"no\":null,\"to\":\"/u#f\",\"x\":null}\n");
    row("xpath", q("`xpath`: `//li[position() < 3]`"), page, "\"a\"\n\"b\"\n");
    row("xpath to attributes", q("`xpath`: `//div/@id | //a/@href`"), page, "\"main\"\n\"/u#f\"\n");
    row("xpath in order", q("`xpath`: `//li[2]/preceding-sibling::li | //title`"), page, "\"T\"\n\"a\"\n");
    row("xpath to a number", q("`xpath`: `count(//li)`"), page, "5\n");
    row("xpath to no number", q("`xpath`: `number('x')`"), page, "null\n");
    row("xpath to a truth", q("`xpath`: `boolean(//li)`"), page, "true\n");
    row("xpath to a text", q("`xpath`: `string(//h2)`"), page, "\"One\"\n");
    row("xpath fields", q("`xpath`: `//div`, `fields`: {`n`: `count(.//p)`, `h`: `h2`, `i`: `@id`}"), page,
        "{\"h\":\"One\",\"i\":\"main\",\"n\":2}\n{\"h\":\"Two\",\"i\":null,\"n\":1}\n");
    row("xml by css", q("`css`: `Entry > title`"), feed, "\"A B\"\n\"C\"\n");
    row("xml has its case", q("`css`: `entry`"), feed, "");
    row("xml attribute", q("`css`: `Entry`, `attribute`: `id`"), feed, "\"2\"\n");
    row("white space kept", q("`css`: `title`, `space`: `keep`"), feed, "\"A\\n B\"\n\"C\"\n");
    row("namespaces",
        q("`xpath`: `/x:feed/d:Entry/@m:id`, `namespaces`: {`x`: `urn:f`, `d`: `urn:d`, `m`: `urn:m`}"), feed,
        "\"1\"\n");
    row("namespace nodes", q("`xpath`: `//namespace::*`"), feed, "");
    row("xml fragment", q("`xpath`: `//*[local-name()='title'][1]`, `give`: `fragment`"),
        "<r><title>\xc3\xbc<b/></title></r>", "\"<title>\xc3\xbc<b/></title>\"\n");
    row("xml as html", q("`css`: `entry`, `language`: `html`, `attribute`: `id`"), feed, "\"2\"\n");
    row("not xml", q("`css`: `a`, `language`: `xml`"), "<a><b></a>",
        "parse: Not well-formed XML: line 1, column 11: Opening and ending tag mismatch: b line 1 and a");
    row("nothing", q("`css`: `nav`"), page, "");
    row("nothing in nothing", q("`css`: `nav`"), "", "");
    row("nothing by xpath", q("`xpath`: `//nav`"), "", "");
    row("required", q("`css`: `nav`, `required`: true"), page,
        "transform: Nothing in the document is what is selected.");
}

void TestSelect::optionsSayWhatIsGiven()
{
    QFETCH(QByteArray, options);
    QFETCH(QByteArray, body);
    const QByteArray type =
        body.startsWith("<?xml") || body.startsWith("<r>") ? "application/xml" : "text/html";
    QTEST(valuesOf(runStages("{\"stage\": \"select\", " + options + '}', payloadOf(body, type))), "values");
}

void TestSelect::wrongOptionsAreRefused_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &options, const QString &said) {
        QTest::newRow(name) << options << u"$.stages[0]."_s + said;
    };
    row("none", "", u"css: There must be either"_s);
    row("both", q(", `css`: `a`, `xpath`: `//a`"), u"xpath: There must be either"_s);
    row("empty", q(", `css`: ``"),
        u"css: Not a CSS selector: expected an element, a class, an id or an attribute at character 1, found "
        u"the end of the selector."_s);
    row("css", q(", `css`: `a > > b`"),
        u"css: Not a CSS selector: expected an element, a class, an id or an "
        u"attribute at character 5, found “>”."_s);
    row("open bracket", q(", `css`: `a[b`"),
        u"css: Not a CSS selector: expected “]” or a comparison at "
        u"character 4, found the end of the selector."_s);
    row("unknown", q(", `css`: `a:hover`"), u"css: “:hover” at character 2 is not among the selectors"_s);
    row("not in not", q(", `css`: `:not(:not(a))`"), u"css: “:not” at character 6 is not among"_s);
    row("a trailing comma", q(", `css`: `a,`"), u"css: Not a CSS selector: expected an element"_s);
    row("a place", q(", `css`: `a:nth-child(2x)`"), u"css: Not a CSS selector: expected a place such as"_s);
    row("a large place", q(", `css`: `a:nth-child(99999999999999999999)`"), u"css: Not a CSS selector: "_s);
    row("xpath", q(", `xpath`: `//a[`"), u"xpath: “//a[” is not an XPath 1.0 expression"_s);
    row("brackets", q(", `xpath`: `//a) | (//b`"), u"xpath: “//a) | (//b” is not an XPath 1.0"_s);
    row("a function", q(", `xpath`: `foo()`"), u"xpath: The XPath expression “foo()” calls a function"_s);
    row("a prefix", q(", `xpath`: `//q:a`"), u"xpath: The XPath expression “//q:a” has a prefix"_s);
    row("a variable", q(", `xpath`: `$a`"), u"xpath: The XPath expression “$a” has a variable"_s);
    row("which attribute", q(", `css`: `a`, `give`: `attribute`"), u"give: Which attribute?"_s);
    row("fragment and attribute", q(", `css`: `a`, `give`: `fragment`, `attribute`: `b`"),
        u"attribute: What is given is a fragment"_s);
    row("fields", q(", `css`: `a`, `fields`: {`x`: `b[`}"), u"fields.x: Not a CSS selector"_s);
    row("xpath fields", q(", `xpath`: `//a`, `fields`: {`x`: `b[`}"), u"fields.x: “b[” is not an"_s);
    row("namespaces", q(", `xpath`: `//a`, `namespaces`: {`x`: ``}"), u"namespaces: A prefix"_s);
}

void TestSelect::wrongOptionsAreRefused()
{
    QFETCH(QByteArray, options);
    QFETCH(QString, said);
    const Outcome<StageResult> outcome = runStages("{\"stage\": \"select\"" + options + '}', payloadOf(page));
    QVERIFY(outcome.failed());
    QVERIFY2(outcome.fault().message.startsWith(said), qPrintable(outcome.fault().message));
}

void TestSelect::workIsBounded_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    const QByteArray siblings = QByteArray("<i>x</i>").repeated(100'000);
    const QByteArray nested = QByteArray("<i>").repeated(2000);
    QTest::newRow("siblings by css") << q("`css`: `b ~ i`") << siblings << u"too much work"_s;
    QTest::newRow("siblings by xpath")
        << q("`xpath`: `//i[count(preceding-sibling::i) = 5]`") << siblings << u"too much work"_s;
    QTest::newRow("ancestors by css")
        << q("`css`: `b i i i i i i i i i i i i`") << nested << u"too much work"_s;
    QTest::newRow("ancestors by xpath")
        << q("`xpath`: `//i//i//i//i//i//i//i//i//i//i//i`") << nested << u"too much work"_s;
    QTest::newRow("a large document by xpath")
        << q("`xpath`: `//i/following-sibling::i`") << siblings << u"too much work in a document with"_s;
    QTest::newRow("a medium document by xpath") << q("`xpath`: `//i/following-sibling::i`")
                                                << siblings.first(siblings.size() / 4) << u"too much work"_s;
    QTest::newRow("down in a large document")
        << q("`xpath`: `/html/body//i[2]/text()`") << siblings << QString();
    QTest::newRow("places by css") << q("`css`: `i:nth-last-of-type(3)`") << siblings << QString();
    QTest::newRow("a deep expression")
        << "\"xpath\": \"" + QByteArray("(").repeated(20'000) + "1" + QByteArray(")").repeated(20'000) + '"'
        << siblings << u"XPath"_s;
}

void TestSelect::workIsBounded()
{
    QFETCH(QByteArray, options);
    QFETCH(QByteArray, body);
    QFETCH(QString, said);
    const Outcome<StageResult> outcome =
        runStages("{\"stage\": \"select\", " + options + '}', payloadOf(body, "text/html"));
    QCOMPARE(outcome.failed(), !said.isEmpty());
    QVERIFY2(faultMessage(outcome).contains(said), qPrintable(faultMessage(outcome)));
}

void TestSelect::saysHowMany()
{
    const Outcome<StageResult> outcome =
        runStages(q("{`stage`: `select`, `css`: `a, b`, `attribute`: `href`}"), payloadOf(page, "text/html"));
    QVERIFY(outcome.succeeded());
    QCOMPARE(outcome.value().detail, u"1 value; 1 element without the attribute"_s);
}

void TestSelect::stopsOnTheWay()
{
    for (const QByteArray options : {"\"css\": \"b ~ i\"", "\"css\": \"i\"", "\"xpath\": \"//i\""}) {
        StageTrial run;
        Payload payload = payloadOf(QByteArray("<i>x</i>").repeated(200'000), "text/html");
        payload.decoded = true;
        run.stopAt(payload.body.size()); // all is read, nothing selected
        QVERIFY(runStages("{\"stage\": \"select\", " + options + '}', payload, run.context).cancelled());
        QVERIFY(!run.wentBack);
    }
}

QTEST_GUILESS_MAIN(TestSelect)
#include "tst_select.moc"
