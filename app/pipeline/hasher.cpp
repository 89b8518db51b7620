// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/hasher.h"

#include <openssl/evp.h>

#include <stdexcept>

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

void Hasher::Free::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

Hasher::Hasher(QCryptographicHash::Algorithm algorithm)
    : m_context(EVP_MD_CTX_new())
{
    const EVP_MD *const digest = digestFor(algorithm);
    if (!m_context || !digest || EVP_DigestInit_ex2(m_context.get(), digest, nullptr) != 1) {
        m_context.reset();
        m_instead = std::make_unique<QCryptographicHash>(algorithm);
    }
}

void Hasher::addData(QByteArrayView bytes)
{
    if (!m_context)
        m_instead->addData(bytes);
    else if (EVP_DigestUpdate(m_context.get(), bytes.data(), static_cast<std::size_t>(bytes.size())) != 1)
        throw std::runtime_error("OpenSSL takes no data to hash");
}

QByteArray Hasher::result()
{
    if (!m_context)
        return m_instead->result();
    QByteArray result(EVP_MD_CTX_get_size(m_context.get()), Qt::Uninitialized);
    if (EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(result.data()), nullptr) != 1)
        throw std::runtime_error("OpenSSL gives no hash");
    return result;
}

} // namespace inflight
