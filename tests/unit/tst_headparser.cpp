// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/headparser.h"

#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

/// Heads in every cut. What servers do wrong is in tst_wirefaults, over a real socket.
class TestHeadParser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAHeadInAnyPieces()
    {
        const QByteArray head = "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain \r\nX-Empty:\r\n"
                                "X-Folded: a\r\n\t b\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n";
        const QByteArray all = head + "body\r\n\r\n";
        for (qsizetype piece = 1; piece <= all.size(); ++piece) {
            HeadParser parser;
            qsizetype taken = 0;
            for (qsizetype at = 0; at < all.size() && parser.state() == HeadParser::State::Incomplete;
                 at += piece)
                taken += parser.feed(QByteArrayView(all).sliced(at).first(std::min(piece, all.size() - at)));
            QCOMPARE(parser.state(), HeadParser::State::Complete);
            QCOMPARE(taken, head.size());
            QCOMPARE(parser.status(), 404);
            QCOMPARE(parser.minorVersion(), 1);
            QCOMPARE(parser.reason(), "Not Found"_ba);
            const HeaderList expected{{"content-type", "text/plain"},
                                      {"x-empty", ""},
                                      {"x-folded", "a b"},
                                      {"set-cookie", "a=1"},
                                      {"set-cookie", "b=2"}};
            QCOMPARE(parser.headers(), expected);
        }
    }

    void aHeadThatIsTheSameAgainIsKnown()
    {
        const QByteArray text = "HTTP/1.1 203 Fine\r\nServer: nginx\r\nX-Folded: a\r\n b\r\n\r\n";
        HeadParser first;
        first.feed(text);
        QCOMPARE(first.state(), HeadParser::State::Complete);
        for (const QByteArray &next : {text, QByteArray(text).replace("nginx", "nginy")}) {
            HeadParser parser;
            parser.expect(first.head());
            QCOMPARE(parser.feed(next + "body"), text.size());
            QCOMPARE(parser.state(), HeadParser::State::Complete);
            QCOMPARE(parser.status(), 203);
            QCOMPARE(parser.minorVersion(), 1);
            QCOMPARE(parser.reason(), "Fine"_ba);
            QCOMPARE(parser.headers().size(), 2);
            QCOMPARE(parser.headers().constData() == first.headers().constData(), next == text);
            QCOMPARE(headerValue(parser.headers(), "server"), next == text ? "nginx"_ba : "nginy"_ba);
        }
    }

    void whatAnAnswerBeforeSaidSharesItsMemory()
    {
        const HeaderList before{{"server", "nginx"}, {"content-type", "text/plain"}, {"etag", "\"a\""}};
        const auto read = [&before](const QByteArray &fields) {
            HeadParser parser;
            parser.expect({.headers = before});
            parser.feed("HTTP/1.1 200 OK\r\n" + fields + "\r\n");
            return parser.headers();
        };
        const HeaderList same = read("Server: nginx\r\nContent-Type: text/plain\r\nETag: \"a\"\r\n");
        QCOMPARE(same, before);
        QCOMPARE(same.constData(), before.constData());
        const HeaderList other = read("Server: nginx\r\nContent-Type: text/html\r\nETag: \"a\"\r\nX: y\r\n");
        QCOMPARE(
            other,
            (HeaderList{{"server", "nginx"}, {"content-type", "text/html"}, {"etag", "\"a\""}, {"x", "y"}}));
        QCOMPARE(other.at(0).value.constData(), before.at(0).value.constData());
        QCOMPARE(other.at(1).name.constData(), before.at(1).name.constData());
        QCOMPARE(read("Content-Type: text/plain\r\n"), (HeaderList{{"content-type", "text/plain"}}));
        QCOMPARE(read({}), HeaderList());
    }

    void manyFoldsAreReadInLinearTime()
    {
        QByteArray head = "HTTP/1.1 200 OK\r\nX: y\r\n";
        while (head.size() < HeadParser::mostBytes - 16)
            head += " z\n";
        HeadParser parser;
        parser.feed(head + "\r\n");
        QCOMPARE(parser.state(), HeadParser::State::Complete);
        QCOMPARE(parser.headers().size(), 1);
        QVERIFY(parser.headers().at(0).value.startsWith("y z z z"));
    }

    void aHeadWithoutFields()
    {
        HeadParser parser;
        QCOMPARE(parser.feed("HTTP/1.0 200\n\n"), 14);
        QCOMPARE(parser.state(), HeadParser::State::Complete);
        QCOMPARE(parser.minorVersion(), 0);
        QVERIFY(parser.headers().isEmpty());
        QCOMPARE(parser.feed("more"), 0);
    }

    void saysAtTheFirstWrongByte()
    {
        HeadParser parser;
        parser.feed("HTT");
        QVERIFY(parser.begun());
        QCOMPARE(parser.state(), HeadParser::State::Incomplete);
        parser.feed("X");
        QCOMPARE(parser.state(), HeadParser::State::Broken);
        QVERIFY(!parser.problem().isEmpty());
    }

    void aHeadOfExactlyTheMostIsTaken()
    {
        const QByteArray begin = "HTTP/1.1 200 OK\r\nX: ";
        const QByteArray end = "\r\n\r\n";
        const qsizetype room = HeadParser::mostBytes - begin.size() - end.size();
        for (const qsizetype extra : {0, 1}) {
            HeadParser parser;
            parser.feed(begin + QByteArray(room + extra, 'x') + end);
            QCOMPARE(parser.state(), extra == 0 ? HeadParser::State::Complete : HeadParser::State::Broken);
        }
    }
};

QTEST_GUILESS_MAIN(TestHeadParser)
#include "tst_headparser.moc"
