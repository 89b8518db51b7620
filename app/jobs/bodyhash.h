// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/body.h"

#include <QCryptographicHash>

#include <stop_token>

namespace inflight {

/// The hash of a body as it came, as a call for the pool. Copyable.
class BodyHash
{
public:
    BodyHash(Body body, QCryptographicHash::Algorithm algorithm)
        : m_body(std::move(body))
        , m_algorithm(algorithm)
    {}
    /// Raw bytes; empty when stopped.
    [[nodiscard]] QByteArray operator()(std::stop_token stop) const;

private:
    Body m_body;
    QCryptographicHash::Algorithm m_algorithm;
};

} // namespace inflight
