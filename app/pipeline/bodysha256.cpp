// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/bodysha256.h"

#include "pipeline/hasher.h"
#include "pipeline/slices.h"

namespace inflight {

QByteArray sha256Of(const Body &body, const StageContext &context)
{
    if (const QByteArray known = body.knownSha256(); !known.isEmpty()) {
        report(context, body.size(), body.size());
        return known;
    }
    Hasher hash(QCryptographicHash::Sha256);
    const bool all = inSlices(body, context, [&hash](QByteArrayView slice) {
        hash.addData(slice);
        return true;
    });
    return all ? hash.result().toHex() : QByteArray();
}

} // namespace inflight
