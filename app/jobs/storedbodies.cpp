// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/storedbodies.h"

#include "pipeline/contentdisposition.h"

namespace inflight {

Payload payloadOf(const JobRecord &record, const ReceivedBody &received, quint16 depth)
{
    Payload payload;
    payload.body = received.body;
    payload.contentEncoding = received.contentEncoding;
    payload.url = QUrl(record.finalUrl.isEmpty() ? record.url : record.finalUrl);
    payload.contentType = headerValue(record.headers, "content-type");
    payload.proposedName = proposedFileName(headerValue(record.headers, "content-disposition"));
    payload.status = record.status;
    payload.depth = depth;
    payload.headers = record.headers;
    return payload;
}

} // namespace inflight
