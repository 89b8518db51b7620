// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/packedpayload.h"

#include "jobs/packing.h"

#include <algorithm>

namespace inflight {

namespace {

/// Those that share their bytes are one.
class BodyPlaces
{
public:
    std::size_t placeOf(const Body &body)
    {
        const auto known =
            std::ranges::find_if(m_bodies, [&](const Body &each) { return each.sharesBytesOf(body); });
        const auto place = static_cast<std::size_t>(known - m_bodies.begin());
        if (known == m_bodies.end())
            m_bodies.push_back(body);
        return place;
    }
    std::optional<std::size_t> placeOf(const std::optional<Body> &body)
    {
        return body ? std::optional(placeOf(*body)) : std::nullopt;
    }
    /// Without spare room.
    std::vector<Body> take() { return {m_bodies.begin(), m_bodies.end()}; }

private:
    std::vector<Body> m_bodies;
};

} // namespace

PackedPayload::PackedPayload(const Payload &payload, QString url)
    : m_url(std::move(url))
    , m_headers(payload.headers)
{
    Q_ASSERT(payload.url == QUrl(m_url));
    BodyPlaces bodies;
    Packer out;
    out.put(bodies.placeOf(payload.body));
    for (const std::optional<Body> *const body :
         {&payload.text, &payload.values, &payload.product, &payload.beside})
        out.put(bodies.placeOf(*body));
    for (const QByteArray *const bytes :
         {&payload.contentType, &payload.contentEncoding, &payload.charset, &payload.productType})
        out.put(*bytes);
    for (const QString *const text : {&payload.proposedName, &payload.savedTo, &payload.besideFault})
        out.put(*text);
    out.putHex(payload.sha256);
    out.put(payload.decoded);
    out.put(payload.decodedSize);
    out.put(payload.kind);
    out.put(payload.status);
    out.put(payload.depth);
    out.put(payload.valueCount);
    m_packed = out.take();
    m_bodies = bodies.take();
}

Payload PackedPayload::unpacked() const
{
    Payload payload;
    Unpacker in(m_packed);
    payload.url = QUrl(m_url);
    payload.headers = m_headers;
    payload.body = m_bodies.at(in.get<std::size_t>());
    for (std::optional<Body> *const body :
         {&payload.text, &payload.values, &payload.product, &payload.beside}) {
        if (const auto place = in.get<std::optional<std::size_t>>())
            *body = m_bodies.at(*place);
    }
    for (QByteArray *const bytes :
         {&payload.contentType, &payload.contentEncoding, &payload.charset, &payload.productType})
        *bytes = in.get<QByteArray>();
    for (QString *const text : {&payload.proposedName, &payload.savedTo, &payload.besideFault})
        *text = in.get<QString>();
    payload.sha256 = in.hex();
    payload.decoded = in.get<bool>();
    payload.decodedSize = in.get<qint64>();
    payload.kind = in.get<ContentKind>();
    payload.status = in.get<int>();
    payload.depth = in.get<quint32>();
    payload.valueCount = in.get<qint64>();
    return payload;
}

} // namespace inflight
