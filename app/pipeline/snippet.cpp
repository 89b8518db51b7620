// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/snippet.h"

#include <algorithm>

#include "pipeline/content/recognise.h"
#include "pipeline/mediatype.h"
#include "pipeline/text/utf8.h"

namespace inflight {

namespace {

/// The text where there is one, for pipelines without a decode stage what is most likely one.
QByteArrayView textOf(const Payload &payload)
{
    if (payload.text)
        return payload.text->bytes();
    if (payload.decoded || !payload.contentEncoding.isEmpty())
        return {};
    const QByteArrayView bytes = payload.body.bytes();
    const MediaType type = MediaType::parse(payload.contentType);
    return isTextKind(recognise(type, payload.url, bytes).kind) ? bytes : QByteArrayView();
}

} // namespace

QString snippetOf(const Payload &payload, int maxChars)
{
    const QByteArrayView text = textOf(payload);
    qsizetype end = 0;
    for (int characters = 0; characters < maxChars && end < text.size(); ++characters)
        end += utf8Step(text.sliced(end)).length;
    return QString::fromUtf8(text.first(end));
}

} // namespace inflight
