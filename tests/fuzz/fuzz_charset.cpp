// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "pipeline/text/charset.h"
#include "pipeline/text/converter.h"
#include "pipeline/text/utf8.h"

using namespace inflight;
using namespace inflight::fuzzing;

namespace {

struct Converted
{
    QByteArray text;
    qint64 replaced = 0;
};

/// Converts `bytes` in pieces of the lengths that `cuts` gives, over and over; whole where there are none.
Converted convert(const QByteArray &charset, QByteArrayView bytes, QByteArrayView cuts)
{
    const std::unique_ptr<Converter> converter = makeConverter(charset);
    Converted all;
    for (qsizetype i = 0; !bytes.isEmpty(); ++i) {
        const qsizetype wanted =
            cuts.isEmpty() ? bytes.size() : 1 + (static_cast<quint8>(cuts[i % cuts.size()]) & 15);
        const QByteArrayView piece = bytes.first(qMin(wanted, bytes.size()));
        all.text += converter->convert(piece);
        bytes = bytes.sliced(piece.size());
    }
    all.text += converter->finish();
    all.replaced = converter->replaced();
    return all;
}

} // namespace

/// A Content-Type, the lengths of pieces and a text, with '|' between them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const MediaType type = MediaType::parse(input.takeField());
    const QByteArray cuts = input.takeField();
    const QByteArray text = input.rest();
    for (const ContentKind kind :
         {ContentKind::Html, ContentKind::Xml, ContentKind::Json, ContentKind::Text}) {
        const CharsetFinding found = findCharset(type, kind, text);
        require(found.markLength >= 0 && found.markLength <= text.size(), "the mark is part of the text");
        require(charsetName(found.name) == found.name, "the name of a name is that name");
        if (!makeConverter(found.name))
            continue;
        const Converted whole = convert(found.name, text, {});
        require(validUtf8Prefix(whole.text) == whole.text.size(), "what comes out is UTF-8");
        require((whole.replaced == 0) || whole.text.contains(replacementUtf8), "what is replaced is seen");
        const Converted pieces = convert(found.name, text, cuts);
        require(pieces.text == whole.text && pieces.replaced == whole.replaced,
                "pieces give what the whole does");
    }
    return 0;
}
