// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "net/wire/headparser.h"
#include "net/wire/messagebody.h"

#include <algorithm>

using namespace inflight;
using namespace inflight::fuzzing;

namespace {

/// Everything that one answer gave.
struct Answer
{
    HeadParser head;
    MessageBody body;
    QByteArray content;
    QByteArray surplus; ///< what followed it
};

/// Gives `bytes` on in pieces of the lengths that `cuts` gives, over and over; whole where there are none.
Answer read(const QByteArray &method, QByteArrayView bytes, QByteArrayView cuts)
{
    Answer answer;
    bool inBody = false;
    for (qsizetype i = 0; !bytes.isEmpty(); ++i) {
        const qsizetype wanted =
            cuts.isEmpty() ? bytes.size() : 1 + (static_cast<quint8>(cuts[i % cuts.size()]) & 15);
        QByteArrayView piece = bytes.first(qMin(wanted, bytes.size()));
        bytes = bytes.sliced(piece.size());
        if (!inBody) {
            const qsizetype taken = answer.head.feed(piece);
            require(taken >= 0 && taken <= piece.size(), "the head takes from what there is");
            if (answer.head.state() == HeadParser::State::Broken)
                return answer;
            inBody = answer.head.state() == HeadParser::State::Complete;
            require(inBody || taken == piece.size(), "a head that goes on takes all");
            if (inBody)
                answer.body = MessageBody(method, answer.head.status(), answer.head.headers());
            piece = piece.sliced(taken);
        }
        if (inBody && answer.body.state() == MessageBody::State::Receiving) {
            const qsizetype taken = answer.body.feed(piece, answer.content);
            require(taken >= 0 && taken <= piece.size(), "the body takes from what there is");
            if (answer.body.state() == MessageBody::State::Broken)
                return answer;
            piece = piece.sliced(taken);
        }
        answer.surplus += piece;
    }
    answer.body.connectionEnded();
    return answer;
}

void checkHead(const HeadParser &head)
{
    require(head.state() != HeadParser::State::Broken || !head.problem().isEmpty(),
            "what is broken says why");
    if (head.state() != HeadParser::State::Complete)
        return;
    require(head.status() >= 100 && head.status() <= 999, "a status has three digits");
    for (const Header &header : head.headers()) {
        const auto ends = [](char c) { return c == '\r' || c == '\n' || c == '\0'; };
        require(!header.name.isEmpty() && std::ranges::none_of(header.name, ends), "a field has a name");
        require(std::ranges::none_of(header.value, ends), "no value has a line break or a zero byte");
    }
}

void checkBody(const MessageBody &body)
{
    require(body.state() != MessageBody::State::Broken || !body.problem().isEmpty(),
            "what is broken says why");
}

} // namespace

/// The lengths of pieces and an answer, with '|' between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const QByteArray cuts = input.takeField();
    const QByteArray bytes = input.rest();
    for (const QByteArray &method : {QByteArray("GET"), QByteArray("HEAD")}) {
        const Answer whole = read(method, bytes, {});
        checkHead(whole.head);
        checkBody(whole.body);
        const Answer pieces = read(method, bytes, cuts);
        require(pieces.head.state() == whole.head.state() && pieces.body.state() == whole.body.state(),
                "pieces end where the whole does");
        require(pieces.head.headers() == whole.head.headers() && pieces.content == whole.content,
                "pieces give what the whole does");
        HeadParser again;
        again.expect(whole.head.head());
        again.feed(bytes);
        require(again.state() == whole.head.state() && again.status() == whole.head.status() &&
                    again.headers() == whole.head.headers() && again.reason() == whole.head.reason(),
                "a head that is known gives what it gave");
        require(whole.body.state() == MessageBody::State::Broken || pieces.surplus == whole.surplus,
                "and leave the same");
    }
    return 0;
}
