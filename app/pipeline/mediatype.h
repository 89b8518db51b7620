// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace inflight {

/// A Content-Type header taken apart (RFC 9110, section 8.3): the type without parameters, and the one
/// parameter that matters here.
struct MediaType
{
    QByteArray
        essence; ///< lower case, such as "text/html"; empty when there is none or it is not of the form
    QByteArray charset; ///< as written, without quotes; empty when not given

    static MediaType parse(QByteArrayView header);

    [[nodiscard]] bool isJson() const;  ///< application/json, text/json, …+json
    [[nodiscard]] bool isXml() const;   ///< text/xml, application/xml, …+xml (SVG and XHTML too)
    [[nodiscard]] bool isHtml() const;  ///< text/html
    [[nodiscard]] bool isTable() const; ///< CSV and TSV
    [[nodiscard]] bool isImage() const; ///< image/… that is not text (SVG is XML)
    [[nodiscard]] bool isText() const;  ///< anything that is text, whether or not one of the above
    /// Says nothing about the content: none, or one that servers give to what they do not know.
    [[nodiscard]] bool isGeneric() const;
};

} // namespace inflight
