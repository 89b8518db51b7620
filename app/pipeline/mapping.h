// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace inflight {

/// The first bytes of a file as memory to read from. Needs the file no more once it is made: not its
/// descriptor, nor its name. Immutable; safe to read from any thread.
class Mapping
{
    Q_DISABLE_COPY_MOVE(Mapping)

public:
    /// Maps `size` bytes, at least one, of the open file `descriptor`. `file`: its path, when that is
    /// somebody else's to remove.
    Mapping(int descriptor, qint64 size, QString file = {});
    ~Mapping();

    /// False when the system refused; then errno says why and there are no bytes.
    [[nodiscard]] bool isValid() const { return m_start != nullptr; }
    [[nodiscard]] const QString &file() const { return m_file; }
    [[nodiscard]] QByteArrayView bytes() const { return {m_start, isValid() ? m_size : 0}; }
    /// Brings the pages from `from` to `to` in at one go, where the system can, instead of each when it is
    /// touched. What is given to write() had better be there: newer kernels (Linux 6.15) find out by a copy
    /// that breaks off, and clear the rest of what they write to each time.
    void fetch(qint64 from, qint64 to) const;
    /// Takes whole pages from `from` to `to` out of the process's memory: pages that were read count as the
    /// process's own until they are dropped. They come back from the file when they are read again.
    void drop(qint64 from, qint64 to) const;

private:
    char *m_start = nullptr;
    qint64 m_size;
    const QString m_file;
};

} // namespace inflight
