// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QCryptographicHash>
#include <QLatin1StringView>

#include <optional>

namespace inflight {

/// A digest that a server gives of the body it sends, content coding included.
struct GivenDigest
{
    QCryptographicHash::Algorithm algorithm = QCryptographicHash::Sha256;
    QByteArray value;        ///< raw bytes, as many as the algorithm has
    QLatin1StringView field; ///< "Repr-Digest"
    QLatin1StringView name;  ///< "sha-256"
};

/// The strongest digest that an answer gives of its whole representation: sha-512 or sha-256 of Repr-Digest
/// (RFC 9530), or of the obsolete Digest (RFC 3230), or Content-MD5 (RFC 2616, section 14.15). The obsolete
/// ones only where there is no content coding: servers never agreed on which side of it they are. Nothing
/// where there is none, or none that can be read.
std::optional<GivenDigest> givenDigest(const HeaderList &headers);

} // namespace inflight
