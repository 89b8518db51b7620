// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace inflight {

/// What is known of a file beside the bytes that are mapped.
struct MappedFile
{
    QString path;            ///< when it is somebody else's to remove
    QByteArray sha256;       ///< of the mapped bytes, in lower-case hex; empty: not known
    bool isNameless = false; ///< it can be given a name (Mapping::linkTo()), and stays open for that
};

/// The first bytes of a file as memory to read from. Needs the file no more once it is made: not its
/// descriptor, nor its name. Immutable but for the name that its file may get; safe to read from any thread.
class Mapping
{
    Q_DISABLE_COPY_MOVE(Mapping)

public:
    /// Maps `size` bytes, at least one, of the open file `descriptor`.
    Mapping(int descriptor, qint64 size, MappedFile about = {});
    ~Mapping();

    /// False when the system refused; then errno says why and there are no bytes.
    [[nodiscard]] bool isValid() const { return m_start != nullptr; }
    [[nodiscard]] const MappedFile &about() const { return m_about; }
    [[nodiscard]] QByteArrayView bytes() const { return {m_start, isValid() ? m_size : 0}; }
    /// Brings the pages from `from` to `to` in at one go, where the system can, instead of each when it is
    /// touched. What is given to write() had better be there: newer kernels (Linux 6.15) find out by a copy
    /// that breaks off, and clear the rest of what they write to each time.
    void fetch(qint64 from, qint64 to) const;
    /// Takes whole pages from `from` to `to` out of the process's memory: pages that were read count as the
    /// process's own until they are dropped. They come back from the file when they are read again.
    void drop(qint64 from, qint64 to) const;
    /// Puts a nameless file on the disk and gives it the name `path`; errno says why where that is refused,
    /// EEXIST: the name is taken. From then on the bytes are anybody's to change, and reading them is over.
    [[nodiscard]] bool linkTo(const QString &path) const;

private:
    char *m_start = nullptr;
    qint64 m_size;
    const MappedFile m_about;
    int m_descriptor = -1; ///< of a nameless file
};

} // namespace inflight
