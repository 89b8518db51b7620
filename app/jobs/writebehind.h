// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/scope.h"
#include "pipeline/body.h"

#include <QByteArray>
#include <QList>
#include <QThreadPool>

#include <functional>
#include <optional>

namespace inflight {

/// Hands a large body on to its BodyWriter on a thread that may wait for the disk, in order: a write() takes
/// a tenth of a second when the file system is committing what another file's fdatasync() asked for. Lives on
/// the executor's thread.
class WriteBehind
{
    Q_DISABLE_COPY_MOVE(WriteBehind)

public:
    /// So many bytes under way, and it is full.
    static constexpr qint64 fullAt = 512 * 1024;
    /// Whoever brings more all the same waits for the disk, since the memory has an end.
    static constexpr qint64 mostUnderWay = 64 * 1024 * 1024;

    /// All must outlive it; `writer` is its alone until settle() is over. `room` is called, never inside
    /// append(), when it is no longer full, or has failed.
    WriteBehind(Executor &executor, QThreadPool &disk, BodyWriter &writer, std::function<void()> room);

    void append(const QByteArray &piece);
    [[nodiscard]] bool isFull() const { return m_underWay >= fullAt; }
    /// The writer's fault: nothing is written any more.
    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }
    /// What the writer has taken so far, and the path of its file (BodyWriter::file()).
    [[nodiscard]] qint64 written() const { return m_written; }
    [[nodiscard]] const QString &file() const { return m_file; }
    /// Waits until everything is written, or cannot be. Once, before it is destroyed.
    QCoro::Task<> settle();

private:
    QCoro::Task<> writeAll();
    void waitForDisk();
    void take(std::optional<Fault> fault);

    Executor &m_executor;
    QThreadPool &m_disk;
    BodyWriter &m_writer;
    std::function<void()> m_room;
    QList<QByteArray> m_pieces; ///< not handed on yet
    qint64 m_underWay = 0;      ///< bytes of these and of those in the writer's hands
    qint64 m_written;
    QString m_file;
    std::optional<Fault> m_fault;
    bool m_writing = false;
    Scope m_scope;
};

} // namespace inflight
