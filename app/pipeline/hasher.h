// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QCryptographicHash>

#include <memory>

struct evp_md_ctx_st; // OpenSSL's EVP_MD_CTX

namespace inflight {

/// The hash of bodies: as QCryptographicHash, by OpenSSL, which uses what the processor has for it (SHA-256
/// at several times the speed of Qt 6.4's portable code). Any thread, one at a time.
class Hasher
{
public:
    explicit Hasher(QCryptographicHash::Algorithm algorithm);

    void addData(QByteArrayView bytes);
    /// Raw bytes, of everything that was added; once.
    [[nodiscard]] QByteArray result();

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };

    std::unique_ptr<evp_md_ctx_st, Free> m_context; ///< null: OpenSSL is set up to refuse the algorithm
    std::unique_ptr<QCryptographicHash> m_instead;  ///< then this
};

} // namespace inflight
