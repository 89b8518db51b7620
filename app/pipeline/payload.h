// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/body.h"

#include <QByteArray>
#include <QJsonValue>
#include <QString>
#include <QUrl>

#include <optional>

namespace inflight {

/// What was recognised in a body by its declared type and, before that is believed, its content.
enum class ContentKind : quint8 { Unknown, Empty, Json, Text, Html, Xml, Csv, Image, Binary };

/// What the stages of a pipeline hand on from one to the next. A value; one stage at a time holds it.
struct Payload
{
    Body body;
    QUrl url;                   ///< the final URL, after redirects
    QByteArray contentType;     ///< the Content-Type header as received; may be empty
    QString proposedName;       ///< by Content-Disposition, as the server wrote it; may be empty
    QByteArray contentEncoding; ///< codings still applied to `body`, as in the header; empty once decoded
    /// The text of `body` as UTF-8 without a byte order mark, sharing its bytes where they are just that;
    /// nothing before decoding and for what is not text. Well-formed, but for bodies declared to be JSON in
    /// UTF-8: they are left as they came, for the parser to judge.
    std::optional<Body> text;
    QByteArray charset;   ///< the character set that text was decoded from; empty before, or for binary
    bool decoded = false; ///< the content coding is removed from `body` and `text` is set where it is text
    qint64 decodedSize =
        -1; ///< bytes with the content coding removed, before character sets; -1: not yet known
    ContentKind kind = ContentKind::Unknown;
    QByteArray sha256; ///< lower-case hex of the bytes with content coding removed; empty until known
    QString savedTo;   ///< the file that the save stage wrote; empty when none did
    QJsonValue output = QJsonValue::Undefined; ///< what a transforming stage gave; undefined when none did
};

} // namespace inflight
