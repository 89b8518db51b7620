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
    /// `file`: its path, where somebody else removes it.
    [[nodiscard]] static std::optional<Body> mapped(int descriptor, qint64 size, const QString &file = {});
    /// The path of the file that it lies in, where that has a name and is somebody else's to remove.
    [[nodiscard]] QString file() const;

    [[nodiscard]] qint64 size() const;
    /// All bytes. Valid as long as any copy of this body lives.
    [[nodiscard]] QByteArrayView bytes() const;
    /// The first `size` bytes, or all where it has fewer; where that is the whole body they share its memory.
    [[nodiscard]] QByteArray first(qint64 size) const;
    /// Whether it lies in a file.
    [[nodiscard]] bool onDisk() const;
    /// The bytes from `offset` on (0 to size()), shared with this body.
    [[nodiscard]] Body from(qint64 offset) const;
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
    [[nodiscard]] std::optional<Fault> openTemporary();
    [[nodiscard]] std::optional<Fault> leavePlace(qint64 written);

    qint64 m_limit;
    QString m_place; ///< empty: no file has a name
    qint64 m_size = 0;
    QByteArray m_memory;
    std::unique_ptr<QFile> m_file;
};

/// The Fault too_large of a body that is larger than `limit` bytes.
[[nodiscard]] Fault bodyTooLarge(qint64 limit);

} // namespace inflight
