// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/markup/document.h"

#include <QTemporaryFile>
#include <QTest>

#include "pipeline/markup/links.h"
#include "pipeline/markup/nodes.h"
#include "stagetesting.h"
#include "support/stagecase.h"

using namespace inflight;
using namespace inflight::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray linkLine(const QByteArray &url, const QByteArray &text, const QByteArray &tag,
                    const QByteArray &attribute)
{
    return "{\"url\":\"" + url + "\",\"text\":\"" + text + "\",\"tag\":\"" + tag + "\",\"attribute\":\"" +
           attribute + "\"}\n";
}

QByteArray nested(int depth)
{
    return QByteArray("<b>").repeated(depth) + "x" + QByteArray("</b>").repeated(depth);
}

} // namespace

/// Documents of libxml2 and the stages that read them: xml and html.
class TestMarkup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stagesSayWhatTheyRead_data();
    void stagesSayWhatTheyRead();
    void linksBecomeValues_data();
    void linksBecomeValues();
    void aPageGoesOnAsItCame();
    void hostileDocumentsAreRefused_data();
    void hostileDocumentsAreRefused();
    void filesAreNotRead();
    void entitiesOfTheDocumentAreHeeded();
    void unclosedElementsGoDeep();
    void stopsOnTheWay();
    void textIsBriefWhereItIsLong();
};

void TestMarkup::stagesSayWhatTheyRead_data()
{
    QTest::addColumn<QByteArray>("stage");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QByteArray &stage, const QByteArray &body,
                        const QString &said) { QTest::newRow(name) << stage << body << said; };
    const QByteArray xml = R"({"stage": "xml"})";
    row("xml", xml, "<?xml version='1.0' encoding='latin1'?><r><a/><a>1</a></r>", u"XML <r>, 3 elements"_s);
    row("xml that is not", xml, "<r>\n <a></b></r>",
        u"Not well-formed XML: line 2, column 8: Opening and ending tag mismatch."_s);
    row("xml, empty", xml, "", u"Not well-formed XML: line 1, column 1: Premature end of document."_s);
    const QByteArray html = R"({"stage": "html"})";
    row("html", html,
        "<!doctype html><title> A  title\n</title><main><p>One<p>Two<a href=x>x</a><img src=y></main>",
        u"HTML “A title”, 2 links"_s);
    row("html, empty", html, "", u"HTML without a title, 0 links"_s);
    row("html that is text", html, "just text", u"HTML without a title, 0 links"_s);
    row("html with letters", html, "<meta charset=iso-8859-1><title>Gr\xfc\xdf</title>",
        u"HTML “Grüß”, 0 links"_s);
    const QByteArray strict = R"({"stage": "html", "strict": true})";
    row("strict, valid", strict,
        "<!DOCTYPE html><html><head><title>t</title></head><body>"
        "<main><p>1</p></main></body></html>",
        u"HTML “t”, 0 links"_s);
    row("strict, not valid", strict, "<!DOCTYPE html><html><body>\n<p>1</i></p></body></html>",
        u"Not valid HTML: line 2, column 9: Unexpected end tag : i"_s);
}

void TestMarkup::stagesSayWhatTheyRead()
{
    QFETCH(QByteArray, stage);
    QFETCH(QByteArray, body);
    StageTrial run;
    Outcome<StageResult> outcome =
        runStages(stage, payloadOf(body, stage.contains("xml") ? "text/xml" : "text/html"), run.context);
    QVERIFY(!outcome.cancelled());
    QTEST(outcome.failed() ? faultMessage(outcome) : outcome.value().detail, "said");
    QCOMPARE(faultName(outcome), outcome.failed() ? u"parse"_s : QString());
}

