// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/urllist.h"

#include "support/cputime.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

/// What one line becomes; null when it is not accepted.
QString accepted(const QString &line)
{
    const UrlListReport report = readUrlList(line, Duplicates::Keep);
    return report.accepted.isEmpty() ? QString() : report.accepted.first().url;
}

/// Why one line is refused; null when it is not.
QString refusal(const QString &line)
{
    const UrlListReport report = readUrlList(line, Duplicates::Keep);
    return report.rejected.isEmpty() ? QString() : report.rejected.first().reason;
}

} // namespace

class TestUrlList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void passesOverBlankLinesAndComments();
    void numbersLinesOfEveryEnding_data();
    void numbersLinesOfEveryEnding();
    void rejectedLinesDoNotStopTheRest();
    void saysDuplicates();
    void keepsDuplicatesWhenAsked();
    void controlCharactersNeverPass();
    void overlongLineIsRefused();
    void acceptedUrlsAreStable();
    void hundredThousandLines();
};

void TestUrlList::understands_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("url");

    const auto row = [](const char *name, const QString &line, const QString &url) {
        QTest::newRow(name) << line << url;
    };
    row("plain", u"http://example.org/a?b=c"_s, u"http://example.org/a?b=c"_s);
    row("case", u"HTTPS://EXAMPLE.org/Path"_s, u"https://example.org/Path"_s);
    row("no path", u"https://example.org"_s, u"https://example.org"_s);
    row("query without path", u"http://example.org?x=1"_s, u"http://example.org?x=1"_s);
    row("scheme-relative", u"//example.org/x"_s, u"https://example.org/x"_s);
    row("scheme-relative word", u"//intranet"_s, u"https://intranet"_s);
    row("host and path", u"example.org/x"_s, u"https://example.org/x"_s);
    row("undotted host and path", u"host/path"_s, u"https://host/path"_s);
    row("host alone", u"example.org"_s, u"https://example.org"_s);
    row("host and port", u"host:8080/path"_s, u"https://host:8080/path"_s);
    row("host, port, query", u"host:8080?x=1"_s, u"https://host:8080?x=1"_s);
    row("dotted host and port", u"example.org:8443"_s, u"https://example.org:8443"_s);
    row("localhost", u"localhost"_s, u"https://localhost"_s);
    row("localhost and port", u"localhost:3000"_s, u"https://localhost:3000"_s);
    row("IPv4", u"1.2.3.4"_s, u"https://1.2.3.4"_s);
    row("IPv4 and port", u"127.0.0.1:8080/x"_s, u"https://127.0.0.1:8080/x"_s);
    row("IPv6", u"[::1]:80/x"_s, u"https://[::1]:80/x"_s);
    row("IPv6 with scheme", u"http://[2001:DB8::1]/"_s, u"http://[2001:db8::1]/"_s);
    row("user info", u"http://u:p@example.org/"_s, u"http://u:p@example.org/"_s);
    row("bare user info", u"u:p@example.org/x"_s, u"https://u:p@example.org/x"_s);
    row("@ in password", u"http://u:p@ss@example.org/"_s, u"http://u:p%40ss@example.org/"_s);
    row("empty port", u"http://example.org:/x"_s, u"http://example.org/x"_s);
    row("port as written", u"http://example.org:80/x"_s, u"http://example.org:80/x"_s);
    row("fragment", u"http://example.org/x#part"_s, u"http://example.org/x"_s);
    row("fragment alone", u"http://example.org#part"_s, u"http://example.org"_s);
    row("IDN", u"http://exämple.org/"_s, u"http://xn--exmple-cua.org/"_s);
    row("IDN without scheme", u"日本語.jp/路"_s, u"https://xn--wgv71a119e.jp/%E8%B7%AF"_s);
    row("UTF-8 path and query", u"http://h/ä?ö=ü"_s, u"http://h/%C3%A4?%C3%B6=%C3%BC"_s);
    row("escapes kept", u"http://h/a%2Fb%20c?q=%26"_s, u"http://h/a%2Fb%20c?q=%26"_s);
    row("stray percent", u"http://h/100%/a%2Fb%zz"_s, u"http://h/100%25/a%2Fb%25zz"_s);
    row("percent at end", u"http://h/%"_s, u"http://h/%25"_s);
    row("unsafe in query", u"http://h/?a=<\"|>"_s, u"http://h/?a=%3C%22%7C%3E"_s);
    row("colon and URL in path", u"example.org/wiki/Talk:http://x"_s,
        u"https://example.org/wiki/Talk:http://x"_s);
    row("@ in path", u"http://h/@user"_s, u"http://h/@user"_s);
    row("underscore", u"http://a_b.example/"_s, u"http://a_b.example/"_s);

    row("white space", u" \t http://h/ \u00A0"_s, u"http://h/"_s);
    row("byte order mark", u"\uFEFFhttp://h/"_s, u"http://h/"_s);
    row("zero width", u"\u200Bhttp://h/\u200B\u2060"_s, u"http://h/"_s);
    row("angle brackets", u"<http://h/>"_s, u"http://h/"_s);
    row("quotes", u"\"http://h/\""_s, u"http://h/"_s);
    row("single quotes", u"'http://h/'"_s, u"http://h/"_s);
    row("typographic quotes", u"“http://h/”"_s, u"http://h/"_s);
    row("trailing comma", u"http://h/a,"_s, u"http://h/a"_s);
    row("quotes and comma", u"  \"http://h/a\" , "_s, u"http://h/a"_s);
    row("comma in brackets", u"<http://h/a,>"_s, u"http://h/a"_s);
    row("inner comma", u"http://h/a,b"_s, u"http://h/a,b"_s);
}

