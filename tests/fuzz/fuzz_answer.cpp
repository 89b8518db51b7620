// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "net/wire/headparser.h"
#include "net/wire/messagebody.h"

#include <algorithm>

using namespace inflight;
using namespace inflight::fuzzing;

namespace {

/// What came of an answer.
struct Reading
{
    HeadParser::State head = HeadParser::State::Incomplete;
    MessageBody::State body = MessageBody::State::Receiving;
    int status = 0;
    HeaderList headers;
    QByteArray content;
    qsizetype taken = 0;
    friend bool operator==(const Reading &, const Reading &) = default;
};

/// Reads the answer in pieces of `size` bytes.
Reading readInPieces(QByteArrayView bytes, qsizetype size)
{
    HeadParser parser;
    MessageBody body;
    Reading reading;
    while (!bytes.isEmpty()) {
        QByteArrayView piece = bytes.first(std::min(size, bytes.size()));
        bytes = bytes.sliced(piece.size());
        if (parser.state() == HeadParser::State::Incomplete) {
            const qsizetype taken = parser.feed(piece);
            require(taken >= 0 && taken <= piece.size(), "a head takes what there is");
            reading.taken += taken;
            piece = piece.sliced(taken);
            if (parser.state() == HeadParser::State::Complete)
                body = MessageBody("GET", parser.status(), parser.headers());
        }
        if (parser.state() != HeadParser::State::Complete)
            continue;
        const qsizetype taken = body.feed(piece, reading.content);
        require(taken >= 0 && taken <= piece.size(), "a body takes what there is");
        reading.taken += taken;
    }
    reading.head = parser.state();
    if (reading.head == HeadParser::State::Complete) {
        reading.body = body.state();
        reading.status = parser.status();
        reading.headers = parser.headers();
    }
    // How much was taken before a fault was seen is of no interest.
    if (reading.head == HeadParser::State::Broken || reading.body == MessageBody::State::Broken) {
        reading.taken = 0;
        reading.content.clear();
    }
    return reading;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const qsizetype piece = input.takeByte() % 16 + 1;
    const QByteArray bytes = input.rest();
    const Reading whole = readInPieces(bytes, std::max<qsizetype>(1, bytes.size()));
    require(whole == readInPieces(bytes, piece), "pieces make no difference");
    if (whole.head != HeadParser::State::Complete)
        return 0;
    require(whole.status >= 100 && whole.status <= 999, "a status has three digits");
    require(whole.content.size() <= bytes.size(), "a body is no longer than what came");
    for (const Header &header : whole.headers) {
        require(!header.name.isEmpty() && header.name == header.name.toLower(), "names are in lower case");
        require(!header.value.contains('\n') && !header.value.contains('\r') && !header.value.contains('\0'),
                "no value has lines");
    }
    return 0;
}
