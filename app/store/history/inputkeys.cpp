// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/inputkeys.h"

#include <QCryptographicHash>

namespace inflight {

namespace {

QByteArray fingerprintOf(const RequestTemplate &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &part) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    };
    add(request.method);
    for (const Header &header : request.headers) {
        add(header.name);
        add(header.value);
    }
    add(request.body);
    return hash.result();
}

} // namespace

InputKey InputKeys::next(const JobInput &input)
{
    InputKey key{input.url, fingerprint(input.request), input.firstStage, 0};
    const int occurrence = m_seen[key]++;
    key.occurrence = occurrence;
    return key;
}

QByteArray InputKeys::fingerprint(const std::shared_ptr<const RequestTemplate> &request)
{
    QByteArray &known = m_fingerprints[request];
    if (known.isEmpty())
        known = fingerprintOf(request ? *request : RequestTemplate{});
    return known;
}

} // namespace inflight
