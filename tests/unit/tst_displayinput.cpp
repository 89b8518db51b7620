// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/displayinput.h"
#include "cli/inputmessages.h"
#include "input/inputreport.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// JSON that is written with single quotes.
QString doubled(const char *json)
{
    return QString::fromUtf8(json).replace(u'\'', u'"');
}

void isShown()
{
    QFETCH(QString, text);
    QTEST(displayInput(text, Secrets::Redacted), "shown");
    QCOMPARE(displayInput(text, Secrets::Shown), text);
}

} // namespace

class TestDisplayInput final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commands_data();
    void commands();
    void json_data();
    void json();
    void reasonsDoNotTellEither();
};

void TestDisplayInput::commands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("none", u"curl http://h/ -H 'A: b' -F a=b"_s, u"curl http://h/ -H 'A: b' -F a=b"_s);
    row("header", u"curl http://h/ -H 'Authorization: Bearer SEK' -F a=b"_s,
        u"curl http://h/ -H 'Authorization: •••' -F a=b"_s);
    row("header without its quotes", u"curl -H Authorization: Bearer SEK http://h/"_s,
        u"curl -H Authorization: ••• ••• http://h/"_s);
    row("header without its colon", u"curl -H 'Authorization Bearer SEK' http://h/"_s,
        u"curl -H 'Authorization •••' http://h/"_s);
    row("glued header", u"curl '-HX-Api-Key:SEK1' h"_s, u"curl -HX-Api-Key:••• h"_s);
    row("header with =", u"curl --header='Cookie: a=SEK' h"_s, u"curl '--header=Cookie: •••' h"_s);
    row("header of the proxy", u"curl --proxy-header 'Proxy-Authorization: Basic SEK' h"_s,
        u"curl --proxy-header 'Proxy-Authorization: •••' h"_s);
    row("user", u"curl -u me:SEK http://h/"_s, u"curl -u ••• http://h/"_s);
    row("glued user", u"curl -ume:SEK http://h/"_s, u"curl -u••• http://h/"_s);
    row("user among letters", u"curl -sSume:SEK http://h/"_s, u"curl -sSu••• http://h/"_s);
    row("long user", u"curl --user me:SEK --proxy-user x:SEK"_s, u"curl --user ••• --proxy-user •••"_s);
    row("user with =", u"curl --user=me:SEK"_s, u"curl --user=•••"_s);
    row("beginning of a name", u"curl --proxy-u me:SEK --oauth2 SEK"_s, u"curl --proxy-u ••• --oauth2 •••"_s);
    row("letters", u"curl -b sid=SEK -U x:SEK -E c:SEK"_s, u"curl -b ••• -U ••• -E •••"_s);
    row("their kin", u"curl --cookie SEK --oauth2-bearer SEK --pass SEK --tlspassword SEK"_s,
        u"curl --cookie ••• --oauth2-bearer ••• --pass ••• --tlspassword •••"_s);
    row("a value is no flag", u"curl -o -u http://h/"_s, u"curl -o -u •••"_s);
    row("names that begin alike", u"curl --compressed --head http://h/"_s,
        u"curl --compressed --head http://h/"_s);
    row("ansi quoting", u"curl -H $'Authorization: \\x53EK1' h"_s, u"curl -H 'Authorization: •••' h"_s);
    row("escapes", u"curl -H Author\\ization:\\ SEK1 h"_s, u"curl -H 'Authorization: •••' h"_s);
    row("cmd", u"curl ^\"http://h/^\" -H ^\"Cookie: a=SEK^\" ^\n -u ^\"a:SEK^\""_s,
        u"curl http://h/ -H 'Cookie: •••' -u •••"_s);
    row("open quote", u"curl -H 'Authorization: Bearer SEK"_s, u"curl -H 'Authorization: •••'"_s);
    row("part of one", u"  -H 'Cookie: SEK' \\"_s, u"-H 'Cookie: •••'"_s);
    row("header alone", u"Authorization: Bearer SEK"_s, u"Authorization: ••• •••"_s);
    row("comment", u"curl -F a h # -u a:SEK"_s, u"curl -F a h"_s);
    row("several", u"curl -F a h; curl -u a:SEK"_s, u"curl -F a h; curl -u •••"_s);
    row("userinfo", u"curl 'http://me:SEK@h/?token=SEK&a' -F a"_s,
        u"curl 'http://•••@h/?token=•••&a' -F a"_s);
    row("no command", u"see  'this' -- or that"_s, u"see  'this' -- or that"_s);
}

void TestDisplayInput::commands()
{
    isShown();
}

void TestDisplayInput::json_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const char *text, const char *shown) {
        QTest::newRow(name) << doubled(text) << doubled(shown);
    };
    row("none", "{'a': 'b', 'keyword': [1, 'x']}", "{'a': 'b', 'keyword': [1, 'x']}");
    row("members", "{'nourl':1,'headers':{'Authorization':'Bearer SEK','A':'b'},'password':'SEK'}",
        "{'nourl':1,'headers':{'Authorization':'•••','A':'b'},'password':'•••'}");
    row("of any kind", "{'token': 7, 'secrets': [1, {'a': 'SEK'}], 'cookies': null}",
        "{'token': •••, 'secrets': •••, 'cookies': •••}");
    row("escaped name", "{'\\u0070assword': 'SEK'}", "{'\\u0070assword': '•••'}");
    row("pair", "[{'name':'Authorization','value':'SEK'},{'name':'A','value':'b'}]",
        "[{'name':'Authorization','value':'•••'},{'name':'A','value':'b'}]");
    row("pair turned round", "{'value':'SEK','name':'cookie'}", "{'value':'•••','name':'cookie'}");
    row("pair of Postman", "{'key':'X-Api-Key','value':'SEK'}", "{'key':'X-Api-Key','value':'•••'}");
    row("list", "{'headers':[['authorization','SEK'],['a','b']]}",
        "{'headers':[['authorization','•••'],['a','b']]}");
    row("line", "{'headers':['Cookie: SEK','A: b']}", "{'headers':['Cookie:•••','A: b']}");
    row("broken", "{'url':'http://h/','headers':{'Authorization':'SEK'},}",
        "{'url':'http://h/','headers':•••");
    row("broken pair", "[{'a':1},{'value':'SEK','x':{},'name':'Authorization',}]", "[{'a':1},•••");
    row("missing quote", "{'a: 'x', 'password': 'SEK'}", "•••");
    row("line of a document", "'password': 'SEK' 'x'", "'password•••");
    row("broken without any", "{'a': 1,}", "{'a': 1,}");
}

void TestDisplayInput::json()
{
    isShown();
}

void TestDisplayInput::reasonsDoNotTellEither()
{
    const InputReport report = readInput(u"curl --user=me:SEK http://h/\ncurl -b SEK http://h/\n"
                                         "curl -H 'Authorization Bearer SEK' http://h/"_s,
                                         {});
    GatheredInputs gathered;
    for (const RejectedLine &line : report.rejected)
        gathered.rejected.append({u"stdin"_s, line.line, line.text, line.reason});
    QCOMPARE(gathered.rejected.size(), 3);
    const QString messages = inputMessages(gathered, {}).join(u'\n');
    QVERIFY2(!messages.contains("SEK"_L1), qPrintable(messages));
    Options options;
    options.secrets = Secrets::Shown;
    QCOMPARE(inputMessages(gathered, options).join(u'\n').count("SEK"_L1), 3);
}

QTEST_GUILESS_MAIN(TestDisplayInput)
#include "tst_displayinput.moc"