void TestUrlList::understands()
{
    QFETCH(QString, line);
    QCOMPARE(refusal(line), QString());
    QTEST(accepted(line), "url");
}

void TestUrlList::refuses_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("part");

    const auto row = [](const QString &line, const QString &part) {
        QTest::newRow(qPrintable(line)) << line << part;
    };
    row(u"ftp://example.org/x"_s, u"ftp: is not fetched; only http and https are"_s);
    row(u"FILE:///etc/passwd"_s, u"FILE: is not fetched"_s);
    row(u"mailto:a@example.org"_s, u"mailto: is not fetched"_s);
    row(u"javascript:alert(1)"_s, u"javascript: is not fetched"_s);
    row(u"data:text/plain,x"_s, u"data: is not fetched"_s);
    row(u"tel:12345"_s, u"tel: is not fetched"_s);
    row(u"htps://example.org"_s, u"htps: is not fetched"_s);
    row(u"http://"_s, u"no host name"_s);
    row(u"http:///path"_s, u"no host name"_s);
    row(u"https://?q"_s, u"no host name"_s);
    row(u"http://:80/"_s, u"no host name"_s);
    row(u"http://u:p@/"_s, u"no host name"_s);
    row(u"http:/h/p"_s, u"no // and host name after http:"_s);
    row(u"https:"_s, u"no // and host name after https:"_s);
    row(u"/etc/hosts"_s, u"no host name"_s);
    row(u"//"_s, u"no host name"_s);
    row(u"?q=1"_s, u"no host name"_s);
    row(u"http://h:99999/"_s, u"port \"99999\""_s);
    row(u"http://h:0/"_s, u"port \"0\""_s);
    row(u"http://h:8a/"_s, u"port \"8a\""_s);
    row(u"http://h:-1/"_s, u"port \"-1\""_s);
    row(u"http://h:٨٠/"_s, u"port"_s);
    row(u"http://h:99999999999999999999/"_s, u"port"_s);
    row(u"example.org:http"_s, u"port \"http\""_s);
    row(u"localhost:abc"_s, u"port \"abc\""_s);
    row(u"http://a b/"_s, u"spaces inside"_s);
    row(u"http://h/a b"_s, u"spaces inside"_s);
    row(u"http://h/a\tb"_s, u"control characters"_s);
    row(u"http://h/a\u00A0b"_s, u"spaces inside"_s);
    row(u"see http://example.org/ there"_s, u"spaces inside"_s);
    row(u"hello"_s, u"not a URL"_s);
    row(u"42"_s, u"not a URL"_s);
    row(u"12:30"_s, u"neither a host name nor an address"_s);
    row(u"3.14"_s, u"neither a host name nor an address"_s);
    row(u"1.2.3.400"_s, u"neither a host name nor an address"_s);
    row(u"1/2"_s, u"neither a host name nor an address"_s);
    row(u"me@example.org"_s, u"e-mail"_s);
    row(u"::1"_s, u"brackets"_s);
    row(u"http://2001:db8::1/"_s, u"brackets"_s);
    row(u"http://[::1/"_s, u"brackets"_s);
    row(u"http://[::g]/"_s, u"host name \"[::g]\" is not valid"_s);
    row(u"http://[::1]x/"_s, u"not valid"_s);
    row(u"http://a..b/"_s, u"host name \"a..b\" is not valid"_s);
    row(u"../x"_s, u"host name \"..\" is not valid"_s);
    row(u"*.example.org"_s, u"not valid"_s);
    row(u"http://h\\x/"_s, u"not valid"_s);
    row(u"http://h%00x/"_s, u"not valid"_s);
    row(u"http://h/caf\uFFFD"_s, u"not UTF-8"_s);
    row(u"http://h/\xD800"_s, u"not UTF-8"_s);
}

