// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include "async/outcome.h"
#include "pipeline/mediatype.h"
#include "pipeline/payload.h"

namespace inflight {

/// Which character set a text is in, and where that was read.
struct CharsetFinding
{
    QByteArray name;          ///< as in the WHATWG Encoding Standard, lower case; empty: nothing says
    qsizetype markLength = 0; ///< bytes of byte order mark at the beginning
    bool declared = false;    ///< by a byte order mark, the header or the content, not guessed
};

/// The name by which this program knows the character set that pages and servers call `label`: "latin1" is
/// "windows-1252", "sjis" is "shift_jis" (WHATWG Encoding Standard, section 4.2, for the labels in use). An
/// unknown label comes back in lower case.
[[nodiscard]] QByteArray charsetName(QByteArrayView label);

/// Finds the character set of `text`. A byte order mark wins over the header, as in the browsers (WHATWG
/// Encoding Standard, section 6), because it is part of the text and a server's default is not; then comes
/// the header's charset, then what the content says: an XML declaration, an HTML meta element in the first
/// 1,024 bytes, the zero bytes of JSON in UTF-16 or UTF-32 (RFC 4627, section 3).
[[nodiscard]] CharsetFinding findCharset(const MediaType &type, ContentKind kind, QByteArrayView text);

} // namespace inflight
