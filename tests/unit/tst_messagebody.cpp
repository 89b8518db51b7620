// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/messagebody.h"

#include <QTest>

using namespace inflight;
using namespace Qt::StringLiterals;

/// Bodies in every cut. What servers do wrong is in tst_wirefaults, over a real socket.
class TestMessageBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framingFollowsTheHeaders_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        QTest::addColumn<HeaderList>("headers");
        QTest::addColumn<MessageBody::Framing>("framing");
        QTest::addColumn<MessageBody::State>("state");
        using Framing = MessageBody::Framing;
        using State = MessageBody::State;
        const auto row = [](const char *name, const HeaderList &headers, Framing framing, State state,
                            int status = 200, const char *method = "GET") {
            QTest::newRow(name) << QByteArray(method) << status << headers << framing << state;
        };
        const HeaderList five{{"content-length", "5"}};
        row("length", five, Framing::Length, State::Receiving);
        row("length of nothing", {{"content-length", "0"}}, Framing::Length, State::Complete);
        row("no headers", {}, Framing::UntilClose, State::Receiving);
        row("chunked", {{"transfer-encoding", "Chunked"}}, Framing::Chunked, State::Receiving);
        row("chunked last", {{"transfer-encoding", "gzip, chunked"}}, Framing::Chunked, State::Receiving);
        row("chunked not last", {{"transfer-encoding", "chunked, gzip"}}, Framing::UntilClose,
            State::Receiving);
        row("bad length", {{"content-length", "+5"}}, Framing::Length, State::Broken);
        row("two lengths", {{"content-length", "5"}, {"content-length", "6"}}, Framing::Length,
            State::Broken);
        row("a length past 63 bits", {{"content-length", "9223372036854775808"}}, Framing::Length,
            State::Broken);
        row("HEAD", five, Framing::None, State::Complete, 200, "HEAD");
        row("204", five, Framing::None, State::Complete, 204);
        row("304", five, Framing::None, State::Complete, 304);
    }

    void framingFollowsTheHeaders()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, status);
        QFETCH(const HeaderList, headers);
        const MessageBody body(method, status, headers);
        QTEST(body.framing(), "framing");
        QTEST(body.state(), "state");
    }

    void lengthsThatContradictEachOtherAreAllNamed()
    {
        const MessageBody body("GET", 200, {{"content-length", "3"}, {"Content-Length", "4"}});
        QVERIFY2(body.problem().contains(u"\"3, 4\""_s), qPrintable(body.problem()));
    }

    void takesChunksApartInAnyPieces()
    {
        const QByteArray wire = "5\r\nhello\r\n1;x=y\r\n \r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\n";
        const QByteArray all = wire + "HTTP/1.1";
        for (qsizetype piece = 1; piece <= all.size(); ++piece) {
            MessageBody body("GET", 200, {{"transfer-encoding", "chunked"}});
            QByteArray content;
            qsizetype taken = 0;
            for (qsizetype at = 0; at < all.size(); at += piece)
                taken += body.feed(QByteArrayView(all).sliced(at).first(std::min(piece, all.size() - at)),
                                   content);
            QCOMPARE(body.state(), MessageBody::State::Complete);
            QCOMPARE(content, "hello 0123456789"_ba);
            QCOMPARE(taken, wire.size());
        }
    }

    void onlyABodyThatEndsWithItsConnectionIsCompletedByIt()
    {
        MessageBody open("GET", 200, {});
        QByteArray content;
        open.feed("abc", content);
        open.connectionEnded();
        QCOMPARE(open.state(), MessageBody::State::Complete);
        MessageBody counted("GET", 200, {{"content-length", "5"}});
        counted.feed("abc", content);
        counted.connectionEnded();
        QCOMPARE(counted.state(), MessageBody::State::Receiving);
    }
};

QTEST_GUILESS_MAIN(TestMessageBody)
#include "tst_messagebody.moc"