void TestUrlList::refuses()
{
    QFETCH(QString, line);
    QFETCH(QString, part);
    const QString reason = refusal(line);
    QVERIFY2(reason.contains(part), qPrintable(u"reason: %1, accepted: %2"_s.arg(reason, accepted(line))));
}

void TestUrlList::passesOverBlankLinesAndComments()
{
    const auto report = readUrlList(
        u"\uFEFF# list\n\n  \t\n   # http://no/\nhttp://h/1\n\u200B\n,\n#\nhttp://h/2"_s, Duplicates::Drop);
    QCOMPARE(report.accepted.size(), 2);
    QCOMPARE(report.accepted[0].line, 5);
    QCOMPARE(report.accepted[1].line, 9);
    QVERIFY(report.rejected.isEmpty());
    QVERIFY(readUrlList(u"", Duplicates::Drop).accepted.isEmpty());
}

void TestUrlList::numbersLinesOfEveryEnding_data()
{
    QTest::addColumn<QString>("ending");
    QTest::newRow("LF") << u"\n"_s;
    QTest::newRow("CRLF") << u"\r\n"_s;
    QTest::newRow("CR") << u"\r"_s;
}

void TestUrlList::numbersLinesOfEveryEnding()
{
    QFETCH(QString, ending);
    const QString text = QStringList{u"http://h/1"_s, u""_s, u"ftp://h/"_s, u"http://h/4"_s}.join(ending);
    const auto report = readUrlList(text, Duplicates::Drop);
    QCOMPARE(report.accepted.size(), 2);
    QCOMPARE(report.accepted[0].url, u"http://h/1"_s);
    QCOMPARE(report.accepted[1].line, 4);
    QCOMPARE(report.rejected.size(), 1);
    QCOMPARE(report.rejected[0].line, 3);
}

void TestUrlList::rejectedLinesDoNotStopTheRest()
{
    const auto report = readUrlList(u" ftp://x/ \nhttp://h/1\nnot a url\nhttp://h/2\n"_s, Duplicates::Drop);
    QCOMPARE(report.accepted.size(), 2);
    QCOMPARE(report.rejected.size(), 2);
    QCOMPARE(report.rejected[0].line, 1);
    QCOMPARE(report.rejected[0].text, u"ftp://x/"_s);
    QCOMPARE(report.rejected[1].line, 3);
    QCOMPARE(report.rejected[1].text, u"not a url"_s);
}

