// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QList>
#include <QString>

namespace inflight {

/// One header field as it stands on the wire. Names compare without case (RFC 9110, section 5.1).
struct Header
{
    QByteArray name;
    QByteArray value;
    friend bool operator==(const Header &, const Header &) = default;
    friend size_t qHash(const Header &header, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, header.name, header.value);
    }
};

/// In the order of the wire; a name may repeat.
using HeaderList = QList<Header>;

/// Whether it is called `name`. Most names differ in their length, and those are not read.
inline bool hasName(const Header &header, QByteArrayView name)
{
    return header.name.size() == name.size() && header.name.compare(name, Qt::CaseInsensitive) == 0;
}

/// What a person reads of bytes that have no charset: UTF-8 where they are that, else ISO 8859-1 (RFC 9110,
/// section 5.5).
inline QString headerText(QByteArrayView bytes)
{
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

/// The first value of `name`, or a null array.
inline QByteArray headerValue(const HeaderList &headers, QByteArrayView name)
{
    for (const Header &header : headers) {
        if (hasName(header, name))
            return header.value;
    }
    return {};
}

} // namespace inflight
