// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/redaction.h"
#include "net/secretnames.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

class TestRedaction final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urls_data();
    void urls();
    void shownUrlsKeepTheirSpelling();
    void qurlIsTheSame();
    void names_data();
    void names();
    void texts_data();
    void texts();
    void secretHeaders();
    void headers();
    void shownHeadersAreUntouched();
};

void TestRedaction::urls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &url, const QString &shown) {
        QTest::newRow(name) << url << shown;
    };
    const auto same = [row](const char *name, const QString &url) { row(name, url, url); };

    same("nothing secret", u"https://example.org/a/b?q=1&r=%20x#part"_s);
    same("spelling", u"HTTPS://Example.org:443/%7ea/./b?&&=x&a=%zz;"_s);
    same("not a URL", u"hello token=abc"_s);
    same("empty", {});
    same("@ in path", u"https://h/@user/a:b@c"_s);
    same("name without value", u"https://h/?token"_s);
    same("empty value", u"https://h/?token=&a=1"_s);
    row("user and password", u"https://user:pw@h:81/x"_s, u"https://•••@h:81/x"_s);
    row("user alone", u"https://user@h"_s, u"https://•••@h"_s);
    row("@ in password", u"http://u:p@ss@h/"_s, u"http://•••@h/"_s);
    row("no path", u"http://u:p@h?a=1"_s, u"http://•••@h?a=1"_s);
    row("key", u"https://h/?api_key=abc&q=1"_s, u"https://h/?api_key=•••&q=1"_s);
    row("several", u"https://h/?a=1&token=x&b=2&sig=y"_s, u"https://h/?a=1&token=•••&b=2&sig=•••"_s);
    row("repeated", u"https://h/?token=x&token=y"_s, u"https://h/?token=•••&token=•••"_s);
    row("before fragment", u"https://h/?token=x#top"_s, u"https://h/?token=•••#top"_s);
    row("in fragment", u"https://h/#access_token=x&state=1"_s, u"https://h/#access_token=•••&state=1"_s);
    row("encoded name", u"https://h/?api%5Fkey=x&pass%77ord=y"_s,
        u"https://h/?api%5Fkey=•••&pass%77ord=•••"_s);
    row("= in value", u"https://h/?sig=a=b==&c=d"_s, u"https://h/?sig=•••&c=d"_s);
    row("semicolon separates", u"https://h/?a=1;token=x"_s, u"https://h/?a=1;token=•••"_s);
    row("semicolon in secret", u"https://h/?token=x;y=z&a=1"_s, u"https://h/?token=•••&a=1"_s);
    row("? in secret", u"https://h/?token=x?y&a=1"_s, u"https://h/?token=•••&a=1"_s);
    row("nested URL", u"https://h/?next=http://u:p@i/?token=x&a=1"_s,
        u"https://h/?next=http://•••@i/?token=•••&a=1"_s);
    row("other scheme", u"ftp://u:p@h/"_s, u"ftp://•••@h/"_s);
    row("value like a word", u"https://h/?secret=a%26b&c=1"_s, u"https://h/?secret=•••&c=1"_s);
}

void TestRedaction::urls()
{
    QFETCH(QString, url);
    QTEST(displayUrl(url, Secrets::Redacted), "shown");
    QCOMPARE(displayUrl(url, Secrets::Shown), url);
}

void TestRedaction::shownUrlsKeepTheirSpelling()
{
    const QString url = u"HTTPS://u:p@H/?token=%7E"_s;
    QCOMPARE(displayUrl(url, Secrets::Shown), url);
}

void TestRedaction::qurlIsTheSame()
{
    const QUrl url(u"https://u:p@h/ä?token=x&q=ö"_s);
    QCOMPARE(displayUrl(url, Secrets::Redacted), u"https://•••@h/%C3%A4?token=•••&q=%C3%B6"_s);
    QCOMPARE(displayUrl(url, Secrets::Shown), u"https://u:p@h/%C3%A4?token=x&q=%C3%B6"_s);
    QCOMPARE(displayUrl(QUrl(), Secrets::Redacted), QString());
}

