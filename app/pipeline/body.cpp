// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/body.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Body)
};

/// Where large temporary files belong: /tmp is for small ones, and is often memory itself.
QString spillFolder()
{
    const QString large = u"/var/tmp"_s;
    const bool chosen = qEnvironmentVariableIsSet("TMPDIR");
    return chosen || !QFileInfo(large).isWritable() ? QDir::tempPath() : large;
}

Fault diskFault(const QString &reason)
{
    return {FaultClass::Write,
            {},
            Words::tr("The body could not be kept in a temporary file in %1: %2. Make room there, or set "
                      "TMPDIR to a folder that has some.")
                .arg(QDir::toNativeSeparators(spillFolder()), reason)};
}

Fault diskFault(const QFileDevice &file)
{
    return diskFault(file.errorString());
}

} // namespace

Body::Body(QByteArray bytes)
    : m_memory(std::move(bytes))
{}

std::optional<Body> Body::mapped(int descriptor, qint64 size)
{
    Body body;
    if (size == 0)
        return body;
    auto mapping = std::make_shared<const Mapping>(descriptor, size);
    if (!mapping->isValid())
        return std::nullopt;
    body.m_spilled = std::move(mapping);
    return body;
}

QByteArrayView Body::whole() const
{
    return m_spilled ? m_spilled->bytes() : QByteArrayView(m_memory);
}

qint64 Body::size() const
{
    return whole().size() - m_offset;
}

QByteArrayView Body::bytes() const
{
    return whole().sliced(m_offset);
}

bool Body::onDisk() const
{
    return m_spilled != nullptr;
}

Body Body::from(qint64 offset) const
{
    Q_ASSERT(offset >= 0 && offset <= size());
    Body rest = *this;
    rest.m_offset += offset;
    return rest;
}

void Body::passed(qint64 from, qint64 to) const
{
    if (m_spilled)
        m_spilled->drop(m_offset + from, m_offset + to);
}

BodyWriter::BodyWriter(qint64 limit)
    : m_limit(limit)
{}
BodyWriter::~BodyWriter() = default;
BodyWriter::BodyWriter(BodyWriter &&) noexcept = default;
BodyWriter &BodyWriter::operator=(BodyWriter &&) noexcept = default;

std::optional<Fault> BodyWriter::append(QByteArrayView piece)
{
    if (piece.size() > m_limit - m_size)
        return bodyTooLarge(m_limit);
    if (!m_file && m_size + piece.size() > spillThreshold) {
        if (auto fault = spill())
            return fault;
    }
    m_size += piece.size();
    if (m_file)
        return write(piece);
    m_memory.append(piece);
    return std::nullopt;
}

std::optional<Fault> BodyWriter::spill()
{
    m_file = std::make_unique<QTemporaryFile>(QDir(spillFolder()).filePath(u"inflight-body-XXXXXX"_s));
    if (!m_file->open())
        return diskFault(*m_file);
    const QByteArray soFar = std::exchange(m_memory, {});
    return write(soFar);
}

std::optional<Fault> BodyWriter::write(QByteArrayView piece)
{
    if (m_file->write(piece.data(), piece.size()) != piece.size())
        return diskFault(*m_file);
    return std::nullopt;
}

Outcome<Body> BodyWriter::finish()
{
    const qint64 size = std::exchange(m_size, 0);
    if (!m_file)
        return Body(std::exchange(m_memory, {}));

    const std::unique_ptr<QTemporaryFile> file = std::move(m_file);
    if (!file->flush())
        return diskFault(*file);
    std::optional<Body> body = Body::mapped(file->handle(), size);
    if (!body)
        return diskFault(qt_error_string());
    return *std::move(body);
}

Fault bodyTooLarge(qint64 limit)
{
    return {FaultClass::TooLarge,
            {},
            Words::tr("The body is larger than the limit of %1 (--max-size); raise it to take this body.")
                .arg(sizeText(limit))};
}

} // namespace inflight
