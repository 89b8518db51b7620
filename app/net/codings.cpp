// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/codings.h"

namespace inflight {

namespace {

void join(QByteArray &list, const QByteArray &more)
{
    if (list.isEmpty())
        list = more;
    else if (!more.isEmpty())
        list += ", " + more;
}

} // namespace

QByteArray unaskedTransferCodings(const HeaderList &headers)
{
    QByteArray codings;
    for (const Header &header : headers) {
        if (!hasName(header, "transfer-encoding"))
            continue;
        for (const QByteArray &part : header.value.split(',')) {
            const QByteArray coding = part.trimmed();
            if (coding.compare("chunked", Qt::CaseInsensitive) != 0)
                join(codings, coding);
        }
    }
    return codings;
}

QByteArray appliedCodings(const HeaderList &headers)
{
    QByteArray codings;
    for (const Header &header : headers) {
        if (hasName(header, "content-encoding"))
            join(codings, header.value);
    }
    join(codings, unaskedTransferCodings(headers));
    return codings;
}

} // namespace inflight
