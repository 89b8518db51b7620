// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/hasher.h"

#include <openssl/evp.h>

namespace inflight {

namespace {

/// Looked up once: EVP_sha256() and its like look the algorithm up with every use (OpenSSL's
/// migration_guide(7), "Explicit fetching").
const EVP_MD *fetched(const char *name)
{
    return EVP_MD_fetch(nullptr, name, nullptr);
}

const EVP_MD *digestFor(QCryptographicHash::Algorithm algorithm)
{
    static const EVP_MD *const md5 = fetched("MD5");
    static const EVP_MD *const sha1 = fetched("SHA1");
    static const EVP_MD *const sha256 = fetched("SHA2-256");
    static const EVP_MD *const sha512 = fetched("SHA2-512");
    switch (algorithm) {
    case QCryptographicHash::Md5:
        return md5;
    case QCryptographicHash::Sha1:
        return sha1;
    case QCryptographicHash::Sha256:
        return sha256;
    case QCryptographicHash::Sha512:
        return sha512;
    default:
        return nullptr;
    }
}

} // namespace

struct Hasher::Context
{
    struct Free
    {
        void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Hasher::Hasher(QCryptographicHash::Algorithm algorithm)
{
    const EVP_MD *const digest = digestFor(algorithm);
    auto context = std::make_unique<Context>();
    if (digest && EVP_DigestInit_ex2(context->context.get(), digest, nullptr) == 1)
        m_context = std::move(context);
    else
        m_instead = std::make_unique<QCryptographicHash>(algorithm);
}

Hasher::Hasher(Hasher &&) noexcept = default;
Hasher &Hasher::operator=(Hasher &&) noexcept = default;
Hasher::~Hasher() = default;

void Hasher::addData(QByteArrayView bytes)
{
    if (m_context)
        EVP_DigestUpdate(m_context->context.get(), bytes.data(), static_cast<std::size_t>(bytes.size()));
    else
        m_instead->addData(bytes);
}

QByteArray Hasher::result()
{
    if (!m_context)
        return m_instead->result();
    QByteArray result(EVP_MD_CTX_get_size(m_context->context.get()), Qt::Uninitialized);
    EVP_DigestFinal_ex(m_context->context.get(), reinterpret_cast<unsigned char *>(result.data()), nullptr);
    return result;
}

} // namespace inflight
