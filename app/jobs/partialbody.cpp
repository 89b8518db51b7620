// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/partialbody.h"

#include "net/codings.h"
#include "net/ranges.h"

#include <algorithm>

namespace inflight {

namespace {

/// Whether `rest` says of this field what `began` said, or nothing.
bool agrees(const HeaderList &began, const HeaderList &rest, QByteArrayView name)
{
    const QByteArray said = headerValue(rest, name);
    return said.isNull() || said.trimmed() == headerValue(began, name).trimmed();
}

bool has(const HeaderList &headers, QByteArrayView name)
{
    return !headerValue(headers, name).isNull();
}

/// Fields of a part that are not the whole's.
bool isOfPart(const QByteArray &name)
{
    return name == "content-range" || name == "content-length" || name == "content-md5" ||
           name == "content-digest" || name == "transfer-encoding";
}

} // namespace

PartialBody::PartialBody(QUrl url, ResponseHead head, QByteArray validator, BodyWriter writer)
    : m_url(std::move(url))
    , m_head(std::move(head))
    , m_validator(std::move(validator))
    , m_writer(std::move(writer))
    , m_wholeSize(m_head.contentLength)
{}

bool PartialBody::isPossibleFor(const Request &request)
{
    return request.method == "GET" && request.body.isEmpty() && !has(request.headers, "range") &&
           !has(request.headers, "if-range");
}

bool PartialBody::isPossibleFor(const ResponseHead &head)
{
    // In this order: every answer is asked, and most say nothing of ranges. Under a transfer coding the
    // places of bytes are other ones than those that a range names.
    return head.status == 200 && acceptsByteRanges(head.headers) && !rangeValidator(head.headers).isEmpty() &&
           unaskedTransferCodings(head.headers).isEmpty();
}

std::unique_ptr<PartialBody> PartialBody::of(const Request &request, const ResponseHead &head,
                                             BodyWriter &writer)
{
    if (!isPossibleFor(request) || !isPossibleFor(head) || writer.size() == 0)
        return nullptr;
    return std::unique_ptr<PartialBody>(
        new PartialBody(request.url, head, rangeValidator(head.headers), std::move(writer)));
}

std::unique_ptr<PartialBody> PartialBody::reopen(const BodyPart &part, qint64 maxSize)
{
    // Of one that is whole the last byte is asked for once more: whether it is still the same is the server's
    // to say.
    const qint64 most = part.head.contentLength > 0 ? part.head.contentLength - 1 : maxSize;
    std::optional<BodyWriter> writer =
        BodyWriter::reopen(part.file, part.size < 0 ? most : std::min(part.size, most), maxSize);
    if (!writer || !isPossibleFor(part.head))
        return nullptr;
    return std::unique_ptr<PartialBody>(
        new PartialBody(QUrl(part.url), part.head, rangeValidator(part.head.headers), *std::move(writer)));
}

bool PartialBody::askForRest(Request &request) const
{
    if (request.url != m_url || request.method != "GET")
        return false;
    request.headers.append({"Range", "bytes=" + QByteArray::number(size()) + '-'});
    request.headers.append({"If-Range", m_validator});
    return true;
}

bool PartialBody::isContinuedBy(const ResponseHead &head)
{
    const std::optional<ContentRange> range = parseContentRange(headerValue(head.headers, "content-range"));
    if (head.status != 206 || !range || range->first != size() ||
        (m_wholeSize >= 0 && range->length != m_wholeSize))
        return false;
    if (head.contentLength >= 0 && head.contentLength != range->last - range->first + 1)
        return false;
    const bool sameTag =
        headerValue(head.headers, "etag").trimmed() == headerValue(m_head.headers, "etag").trimmed();
    if (!sameTag || !agrees(m_head.headers, head.headers, "last-modified") ||
        !agrees(m_head.headers, head.headers, "content-encoding"))
        return false;
    m_wholeSize = range->length >= 0 ? range->length : range->last + 1;
    return true;
}

ResponseHead PartialBody::completeHead(const ResponseHead &rest) const
{
    ResponseHead whole = rest;
    whole.status = m_head.status;
    whole.reason = m_head.reason;
    whole.headers.removeIf([](const Header &header) { return isOfPart(header.name); });
    whole.headers.append({"content-length", QByteArray::number(m_wholeSize)});
    for (const Header &header : m_head.headers) {
        const bool again = has(whole.headers, header.name);
        if (!again && (!isOfPart(header.name) || header.name == "content-md5"))
            whole.headers.append(header);
    }
    return whole;
}

} // namespace inflight
