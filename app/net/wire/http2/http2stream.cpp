// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/wire/http2/http2stream.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

/// What a field counts beyond its text (RFC 9113, section 6.5.2): else empty ones would be for nothing.
constexpr qsizetype fieldOverhead = 32;

} // namespace

std::size_t Http2Stream::copyBody(unsigned char *to, std::size_t most)
{
    const qsizetype size = std::min(static_cast<qsizetype>(most), m_body.size() - m_bodySent);
    std::copy_n(m_body.constData() + m_bodySent, size, to);
    m_bodySent += size;
    return static_cast<std::size_t>(size);
}

void Http2Stream::beginHead(const HeaderList &before)
{
    m_before = before;
    m_fields = {};
    m_headBytes = 0;
    m_status = 0;
}

bool Http2Stream::addField(QByteArrayView name, QByteArrayView value)
{
    m_headBytes += name.size() + value.size() + fieldOverhead;
    if (m_headBytes > HeadParser::mostBytes)
        return false;
    if (name == ":status")
        m_status = value.toInt();
    else if (!name.startsWith(':'))
        m_fields.append(fieldAfter(m_before, m_fields.size(), name, value));
    return true;
}

ResponseHead Http2Stream::takeHead()
{
    ResponseHead head;
    head.status = m_status;
    head.httpVersion = u"2"_s;
    // One list for all answers that say the same.
    head.headers = m_fields == m_before ? m_before : m_fields;
    m_fields = {};
    m_before = {};
    return head;
}

} // namespace inflight
