// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/requestbytes.h"

#include "net/wire/requestparts.h"

#include <initializer_list>

namespace inflight {

namespace {

/// Room for the head of most requests. Pieces that are put together with + move all that is there each time.
constexpr qsizetype usualHead = 512;

void append(QByteArray &bytes, std::initializer_list<QByteArrayView> pieces)
{
    for (const QByteArrayView piece : pieces)
        bytes.append(piece);
}

/// The header fields of a request as they stand in it.
struct FieldLines
{
    QByteArray text;
    bool haveHost = false;
    QByteArray codings; ///< Transfer-Encoding; empty: the body has a length
    bool fit = true;    ///< each is one line
};

FieldLines linesOf(const HeaderList &headers)
{
    const HeaderList fields = sentFields(headers);
    FieldLines lines;
    lines.haveHost = !headerValue(fields, "Host").isNull();
    if (wantsChunks(fields))
        lines.codings = headerValue(fields, "Transfer-Encoding");
    for (const Header &field : fields) {
        lines.fit = lines.fit && fitsALine(field.name) && fitsALine(field.value);
        if (!isOfFraming(field))
            append(lines.text, {field.name, ": ", field.value, "\r\n"});
    }
    return lines;
}

/// Jobs mostly ask in the same way, with one list: the lines of the request before.
const FieldLines &usualLinesOf(const HeaderList &headers)
{
    thread_local HeaderList last;
    thread_local FieldLines lines;
    if (!headers.isSharedWith(last)) {
        last = headers;
        lines = linesOf(headers);
    }
    return lines;
}

void appendLengthAndBody(QByteArray &bytes, const Request &request)
{
    if (!request.body.isEmpty() || wantsLength(request.method))
        append(bytes, {"Content-Length: ", QByteArray::number(request.body.size()), "\r\n"});
    append(bytes, {"\r\n", request.body});
}

/// RFC 9112, section 7.1. All of the body is there, so one chunk does.
void appendChunk(QByteArray &bytes, const QByteArray &codings, const QByteArray &body)
{
    append(bytes, {"Transfer-Encoding: ", codings, "\r\n\r\n"});
    if (!body.isEmpty())
        append(bytes, {QByteArray::number(body.size(), 16), "\r\n", body, "\r\n"});
    append(bytes, {"0\r\n\r\n"});
}

} // namespace

std::optional<QByteArray> requestBytes(const Request &request)
{
    const FieldLines &lines = usualLinesOf(request.headers);
    if (!lines.fit || !fitsALine(request.method))
        return std::nullopt;
    QByteArray bytes;
    bytes.reserve(usualHead + lines.text.size() + request.body.size());
    append(bytes, {request.method, " ", requestTarget(request.url), " HTTP/1.1\r\n"});
    if (!lines.haveHost)
        append(bytes, {"Host: ", requestHost(request.url), "\r\n"});
    bytes += lines.text;
    if (lines.codings.isEmpty())
        appendLengthAndBody(bytes, request);
    else
        appendChunk(bytes, lines.codings, request.body);
    return bytes;
}

} // namespace inflight
