// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/body.h"

#include <QCoreApplication>
#include <QDir>

#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Body)
};

Fault diskFault(const QFileDevice &file)
{
    return {FaultClass::Write,
            {},
            Words::tr("The body could not be kept in a temporary file in %1: %2. Make room there, or set "
                      "TMPDIR to a folder that has some.")
                .arg(QDir::toNativeSeparators(QDir::tempPath()), file.errorString())};
}

} // namespace

struct Body::Spilled
{
    std::unique_ptr<QTemporaryFile> file; // closing it would end the mapping
    QByteArrayView bytes;
};

Body::Body(QByteArray bytes)
    : m_memory(std::move(bytes))
{}

QByteArrayView Body::whole() const
{
    return m_spilled ? m_spilled->bytes : QByteArrayView(m_memory);
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
    m_file = std::make_unique<QTemporaryFile>(QDir::temp().filePath(u"inflight-body-XXXXXX"_s));
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

    auto spilled = std::make_shared<Body::Spilled>();
    spilled->file = std::move(m_file);
    const uchar *const start = spilled->file->flush() ? spilled->file->map(0, size) : nullptr;
    if (!start)
        return diskFault(*spilled->file);
    spilled->bytes = QByteArrayView(start, size);
    Body body;
    body.m_spilled = std::move(spilled);
    return body;
}

Fault bodyTooLarge(qint64 limit)
{
    return {FaultClass::TooLarge,
            {},
            Words::tr("The body is larger than the limit of %1 (--max-size); raise it to take this body.")
                .arg(sizeText(limit))};
}

} // namespace inflight
