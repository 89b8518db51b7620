// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "net/wire/http2/http2streams.h"

#include <algorithm>

using namespace inflight;
using namespace inflight::fuzzing;

namespace {

/// Writes down what a stream's user hears.
class Listener final : public Http2StreamUser
{
public:
    void onSessionOpened() override { require(false, "nobody waits"); }
    void onStreamSent(bool all) override
    {
        require(!m_sent && !m_over, "a request goes out once");
        m_sent = all;
    }
    void onInterimHead() override
    {
        require(!m_over && heard.status == 0, "hints come before the head");
        ++interimHeads;
    }
    void onStreamHead(const ResponseHead &head) override
    {
        require(!m_over && heard.status == 0, "there is one head");
        require(head.status >= 200 && head.status <= 999, "a status has three digits");
        for (const Header &field : head.headers) {
            const auto ends = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
            require(!field.name.isEmpty() && std::ranges::none_of(field.name, ends), "a field has a name");
            require(std::ranges::none_of(field.value, ends), "no value has a line break or a zero byte");
        }
        heard = head;
    }
    void onStreamData(QByteArrayView data) override
    {
        require(!m_over && heard.status != 0, "a body follows its head");
        content += data;
    }
    void onStreamEnded(const Http2StreamEnd &how) override
    {
        require(!m_over, "a stream ends once");
        require(how.kind != Http2StreamEnd::Kind::Malformed || !how.reason.isEmpty(),
                "what is broken says why");
        m_over = true;
        end = how;
    }

    /// Of a body that is too long, as much is told as came before that was seen.
    [[nodiscard]] bool heardAs(const Listener &other) const
    {
        const bool isWhole = end.kind == Http2StreamEnd::Kind::Complete;
        return heard.status == other.heard.status && heard.headers == other.heard.headers &&
               (content == other.content || (!isWhole && content.startsWith(other.content))) &&
               end.kind == other.end.kind && interimHeads == other.interimHeads;
    }

    ResponseHead heard;
    QByteArray content;
    Http2StreamEnd end;
    int interimHeads = 0;

private:
    bool m_sent = false;
    bool m_over = false;
};

/// What two requests of one connection heard.
struct Answers
{
    Listener first;
    Listener second;
    bool taken = true;
};

void sendAll(Http2Streams &streams)
{
    while (!streams.output(1024).isEmpty()) {
    }
}

/// Gives `bytes`, after the settings that a server begins with, on in pieces of the lengths that `cuts`
/// gives, over and over; whole where there are none.
void read(Answers &answers, QByteArrayView bytes, QByteArrayView cuts, bool sendsBetween)
{
    int changes = 0;
    Http2Streams streams([&changes] { ++changes; });
    const qint32 first = streams.request(
        answers.first,
        {{":method", "GET"}, {":scheme", "https"}, {":authority", "a"}, {":path", "/"}, {"x-own", "1"}}, {});
    const qint32 second = streams.request(
        answers.second, {{":method", "POST"}, {":scheme", "https"}, {":authority", "a"}, {":path", "/2"}},
        QByteArray(100'000, 'x'));
    require(first == 1 && second == 3, "a client's streams have odd numbers");
    sendAll(streams);
    constexpr QByteArrayView settings("\0\0\0\4\0\0\0\0\0", 9);
    answers.taken = streams.feed(settings);
    for (qsizetype i = 0; answers.taken && !bytes.isEmpty(); ++i) {
        const qsizetype wanted =
            cuts.isEmpty() ? bytes.size() : 1 + (static_cast<quint8>(cuts[i % cuts.size()]) & 15);
        const QByteArrayView piece = bytes.first(qMin(wanted, bytes.size()));
        bytes = bytes.sliced(piece.size());
        answers.taken = streams.feed(piece);
        if (sendsBetween)
            sendAll(streams);
    }
    sendAll(streams);
    streams.endAll({.kind = Http2StreamEnd::Kind::Disconnected});
    require(streams.size() == 0 && changes >= 2, "all streams end");
    require(!streams.problem().isEmpty(), "what is broken says why");
}

} // namespace

/// The lengths of pieces and what a server sends after its settings, with '|' between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const QByteArray cuts = input.takeField();
    const QByteArray bytes = input.rest();
    Answers whole;
    read(whole, bytes, {}, false);
    Answers pieces;
    read(pieces, bytes, cuts, false);
    // nghttp2 counts a CONTINUATION for each piece it comes in, and takes few of them.
    require(whole.taken || !pieces.taken, "what is refused as a whole is refused in pieces");
    require(pieces.taken != whole.taken ||
                (pieces.first.heardAs(whole.first) && pieces.second.heardAs(whole.second)),
            "pieces give what the whole does");
    Answers answered;
    read(answered, bytes, cuts, true);
    return 0;
}
