// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/snippet.h"

#include <algorithm>

#include "pipeline/content/recognise.h"
#include "pipeline/mediatype.h"
#include "pipeline/text/utf8.h"

namespace inflight {

namespace {

/// The text where there is one, for pipelines without a decode stage what is most likely one; else null.
const Body *textOf(const Payload &payload)
{
    if (payload.text)
        return &*payload.text;
    if (payload.decoded || !payload.contentEncoding.isEmpty())
        return nullptr;
    const MediaType type = MediaType::parse(payload.contentType);
    return isTextKind(recognise(type, payload.url, payload.body.bytes()).kind) ? &payload.body : nullptr;
}

} // namespace

QByteArray snippetOf(const Payload &payload, int maxChars)
{
    const Body *const body = textOf(payload);
    if (!body)
        return {};
    const QByteArrayView text = body->bytes();
    const QByteArrayView first = text.first(std::min<qsizetype>(text.size(), maxChars));
    if (std::ranges::all_of(first, [](char c) { return static_cast<signed char>(c) >= 0; }))
        return body->first(first.size()); // each byte is a character
    qsizetype end = 0;
    for (int characters = 0; characters < maxChars && end < text.size(); ++characters)
        end += utf8Step(text.sliced(end)).length;
    const QByteArray snippet = body->first(end);
    return snippet.isValidUtf8() ? snippet : QString::fromUtf8(snippet).toUtf8();
}

} // namespace inflight
