// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/body.h"

#include <algorithm>
#include <utility>

#include <fcntl.h>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryFile>
#include <QThreadPool>

#include "pipeline/hasher.h"
#include "pipeline/namelessfile.h"
#include "pipeline/wording.h"

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

struct BodyWords
{
    Q_DECLARE_TR_FUNCTIONS(inflight::Body)
};

/// A server may announce what it likes.
constexpr qint64 mostExpected = 64 * 1024;
constexpr qint64 sentAtOnce = 8 * 1024 * 1024;
constexpr qint64 letGoHere = 16 * 1024 * 1024;

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
            BodyWords::tr("The body could not be kept in a temporary file in %1: %2. Make room there, or set "
                          "TMPDIR to a folder that has some.")
                .arg(QDir::toNativeSeparators(spillFolder()), reason)};
}

Fault diskFault(const QFileDevice &file)
{
    return diskFault(file.errorString());
}

/// The end of a mapping may be that of its file, which takes the system a millisecond for some ten
/// megabytes, and the last one to hold a body is an event loop.
void letGo(const Mapping *mapping)
{
    if (mapping->bytes().size() < letGoHere)
        delete mapping;
    else
        QThreadPool::globalInstance()->start([mapping] { delete mapping; });
}

} // namespace

Body::Body(QByteArray bytes)
    : m_memory(std::move(bytes))
{}