void TestRedaction::names_data()
{
    QTest::addColumn<bool>("secret");
    for (const char *name : {"key",
                             "KEY",
                             "api_key",
                             "api-key",
                             "apiKey",
                             "apikey",
                             "APIKEY",
                             "x-api-key",
                             "accessKeyId",
                             "AWSAccessKeyId",
                             "subscription-key",
                             "keys",
                             "token",
                             "access_token",
                             "accessToken",
                             "id_token",
                             "csrfToken",
                             "refresh.token",
                             "secret",
                             "client_secret",
                             "clientSecret",
                             "password",
                             "passwd",
                             "pass",
                             "pwd",
                             "user[pass]",
                             "passphrase",
                             "sig",
                             "signature",
                             "X-Amz-Signature",
                             "X-Amz-Credential",
                             "X-Amz-Security-Token",
                             "auth",
                             "oauth_signature",
                             "jwt",
                             "hmac",
                             "userPw"})
        QTest::newRow(name) << true;
    for (const char *name :
         {"q", "id", "keyword", "keywords", "author", "authors", "page", "bypass", "compass", "design",
          "assign", "sigma", "monkeys", "passage", "pwned", "state", "", "_", "a b"})
        QTest::newRow(name[0] == '\0' ? "(empty)" : name) << false;
}

void TestRedaction::names()
{
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    QTEST(looksSecret(tag == u"(empty)"_s ? QString() : tag), "secret");
}

void TestRedaction::texts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &text, const QString &shown) {
        QTest::newRow(name) << text << shown;
    };
    row("plain", u"Nothing to see: 5 of 6"_s, u"Nothing to see: 5 of 6"_s);
    row("message", u"\"http://u:p@h/?token=x\" refused: try http://h/?key=1 again"_s,
        u"\"http://•••@h/?token=•••\" refused: try http://h/?key=••• again"_s);
    row("link header", u"<https://h/?page=2&token=x>; rel=\"next\""_s,
        u"<https://h/?page=2&token=•••>; rel=\"next\""_s);
    row("relative", u"/login?token=x&a=1"_s, u"/login?token=•••&a=1"_s);
    row("scheme-relative", u"//u:p@h/x"_s, u"//•••@h/x"_s);
    row("without scheme", u"u:p@h/x?sig=1"_s, u"•••@h/x?sig=•••"_s);
    row("refresh", u"5; url=https://u:p@h/"_s, u"5; url=https://•••@h/"_s);
    row("white space kept", u" a  b\thttp://h/ "_s, u" a  b\thttp://h/ "_s);
}

void TestRedaction::texts()
{
    QFETCH(QString, text);
    QTEST(displayText(text, Secrets::Redacted), "shown");
    QCOMPARE(displayText(text, Secrets::Shown), text);
}

void TestRedaction::secretHeaders()
{
    for (const char *name : {"Authorization", "authorization", "COOKIE", "Set-Cookie", "Proxy-Authorization",
                             "X-Api-Key", "X-Auth-Token", "X-CSRF-Token", "Private-Token"})
        QVERIFY2(isSecretHeader(name), name);
    for (const char *name :
         {"Content-Type", "Location", "WWW-Authenticate", "ETag", "Surrogate-Key", "", "Cookies"})
        QVERIFY2(!isSecretHeader(name), name);
}

void TestRedaction::headers()
{
    const HeaderList given{{"Set-Cookie"_ba, "a=b"_ba},
                           {"Set-Cookie"_ba, "c=d"_ba},
                           {"Location"_ba, "https://u:p@h/cb?token=x"_ba},
                           {"X-Latin"_ba, "caf\xE9"_ba},
                           {"Content-Type"_ba, "text/html"_ba}};
    const HeaderList expected{{"Set-Cookie"_ba, "•••"_ba},
                              {"Set-Cookie"_ba, "•••"_ba},
                              {"Location"_ba, "https://•••@h/cb?token=•••"_ba},
                              {"X-Latin"_ba, "caf\xE9"_ba},
                              {"Content-Type"_ba, "text/html"_ba}};
    QCOMPARE(displayHeaders(given, Secrets::Redacted), expected);
}

void TestRedaction::shownHeadersAreUntouched()
{
    const HeaderList given{{"Authorization"_ba, "Basic dTpw"_ba}, {"Location"_ba, "/?token=x"_ba}};
    QCOMPARE(displayHeaders(given, Secrets::Shown), given);
}

QTEST_APPLESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