void TestMarkup::linksBecomeValues_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("values");
    const auto row = [](const char *name, const QByteArray &options, const QByteArray &body,
                        const QByteArray &values) { QTest::newRow(name) << options << body << values; };
    row("a link", "", "<a href='/x?a=1&amp;b=2#part'>  The\n text </a>",
        linkLine("http://example.org/x?a=1&b=2", "The text", "a", "href"));
    row("base", "", "<base href='https://cdn.test/d/'><a href='e'>e</a><a href='//f.test'>f</a>",
        linkLine("https://cdn.test/d/e", "e", "a", "href") + linkLine("https://f.test", "f", "a", "href"));
    row("relative base", "", "<base href='/d/'><a href='e'>e</a>",
        linkLine("http://example.org/d/e", "e", "a", "href"));
    row("not to fetch", "",
        "<a href='#top'>1</a><a href=''>2</a><a href='mailto:a@b.test'>3</a>"
        "<a href='javascript:void(0)'>4</a><a>5</a><img src='data:image/png,x'>",
        "");
    row("pictures", "", "<a href=a><img src=b alt='B b'></a>",
        linkLine("http://example.org/a", "B b", "a", "href") +
            linkLine("http://example.org/b", "B b", "img", "src"));
    row("candidates", "", "<img srcset='a,b.png 1x, c.png 2x,d.png'>",
        linkLine("http://example.org/a,b.png", "", "img", "srcset") +
            linkLine("http://example.org/c.png", "", "img", "srcset") +
            linkLine("http://example.org/d.png", "", "img", "srcset"));
    const QByteArray page = "<link rel=stylesheet href=s><link rel=next href=n><a href=p>p</a><script src=j>"
                            "</script><iframe src=f></iframe>";
    row("pages", R"(, "of": "pages")", page,
        linkLine("http://example.org/n", "", "link", "href") +
            linkLine("http://example.org/p", "p", "a", "href") +
            linkLine("http://example.org/f", "", "iframe", "src"));
    row("resources", R"(, "of": "resources")", page,
        linkLine("http://example.org/s", "", "link", "href") +
            linkLine("http://example.org/j", "", "script", "src"));
    row("quotes", "", "<a href='/\"'>\"\\</a>", linkLine("http://example.org/%22", "\\\"\\\\", "a", "href"));
    row("line breaks", "", "<a href=' /a\n b'>x</a>", linkLine("http://example.org/a%20b", "x", "a", "href"));
}

void TestMarkup::linksBecomeValues()
{
    QFETCH(QByteArray, options);
    QFETCH(QByteArray, body);
    QTEST(valuesOf(runStages("{\"stage\": \"html\", \"links\": true" + options + '}',
                             payloadOf(body, "text/html"))),
          "values");
}

void TestMarkup::aPageGoesOnAsItCame()
{
    const QByteArray body = "<p>Gr\xc3\xbc\xc3\x9f";
    Outcome<StageResult> outcome = runStages(R"({"stage": "html"})", payloadOf(body, "text/html"));
    QVERIFY(outcome.succeeded());
    QCOMPARE(outcome.value().payload.currentText().bytes().toByteArray(), body);
    QVERIFY(!outcome.value().payload.values);
}

