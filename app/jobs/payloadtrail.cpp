// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/payloadtrail.h"

#include <tuple>
#include <utility>

namespace inflight {

namespace {

/// All fields by reference; a binding for each, so that one that is added does not compile here.
template <typename SomePayload>
auto fieldsOf(SomePayload &payload)
{
    auto &[body, url, contentType, proposedName, contentEncoding, text, charset, decoded, decodedSize, kind,
           sha256, savedTo, status, headers, depth, values, valueCount, product, productType, beside,
           besideFault] = payload;
    return std::tie(body, url, contentType, proposedName, contentEncoding, text, charset, decoded,
                    decodedSize, kind, sha256, savedTo, status, headers, depth, values, valueCount, product,
                    productType, beside, besideFault);
}

using AllFields = decltype(fieldsOf(std::declval<Payload &>()));
static_assert(std::tuple_size_v<AllFields> <= 32);

template <typename Visit>
void forEachField(Visit visit)
{
    [&]<std::size_t... Index>(std::index_sequence<Index...>)
    {
        (visit(std::integral_constant<std::size_t, Index>()), ...);
    }
    (std::make_index_sequence<std::tuple_size_v<AllFields>>());
}

template <typename Field>
bool isSame(const Field &left, const Field &right)
{
    return left == right;
}

bool isSame(const Body &left, const Body &right)
{
    return left.sharesBytesOf(right);
}

bool isSame(const std::optional<Body> &left, const std::optional<Body> &right)
{
    return left.has_value() == right.has_value() && (!left || isSame(*left, *right));
}

} // namespace

PayloadTrail::PayloadTrail(const QList<Payload> &payloads, QString url)
{
    if (payloads.isEmpty())
        return;
    const Payload &last = payloads.constLast();
    m_last = PackedPayload(last, std::move(url));
    Way way;
    way.steps.reserve(static_cast<std::size_t>(payloads.size()));
    for (const Payload &payload : payloads) {
        const auto [derivable, shared] = compare(payload, last);
        if (derivable) {
            way.steps.push_back({shared});
            continue;
        }
        way.steps.push_back({0, static_cast<int>(way.whole.size())});
        way.whole.push_back(payload);
    }
    way.whole.shrink_to_fit();
    m_way = shared(std::move(way));
}

/// One after the other, the jobs of a run mostly go the same way.
std::shared_ptr<const PayloadTrail::Way> PayloadTrail::shared(Way way)
{
    static thread_local std::shared_ptr<const Way> latest;
    if (!way.whole.empty())
        return std::make_shared<const Way>(std::move(way));
    if (!latest || latest->steps != way.steps)
        latest = std::make_shared<const Way>(std::move(way));
    return latest;
}

std::pair<bool, PayloadTrail::Fields> PayloadTrail::compare(const Payload &payload, const Payload &last)
{
    static const Payload first;
    const auto fields = fieldsOf(payload);
    const auto lastFields = fieldsOf(last);
    const auto firstFields = fieldsOf(first);
    Fields shared = 0;
    bool derivable = true;
    forEachField([&](auto index) {
        if (isSame(std::get<index>(fields), std::get<index>(lastFields)))
            shared |= Fields(1) << index;
        else
            derivable = derivable && isSame(std::get<index>(fields), std::get<index>(firstFields));
    });
    return {derivable, shared};
}

Payload PayloadTrail::at(qsizetype index) const
{
    const Step &step = m_way->steps.at(static_cast<std::size_t>(index));
    if (step.whole >= 0)
        return m_way->whole.at(static_cast<std::size_t>(step.whole));
    const Payload last = m_last.unpacked();
    Payload payload;
    auto fields = fieldsOf(payload);
    const auto lastFields = fieldsOf(last);
    forEachField([&](auto place) {
        if (step.shared & (Fields(1) << place))
            std::get<place>(fields) = std::get<place>(lastFields);
    });
    return payload;
}

QList<Payload> PayloadTrail::payloads() const
{
    QList<Payload> all;
    all.reserve(size());
    for (qsizetype index = 0; index < size(); ++index)
        all.append(at(index));
    return all;
}

void PayloadTrail::forEachBody(const std::function<void(const Body &)> &visit) const
{
    for (const Body &body : m_last.bodies())
        visit(body);
    if (isEmpty())
        return;
    for (const Payload &payload : m_way->whole) {
        visit(payload.body);
        for (const std::optional<Body> *const body :
             {&payload.text, &payload.values, &payload.product, &payload.beside}) {
            if (*body)
                visit(**body);
        }
    }
}

qsizetype PayloadTrail::wholeOnes() const
{
    return isEmpty() ? 0 : 1 + static_cast<qsizetype>(m_way->whole.size());
}

} // namespace inflight