void TestUrlList::saysDuplicates()
{
    const auto report =
        readUrlList(u"http://h/\nHTTP://H\nhttp://h:80/#x\nhttp://h/2\nhttps://h:443/y\nhttps://h/y\n"
                    "http://h:443/y\nhttp://h/2?\n"_s,
                    Duplicates::Drop);
    QCOMPARE(report.duplicates.size(), 3);
    QCOMPARE(report.duplicates[0].line, 2);
    QCOMPARE(report.duplicates[0].firstLine, 1);
    QCOMPARE(report.duplicates[1].line, 3);
    QCOMPARE(report.duplicates[1].firstLine, 1);
    QCOMPARE(report.duplicates[2].line, 6);
    QCOMPARE(report.duplicates[2].firstLine, 5);
    QList<int> lines;
    for (const AcceptedUrl &url : report.accepted)
        lines.append(url.line);
    QCOMPARE(lines, (QList{1, 4, 5, 7, 8}));
}

void TestUrlList::keepsDuplicatesWhenAsked()
{
    const auto report = readUrlList(u"http://h/\nhttp://h/\nhttp://h/"_s, Duplicates::Keep);
    QCOMPARE(report.accepted.size(), 3);
    QCOMPARE(report.duplicates.size(), 2);
}

void TestUrlList::controlCharactersNeverPass()
{
    for (char16_t c = 0; c < 0xA0; ++c) {
        const bool control = c < 0x20 || c >= 0x7F;
        if (!control)
            continue;
        const auto report =
            readUrlList(u"http://h/a"_s + QChar(c) + u"b\nhttp://x"_s + QChar(c) + u"y/"_s, Duplicates::Keep);
        for (const AcceptedUrl &url : report.accepted) {
            for (const QChar each : url.url)
                QVERIFY2(each.unicode() > 0x20 && each.unicode() < 0x7F, qPrintable(url.url));
            // A line break may end a line, but what follows it is no part of the URL.
            QVERIFY(c == u'\n' || c == u'\r');
        }
    }
}

void TestUrlList::overlongLineIsRefused()
{
    const QString longest = u"http://h/"_s + QString(65'536 - 9, u'a');
    QCOMPARE(accepted(longest), longest);
    QVERIFY(refusal(longest + u'a').contains("longer than"_L1));
}

void TestUrlList::acceptedUrlsAreStable()
{
    // What was accepted once is accepted again as the same text, and Qt reads it strictly.
    for (const QString &line : {u"example.org/ä b"_s.remove(u' '), u"http://u:p@s@h/%zz?%20#f"_s,
                                u"http://h/[x]?{y}"_s, u"http://h/a^b`c|d\\e"_s, u"//exämple.org:8080"_s}) {
        const QString once = accepted(line);
        QVERIFY2(!once.isEmpty(), qPrintable(line));
        QCOMPARE(accepted(once), once);
        QVERIFY2(QUrl(once, QUrl::StrictMode).isValid(), qPrintable(once));
    }
}

void TestUrlList::hundredThousandLines()
{
    const auto milliseconds = [](int lines) {
        QString text;
        for (int i = 0; i < lines; ++i)
            text += u"https://host%1.example.org/path/item?id=%2\n"_s.arg(i % 50).arg(i);
        return leastCpuMs([&] { QCOMPARE(readUrlList(text, Duplicates::Drop).accepted.size(), lines); });
    };
    const double tenth = milliseconds(10'000);
    const double all = milliseconds(100'000);
    qInfo() << "10,000 lines:" << tenth << "ms, 100,000 lines:" << all << "ms";
    // 300 ms are promised; a slow machine gets room, and a sanitizer build more.
    QVERIFY2(all < (isSanitized ? 4000 : 1000), qPrintable(QString::number(all)));
    QVERIFY2(all < 20 * tenth, qPrintable(u"%1 and %2"_s.arg(all).arg(tenth)));
}

QTEST_APPLESS_MAIN(TestUrlList)
#include "tst_urllist.moc"
