// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "input/urlreader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace inflight;

namespace {

QString shown(const std::variant<FetchableUrl, UrlRefusal> &read)
{
    if (const auto *const refusal = std::get_if<UrlRefusal>(&read))
        return u"refused: "_s + refusal->reason;
    const auto &url = std::get<FetchableUrl>(read);
    return url.url + u' ' + url.key;
}

/// Everything up to the path, as people and machines write it.
const QStringList &beginnings()
{
    static const QStringList all{u"http://example.org"_s,
                                 u"https://example.org:443"_s,
                                 u"http://example.org:80"_s,
                                 u"HTTP://Example.ORG"_s,
                                 u"https://bücher.example"_s,
                                 u"http://127.1"_s,
                                 u"http://[::1]:8080"_s,
                                 u"https://ada:p%40ss@example.org"_s,
                                 u"https://a%zz@example.org"_s,
                                 u"https://a@b@example.org"_s,
                                 u"https://exa mple.org"_s,
                                 u"https://example.org:"_s,
                                 u"https://example.org:0"_s,
                                 u"https://"_s,
                                 u"example.org"_s,
                                 u"//example.org"_s,
                                 u"ftp://example.org"_s,
                                 u"example.org/?to=http://other.example"_s,
                                 u"http://example.org/#x://y"_s,
                                 u"http://example.org?x://y"_s};
    return all;
}

} // namespace

/// Whatever was read before, a URL is what it is by itself.
class TestUrlReader final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCharacterOfAPath();
    void anyUrlAfterAnyOther();
};

void TestUrlReader::everyCharacterOfAPath()
{
    for (const QString &beginning : beginnings()) {
        UrlReader reader;
        for (char16_t c = 1; c < 0x180; ++c) {
            static_cast<void>(reader.read(QString(beginning + u"/plain"_s)));
            for (const QString &path :
                 {u"/a%1b"_s.arg(QChar(c)), u"/%1"_s.arg(QChar(c)), u"/a?b%1"_s.arg(QChar(c))}) {
                const QString text = beginning + path;
                QCOMPARE(shown(reader.read(text)), shown(readUrl(text)));
            }
        }
    }
}

void TestUrlReader::anyUrlAfterAnyOther()
{
    const QStringList pieces{u"/"_s, u"//"_s, u"."_s, u".."_s,  u"a"_s, u"?"_s,   u"#"_s, u"%20"_s,
                             u"%"_s, u":"_s,  u"@"_s, u"b=c"_s, u"&"_s, u"[1]"_s, u"ü"_s, u"\\"_s};
    QRandomGenerator random(7);
    const auto oneOf = [&random](const QStringList &list) { return list.at(random.bounded(list.size())); };
    UrlReader reader;
    QString beginning;
    for (int i = 0; i < 50'000; ++i) {
        if (i % 4 == 0)
            beginning = oneOf(beginnings());
        QString text = beginning;
        for (int piece = random.bounded(6); piece > 0; --piece)
            text += oneOf(pieces);
        QCOMPARE(shown(reader.read(text)), shown(readUrl(text)));
    }
}

QTEST_GUILESS_MAIN(TestUrlReader)
#include "tst_urlreader.moc"
