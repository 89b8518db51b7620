// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/writebehind.h"

#include "async/poolcall.h"

#include <utility>

namespace inflight {

namespace {

std::optional<Fault> write(BodyWriter &writer, const QList<QByteArray> &pieces)
{
    for (const QByteArray &piece : pieces) {
        if (std::optional<Fault> fault = writer.append(piece))
            return fault;
    }
    return writer.flush();
}

qint64 sizeOf(const QList<QByteArray> &pieces)
{
    qint64 size = 0;
    for (const QByteArray &piece : pieces)
        size += piece.size();
    return size;
}

struct Writing
{
    std::optional<Fault> operator()(const std::stop_token &) const { return write(*writer, pieces); }
    BodyWriter *writer;
    QList<QByteArray> pieces;
};

} // namespace

WriteBehind::WriteBehind(Executor &executor, QThreadPool &disk, BodyWriter &writer,
                         std::function<void()> room)
    : m_executor(executor)
    , m_disk(disk)
    , m_writer(writer)
    , m_room(std::move(room))
    , m_written(writer.size())
    , m_file(writer.file())
    , m_scope(executor)
{}

void WriteBehind::append(const QByteArray &piece)
{
    Q_ASSERT(m_executor.isCurrent());
    if (m_fault)
        return;
    m_pieces.append(piece);
    m_underWay += piece.size();
    if (m_underWay > mostUnderWay)
        waitForDisk();
    if (m_writing)
        return;
    m_writing = true;
    m_scope.spawn([this](std::stop_token) { return writeAll(); });
}

QCoro::Task<> WriteBehind::writeAll()
{
    while (!m_pieces.isEmpty() && !m_fault) {
        Writing work{&m_writer, std::exchange(m_pieces, {})};
        const qint64 size = sizeOf(work.pieces);
        const std::stop_token never;
        std::optional<Fault> fault = co_await callInPool(&m_disk, &m_executor, work, never);
        m_underWay -= size;
        take(std::move(fault));
        if (!isFull())
            m_room();
    }
    m_writing = false;
}

/// What is in the writer's hands is through then, and the rest goes from here.
void WriteBehind::waitForDisk()
{
    m_disk.waitForDone();
    const QList<QByteArray> pieces = std::exchange(m_pieces, {});
    m_underWay -= sizeOf(pieces);
    take(write(m_writer, pieces));
}

void WriteBehind::take(std::optional<Fault> fault)
{
    m_written = m_writer.size();
    m_file = m_writer.file();
    if (!fault || m_fault)
        return;
    m_fault = std::move(fault);
    m_underWay -= sizeOf(std::exchange(m_pieces, {}));
}

QCoro::Task<> WriteBehind::settle()
{
    co_await m_scope.join();
    if (m_scope.firstException())
        std::rethrow_exception(m_scope.firstException());
}

} // namespace inflight
