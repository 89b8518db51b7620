// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

#include <QByteArrayView>
#include <QLatin1StringView>
#include <QUrl>

#include "pipeline/mediatype.h"
#include "pipeline/payload.h"

namespace inflight {

/// A format known by the bytes it begins with.
struct Signature
{
    QLatin1StringView name; ///< as people write it: "PNG", "PDF"
    ContentKind kind = ContentKind::Binary;
};

/// The format whose signature `bytes` begin with.
[[nodiscard]] std::optional<Signature> signatureOf(QByteArrayView bytes);

/// Whether the beginning of `bytes` has nothing that text never has (WHATWG MIME Sniffing Standard,
/// section 7.2), or a byte order mark.
[[nodiscard]] bool looksLikeText(QByteArrayView bytes);

/// What a body is taken for.
struct Recognition
{
    ContentKind kind = ContentKind::Unknown;
    bool declared =
        false; ///< its type says so, so it has to be that; otherwise it is a guess from its content
};

/// What a body is, by its declared type and its content. JSON that is declared stays JSON whatever it holds;
/// for everything else a known signature wins over the type; then the type; and where that says nothing or no
/// more than text, how the content begins and, for tables, how the URL ends. Nothing at all is Empty, but not
/// where it is declared to be JSON, XML or an image, which it cannot be.
[[nodiscard]] Recognition recognise(const MediaType &type, const QUrl &url, QByteArrayView bytes);

/// Whether a body of this kind is text.
[[nodiscard]] constexpr bool isTextKind(ContentKind kind)
{
    return kind == ContentKind::Json || kind == ContentKind::Text || kind == ContentKind::Html ||
           kind == ContentKind::Xml || kind == ContentKind::Csv;
}

} // namespace inflight
