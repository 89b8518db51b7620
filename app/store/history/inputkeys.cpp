// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/inputkeys.h"

#include "net/redaction.h"

#include <QCryptographicHash>

namespace inflight {

namespace {

QByteArray fingerprintOf(const RequestTemplate &request, InputKeys::Secret secret)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    add(request.method);
    for (const Header &header : request.headers) {
        if (secret == InputKeys::Secret::Ignored && isSecretHeader(header.name))
            continue;
        add(header.name);
        add(header.value);
    }
    add(request.body);
    return hash.result();
}

} // namespace

InputKey InputKeys::next(const JobInput &input)
{
    const bool whole = m_secret == Secret::Counted;
    InputKey key{whole ? input.url : displayUrl(input.url, Secrets::Redacted), fingerprint(input.request),
                 input.firstStage, 0};
    const int occurrence = m_seen[key]++;
    key.occurrence = occurrence;
    return key;
}

QByteArray InputKeys::fingerprint(const std::shared_ptr<const RequestTemplate> &request)
{
    QByteArray &known = m_fingerprints[request];
    if (known.isEmpty())
        known = fingerprintOf(request ? *request : RequestTemplate{}, m_secret);
    return known;
}

} // namespace inflight
