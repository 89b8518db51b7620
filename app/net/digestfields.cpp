// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/digestfields.h"

#include "net/codings.h"

#include <array>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Kind
{
    QLatin1StringView name;
    QCryptographicHash::Algorithm algorithm;
};

// The strongest first.
constexpr std::array kinds{Kind{"sha-512"_L1, QCryptographicHash::Sha512},
                           Kind{"sha-256"_L1, QCryptographicHash::Sha256}};

/// The bytes behind `base64`, nothing unless they are as many as the algorithm gives.
std::optional<QByteArray> digestBytes(const QByteArray &base64, QCryptographicHash::Algorithm algorithm)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(base64.trimmed(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != QCryptographicHash::hashLength(algorithm))
        return std::nullopt;
    return decoded.decoded;
}

/// The digest called `name` in a list of `name=value`, its value without what stands around it.
QByteArray member(const QByteArray &list, QLatin1StringView name)
{
    for (const QByteArray &part : list.split(',')) {
        const qsizetype equals = part.indexOf('=');
        if (equals > 0 &&
            QLatin1StringView(part.first(equals).trimmed()).compare(name, Qt::CaseInsensitive) == 0)
            return part.sliced(equals + 1).trimmed();
    }
    return {};
}

/// All values of a field as the one list that they are (RFC 9110, section 5.3).
QByteArray joined(const HeaderList &headers, QByteArrayView name)
{
    QByteArray list;
    for (const Header &header : headers) {
        if (hasName(header, name))
            list += header.value + ',';
    }
    return list;
}

std::optional<GivenDigest> fromReprDigest(const HeaderList &headers)
{
    const QByteArray list = joined(headers, "repr-digest");
    if (list.isEmpty())
        return std::nullopt;
    for (const Kind &kind : kinds) {
        // A byte sequence stands between colons (RFC 8941, section 3.3.5); parameters may follow.
        const QByteArray value = member(list, kind.name);
        const qsizetype end = value.indexOf(':', 1);
        if (!value.startsWith(':') || end < 0)
            continue;
        if (const auto bytes = digestBytes(value.sliced(1, end - 1), kind.algorithm))
            return GivenDigest{kind.algorithm, *bytes, "Repr-Digest"_L1, kind.name};
    }
    return std::nullopt;
}

std::optional<GivenDigest> fromObsoleteFields(const HeaderList &headers)
{
    if (const QByteArray list = joined(headers, "digest"); !list.isEmpty()) {
        for (const Kind &kind : kinds) {
            if (const auto bytes = digestBytes(member(list, kind.name), kind.algorithm))
                return GivenDigest{kind.algorithm, *bytes, "Digest"_L1, kind.name};
        }
    }
    const QByteArray md5 = headerValue(headers, "content-md5");
    if (md5.isEmpty())
        return std::nullopt;
    if (const auto bytes = digestBytes(md5, QCryptographicHash::Md5))
        return GivenDigest{QCryptographicHash::Md5, *bytes, "Content-MD5"_L1, "md5"_L1};
    return std::nullopt;
}

} // namespace

std::optional<GivenDigest> givenDigest(const HeaderList &headers)
{
    // What came is neither the content nor the representation, of which they are.
    if (!unaskedTransferCodings(headers).isEmpty())
        return std::nullopt;
    if (std::optional<GivenDigest> digest = fromReprDigest(headers))
        return digest;
    const QByteArray coding = appliedCodings(headers).trimmed();
    const bool coded = !coding.isEmpty() && coding.compare("identity", Qt::CaseInsensitive) != 0;
    return coded ? std::nullopt : fromObsoleteFields(headers);
}

} // namespace inflight