void TestMarkup::hostileDocumentsAreRefused_data()
{
    QTest::addColumn<int>("markup");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    QByteArray laughs = "<!DOCTYPE l [<!ENTITY a0 'ha'>";
    for (int i = 1; i < 40; ++i)
        laughs += "<!ENTITY a" + QByteArray::number(i) + " '&a" + QByteArray::number(i - 1) + ";&a" +
                  QByteArray::number(i - 1) + ";'>";
    QTest::newRow("laughs") << 1 << laughs + "]><l>&a39;</l>" << u"Entity 'a39' not defined"_s;
    QTest::newRow("one large entity")
        << 1
        << "<!DOCTYPE l [<!ENTITY a '" + QByteArray(100'000, 'a') + "'>]><l>" +
               QByteArray("&a;").repeated(100'000) + "</l>"
        << u"its own entities and default attributes add more than 1 MB to it"_s;
    QTest::newRow("one large entity in attributes")
        << 1
        << "<!DOCTYPE l [<!ENTITY a '" + QByteArray(100'000, 'a') + "'>]><l>" +
               QByteArray("<b c='&a;'/>").repeated(100'000) + "</l>"
        << u"its own entities and default attributes add more than 1 MB to it"_s;
    QTest::newRow("default attributes")
        << 1
        << "<!DOCTYPE l [<!ATTLIST b c CDATA '" + QByteArray(100'000, 'a') + "'>]><l>" +
               QByteArray("<b/>").repeated(100'000) + "</l>"
        << u"its own entities and default attributes add more than 1 MB to it"_s;
    QByteArray attributes;
    for (int i = 0; i < 500'000; ++i)
        attributes += " a" + QByteArray::number(i) + "=''";
    for (const int markup : {0, 1})
        QTest::addRow("many attributes %d", markup)
            << markup << "<a" + attributes + "/>" << u"one of its elements has thousands of attributes"_s;
    QTest::newRow("many namespaces")
        << 1 << "<a" + QByteArray(attributes).replace(" a", " xmlns:a").replace("''", "'u'") + "/>"
        << u"one of its elements has thousands of attributes"_s;
    QTest::newRow("many elements") << 1 << "<a>" + QByteArray("<a/>").repeated(2'100'000) + "</a>"
                                   << u"it has more than 2,000,000 elements and attributes"_s;
    QTest::newRow("deep XML") << 1 << nested(3000) << u"Excessive depth in document"_s;
    QTest::newRow("deep HTML") << 0 << nested(3000)
                               << u"more than 2,048 of its elements are inside each other"_s;
    QTest::newRow("many elements of HTML")
        << 0 << QByteArray("<br>").repeated(2'100'000) << u"it has more than 2,000,000 elements"_s;
    QTest::newRow("large") << 0 << QByteArray(markupSizeLimit + 1, 'x') << u"larger than the 64 MB"_s;
}

void TestMarkup::hostileDocumentsAreRefused()
{
    QFETCH(int, markup);
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const Outcome<Document> outcome =
        Document::read(Body(text), markup == 1 ? Markup::Xml : Markup::Html, {});
    QVERIFY(outcome.failed());
    QVERIFY2(outcome.fault().message.contains(said), qPrintable(outcome.fault().message));
}

void TestMarkup::filesAreNotRead()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("secret");
    QVERIFY(file.flush());
    const QByteArray url = "file://" + file.fileName().toUtf8();
    for (const QByteArray &text : {"<!DOCTYPE a [<!ENTITY b SYSTEM '" + url + "'>]><a>x&b;</a>",
                                   "<!DOCTYPE a [<!ENTITY % b SYSTEM '" + url + "'>%b;]><a>x</a>",
                                   "<!DOCTYPE a SYSTEM '" + url + "'><a>x</a>"}) {
        const Outcome<Document> outcome = Document::read(Body(text), Markup::Xml, {});
        if (outcome.succeeded())
            QCOMPARE(nodeText(reinterpret_cast<const _xmlNode *>(outcome.value().tree())), "x");
        else
            QVERIFY2(outcome.fault().message.contains(u" not "_s), qPrintable(outcome.fault().message));
    }
}

void TestMarkup::entitiesOfTheDocumentAreHeeded()
{
    const Outcome<Document> outcome = Document::read(
        Body("<!DOCTYPE a [<!ENTITY b 'text'><!ATTLIST a d CDATA 'e'>]><a c='&b;&amp;'>a &b; &lt;</a>"),
        Markup::Xml, {});
    QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
    const auto *const root =
        elementFrom(nodeAfter(reinterpret_cast<const _xmlNode *>(outcome.value().tree()), nullptr));
    QVERIFY(root);
    QCOMPARE(nodeText(root), "a text <");
    QCOMPARE(attribute(root, "c").value_or("none"), "text&");
    QVERIFY(!attribute(root, "f"));
}

void TestMarkup::unclosedElementsGoDeep()
{
    // As pages are that leave their elements open, deeper than the library takes by itself.
    const Outcome<Document> outcome =
        Document::read(Body(QByteArray("<b>x").repeated(1000) + "<title>end</title>"), Markup::Html, {});
    QVERIFY2(outcome.succeeded(), qPrintable(faultMessage(outcome)));
    QCOMPARE(nodeText(reinterpret_cast<const _xmlNode *>(outcome.value().tree())),
             QByteArray(1000, 'x') + "end");
}

void TestMarkup::stopsOnTheWay()
{
    for (const QByteArray stage : {"{\"stage\": \"xml\"}", "{\"stage\": \"html\"}"}) {
        Payload payload = payloadOf("<a>" + QByteArray("<b>text</b>").repeated(500'000) + "</a>");
        payload.decoded = true;
        StageTrial run;
        run.stopAt(megabyte);
        QVERIFY(runStages(stage, payload, run.context).cancelled());
        QVERIFY2(run.done < 2 * megabyte, qPrintable(QString::number(run.done)));
        QCOMPARE(run.total, payload.body.size());
    }
}

void TestMarkup::textIsBriefWhereItIsLong()
{
    const Outcome<Document> outcome = Document::read(
        Body("<p>" + QByteArray(" \n<i> \xc3\xbc</i>").repeated(1000) + "</p>"), Markup::Html, {});
    QVERIFY(outcome.succeeded());
    const auto *const root = reinterpret_cast<const _xmlNode *>(outcome.value().tree());
    // Two bytes a letter, one a space: the eleventh byte would be half a letter.
    QCOMPARE(briefText(root, 10), "\xc3\xbc \xc3\xbc \xc3\xbc ");
    QCOMPARE(collapsed(" a \t\n b "), "a b");
}

QTEST_GUILESS_MAIN(TestMarkup)
#include "tst_markup.moc"
