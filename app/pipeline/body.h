// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/outcome.h"
#include "pipeline/mapping.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QFile>
#include <QString>

#include <memory>

namespace inflight {

class Hasher;

/// The bytes of a body: in memory while small, in a temporary file without a name that is mapped into the
/// address space once large, so that many large bodies at once do not fill the memory. Immutable, cheap to
/// copy (shared), safe to pass between threads; read by one thread at a time.
class Body
{
public:
    Body() = default;
    explicit Body(QByteArray bytes);
    /// The first `size` bytes of the open file `descriptor`, which is needed no more afterwards; nothing when
    /// the system refuses.
    [[nodiscard]] static std::optional<Body> mapped(int descriptor, qint64 size, MappedFile about = {});
    /// The path of the file that it lies in, where that has a name and is somebody else's to remove.
    [[nodiscard]] QString file() const;
    /// The SHA-256 of its bytes in lower-case hex, where it was taken while they came; else empty
    /// (sha256Of() takes it).
    [[nodiscard]] QByteArray knownSha256() const;

    [[nodiscard]] qint64 size() const;
    /// All bytes. Valid as long as any copy of this body lives.
    [[nodiscard]] QByteArrayView bytes() const;
    /// The first `size` bytes, or all where it has fewer; where that is the whole body they share its memory.
    [[nodiscard]] QByteArray first(qint64 size) const;
    /// Whether it lies in a file.
    [[nodiscard]] bool onDisk() const;
    /// The bytes from `offset` on (0 to size()), shared with this body.
    [[nodiscard]] Body from(qint64 offset) const;
    /// Whether they are the same bytes of the same memory, not only alike.
    [[nodiscard]] bool sharesBytesOf(const Body &other) const;
    /// Whether linkTo() can make a file of it.
    [[nodiscard]] bool isLinkable() const;
    /// Makes its file, which had no name, the file `path`, without a copy. False when that is refused; errno
    /// says why, EEXIST: the name is taken. Who reads it afterwards reads what others may change or cut off,
    /// which ends the process: nobody may. On a thread that may wait for the disk.
    [[nodiscard]] bool linkTo(const QString &path) const;
    /// Says that the bytes from `from` to `to` are about to be read.
    void approaching(qint64 from, qint64 to) const;
    /// Says that the bytes from `from` to `to` were read and are not wanted soon again, so that a large body
    /// does not fill the memory page by page while it is read.
    void passed(qint64 from, qint64 to) const;

private:
    [[nodiscard]] QByteArrayView whole() const;

    QByteArray m_memory;
    std::shared_ptr<const Mapping> m_spilled;
    qint64 m_offset = 0;
};

/// Collects a body piece by piece, at most `limit` bytes of it, spilling to a temporary file past
/// `spillThreshold`: in $TMPDIR, or else in /var/tmp, since /tmp is often memory itself (file-hierarchy(7)).
/// Owned and used by one thread at a time.
class BodyWriter
{
public:
    static constexpr qint64 spillThreshold = 1024 * 1024;

    explicit BodyWriter(qint64 limit);
    /// Spills to a file with a name instead, `place` and some letters, that stays when the writer and the
    /// body are gone; to a temporary one where that cannot be written. Makes the folder and the one it is in,
    /// for their owner alone.
    BodyWriter(qint64 limit, QString place);
    /// Goes on with such a file, at most `most` bytes of it; nothing when there are none.
    [[nodiscard]] static std::optional<BodyWriter> reopen(const QString &file, qint64 most, qint64 limit);
    ~BodyWriter();
    BodyWriter(BodyWriter &&) noexcept;
    BodyWriter &operator=(BodyWriter &&) noexcept;

    /// Takes the SHA-256 of a body that becomes large on its way (Body::knownSha256()), so that it need not
    /// be read again for that. Before the first piece.
    void takeSha256() { m_takesSha256 = true; }
    /// Spills to a file that can become one in `folder`, which is made (Body::isLinkable()), where that can
    /// be written and its file system can; empty: nowhere. Before the first piece.
    void spillTo(const QString &folder) { m_folder = folder; }
    /// Makes room in memory for a body that is said to have `size` bytes, as far as that can be believed.
    void expect(qint64 size);
    /// Nothing when taken; Fault too_large past the limit, write when the disk refuses. After a fault the
    /// writer is spent.
    [[nodiscard]] std::optional<Fault> append(QByteArrayView piece);
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Whether `more` bytes leave it in memory.
    [[nodiscard]] bool hasRoomInMemory(qint64 more) const
    {
        return !m_file && m_size + more <= spillThreshold;
    }
    /// Hands what its file still buffers to the system; after append().
    [[nodiscard]] std::optional<Fault> flush();
    /// The path of the file with a name that it writes to; empty: there is none.
    [[nodiscard]] QString file() const;
    /// The body so far; the writer is empty afterwards. Fault write when the file cannot be mapped.
    [[nodiscard]] Outcome<Body> finish();

private:
    [[nodiscard]] std::optional<Fault> spill();
    [[nodiscard]] std::optional<Fault> write(QByteArrayView piece);
    [[nodiscard]] bool openPlace();
    [[nodiscard]] bool openLinkable();
    void sendAhead();
    [[nodiscard]] std::optional<Fault> openTemporary();
    [[nodiscard]] std::optional<Fault> leavePlace(qint64 written);

    qint64 m_limit;
    QString m_place; ///< empty: no file has a name
    qint64 m_size = 0;
    QByteArray m_memory;
    std::unique_ptr<QFile> m_file;
    QString m_folder;
    bool m_isLinkable = false; ///< m_file can become one in m_folder
    qint64 m_sentAhead = 0;    ///< of it, what the disk was told to begin with
    bool m_takesSha256 = false;
    std::unique_ptr<Hasher> m_hash; ///< of all bytes so far, once there is a file
};

/// The Fault too_large of a body that is larger than `limit` bytes.
[[nodiscard]] Fault bodyTooLarge(qint64 limit);

} // namespace inflight
