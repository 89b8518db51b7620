// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"
#include "pipeline/body.h"

#include <QByteArray>
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
    QByteArray sha256;  ///< lower-case hex of the bytes with content coding removed; empty until known
    QString savedTo;    ///< the file that the save stage wrote; empty when none did
    int status = 0;     ///< of the answer
    HeaderList headers; ///< of the answer, in the order of the wire
    quint32 depth = 0;  ///< 0: given by a person; 1: found in the output of such a job, and so on

    /// What stages made of the body: JSON values, one a line (pipeline/values.h). Nothing when none did.
    std::optional<Body> values;
    qint64 valueCount = 0;
    /// What stages made of the body that is no JSON: a program's output, a thumbnail, a document. The newer
    /// one of `values` and `product` is set, never both.
    std::optional<Body> product;
    QByteArray productType;     ///< media type of `product`; may be empty
    std::optional<Body> beside; ///< what was fetched beside it because a stage asked for it (Stage::beside)
    QString besideFault;        ///< why that did not work; a sentence

    /// What the next stage goes on with, as bytes: values, product or body.
    [[nodiscard]] Body current() const;
    /// The same where text is wanted: UTF-8 where it is known to be text.
    [[nodiscard]] Body currentText() const;
    /// Media type of current(): "application/x-ndjson" for values; else as received or as the product's maker
    /// says.
    [[nodiscard]] QByteArray currentType() const;
    /// Takes over what a stage made, in place of what was there.
    void setValues(Body lines, qint64 count);
    void setProduct(Body bytes, QByteArray type);
    /// Leaves the beginnings of body and text, in memory: the rest is somebody else's now. What is known of
    /// the whole (sizes, digest) stays known.
    void keepBeginning();
};

} // namespace inflight