std::optional<Body> Body::mapped(int descriptor, qint64 size, MappedFile about)
{
    Body body;
    if (size == 0)
        return body;
    std::shared_ptr<const Mapping> mapping(new Mapping(descriptor, size, std::move(about)), letGo);
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

QByteArray Body::first(qint64 size) const
{
    if (!m_spilled && m_offset == 0 && size >= m_memory.size())
        return m_memory;
    const QByteArrayView all = bytes();
    return all.first(std::min(size, all.size())).toByteArray();
}

QString Body::file() const
{
    return m_spilled && m_offset == 0 ? m_spilled->about().path : QString();
}

QByteArray Body::knownSha256() const
{
    return m_spilled && m_offset == 0 ? m_spilled->about().sha256 : QByteArray();
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

bool Body::sharesBytesOf(const Body &other) const
{
    return size() == other.size() && bytes().data() == other.bytes().data();
}

bool Body::isLinkable() const
{
    return m_spilled && m_offset == 0 && m_spilled->about().isNameless;
}

bool Body::linkTo(const QString &path) const
{
    Q_ASSERT(isLinkable());
    return m_spilled->linkTo(path);
}

void Body::approaching(qint64 from, qint64 to) const
{
    if (m_spilled)
        m_spilled->fetch(m_offset + from, m_offset + to);
}

void Body::passed(qint64 from, qint64 to) const
{
    if (m_spilled)
        m_spilled->drop(m_offset + from, m_offset + to);
}

BodyWriter::BodyWriter(qint64 limit)
    : m_limit(limit)
{}
BodyWriter::BodyWriter(qint64 limit, QString place)
    : m_limit(limit)
    , m_place(std::move(place))
{}
BodyWriter::~BodyWriter() = default;
BodyWriter::BodyWriter(BodyWriter &&) noexcept = default;
BodyWriter &BodyWriter::operator=(BodyWriter &&) noexcept = default;

void BodyWriter::expect(qint64 size)
{
    if (!m_file && size > m_memory.size())
        m_memory.reserve(std::min(size, mostExpected));
}

std::optional<Fault> BodyWriter::append(QByteArrayView piece)
{
    if (piece.size() > m_limit - m_size)
        return bodyTooLarge(m_limit);
    if (!m_file && !hasRoomInMemory(piece.size())) {
        if (auto fault = spill())
            return fault;
    }
    m_size += piece.size();
    if (m_hash)
        m_hash->addData(piece);
    if (m_file)
        return write(piece);
    m_memory.append(piece);
    return std::nullopt;
}

std::optional<Fault> BodyWriter::spill()
{
    const bool open = m_place.isEmpty() ? openLinkable() : openPlace();
    if (!open) {
        if (auto fault = openTemporary())
            return fault;
    }
    const QByteArray soFar = std::exchange(m_memory, {});
    if (m_takesSha256) {
        m_hash = std::make_unique<Hasher>(QCryptographicHash::Sha256);
        m_hash->addData(soFar);
    }
    return write(soFar);
}

bool BodyWriter::openPlace()
{
    const QString folder = QFileInfo(m_place).path();
    for (const QString &each : {QFileInfo(folder).path(), folder})
        QDir().mkdir(each, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    const QString letters = QString::number(QRandomGenerator::global()->generate(), 36);
    auto file = std::make_unique<QFile>(m_place + u'-' + letters);
    // Unbuffered: what was written is there when the process is killed.
    if (!file->open(QIODevice::ReadWrite | QIODevice::NewOnly | QIODevice::Unbuffered))
        return false;
    m_file = std::move(file);
    return true;
}

/// Readable by whom other files of the folder are, once it has a name.
bool BodyWriter::openLinkable()
{
    if (m_folder.isEmpty() || !QDir().mkpath(m_folder))
        return false;
    const int descriptor = openNameless(m_folder);
    if (descriptor < 0)
        return false;
    m_file = std::make_unique<QFile>();
    m_sentAhead = 0;
    m_isLinkable =
        m_file->open(descriptor, QIODevice::ReadWrite | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
    return m_isLinkable;
}

std::optional<Fault> BodyWriter::openTemporary()
{
    auto file = std::make_unique<QTemporaryFile>(QDir(spillFolder()).filePath(u"inflight-body-XXXXXX"_s));
    m_place.clear();
    m_isLinkable = false;
    if (!file->open())
        return diskFault(*file);
    m_file = std::move(file);
    return std::nullopt;
}

std::optional<Fault> BodyWriter::write(QByteArrayView piece)
{
    const qint64 before = m_file->pos();
    if (m_file->write(piece.data(), piece.size()) == piece.size()) {
        sendAhead();
        return std::nullopt;
    }
    if (m_place.isEmpty() && !m_isLinkable)
        return diskFault(*m_file);
    if (auto fault = leavePlace(before))
        return fault;
    return write(piece);
}

/// What becomes a file is to be on the disk by then: the disk begins while the rest is still on its way.
void BodyWriter::sendAhead()
{
    const qint64 end = m_file->pos();
    if (!m_isLinkable || end - m_sentAhead < sentAtOnce)
        return;
    ::sync_file_range(m_file->handle(), m_sentAhead, end - m_sentAhead, SYNC_FILE_RANGE_WRITE);
    m_sentAhead = end;
}

/// The disk takes no more of the file in its chosen place: another one may.
std::optional<Fault> BodyWriter::leavePlace(qint64 written)
{
    const std::unique_ptr<QFile> left = std::exchange(m_file, nullptr);
    if (auto fault = openTemporary())
        return fault;
    left->seek(0);
    for (qint64 at = 0; at < written;) {
        const QByteArray slice = left->read(std::min<qint64>(written - at, spillThreshold));
        if (slice.isEmpty())
            return diskFault(*left);
        if (auto fault = write(slice))
            return fault;
        at += slice.size();
    }
    if (!left->fileName().isEmpty())
        left->remove();
    return std::nullopt;
}

std::optional<BodyWriter> BodyWriter::reopen(const QString &file, qint64 most, qint64 limit)
{
    BodyWriter writer(limit, file);
    writer.m_file = std::make_unique<QFile>(file);
    QFile &opened = *writer.m_file;
    if (!opened.open(QIODevice::ReadWrite | QIODevice::ExistingOnly | QIODevice::Unbuffered))
        return std::nullopt;
    writer.m_size = std::min(opened.size(), most);
    const bool ready = opened.size() == writer.m_size || opened.resize(writer.m_size);
    if (writer.m_size <= 0 || !ready || !opened.seek(writer.m_size))
        return std::nullopt;
    return writer;
}

QString BodyWriter::file() const
{
    return m_file && !m_place.isEmpty() ? m_file->fileName() : QString();
}

std::optional<Fault> BodyWriter::flush()
{
    if (m_file && !m_file->flush())
        return diskFault(*m_file);
    return std::nullopt;
}

Outcome<Body> BodyWriter::finish()
{
    const qint64 size = std::exchange(m_size, 0);
    if (!m_file) {
        m_memory.squeeze(); // bodies are kept
        return Body(std::exchange(m_memory, {}));
    }

    const QString named = file();
    const std::unique_ptr<Hasher> hash = std::move(m_hash);
    if (std::optional<Fault> fault = flush())
        return *std::move(fault);
    const std::unique_ptr<QFile> written = std::move(m_file);
    const bool isLinkable = std::exchange(m_isLinkable, false);
    std::optional<Body> body = Body::mapped(
        written->handle(), size, {named, hash ? hash->result().toHex() : QByteArray(), isLinkable});
    if (!body)
        return diskFault(qt_error_string());
    return *std::move(body);
}

Fault bodyTooLarge(qint64 limit)
{
    return {FaultClass::TooLarge,
            {},
            BodyWords::tr("The body is larger than the limit of %1 (--max-size); raise it to take this body.")
                .arg(sizeText(limit))};
}

} // namespace inflight
