// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/bodydigest.h"

#include "pipeline/hasher.h"
#include "pipeline/slices.h"

namespace inflight {

QByteArray digestOf(const Body &body, QCryptographicHash::Algorithm algorithm, const StageContext &context)
{
    const QByteArray known = body.knownSha256();
    if (algorithm == QCryptographicHash::Sha256 && !known.isEmpty()) {
        report(context, body.size(), body.size());
        return known;
    }
    Hasher hash(algorithm);
    const bool all = inSlices(body, context, [&hash](QByteArrayView slice) {
        hash.addData(slice);
        return true;
    });
    return all ? hash.result().toHex() : QByteArray();
}

} // namespace inflight
