// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/scriptplayer.h"

#include <QScopedValueRollback>
#include <QSslSocket>
#include <QTcpSocket>

namespace inflight {

namespace {

constexpr qint64 highWater = 128 * 1024;
constexpr qint64 piece = 64 * 1024;

} // namespace

ScriptPlayer::ScriptPlayer(QTcpSocket *socket, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &ScriptPlayer::advance);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ScriptPlayer::advance);
    if (const auto *tls = qobject_cast<QSslSocket *>(m_socket))
        connect(tls, &QSslSocket::encryptedBytesWritten, this, &ScriptPlayer::advance);
}

void ScriptPlayer::play(const Script &script, bool withBody)
{
    Q_ASSERT(!m_playing);
    m_steps = script.steps();
    m_step = 0;
    m_offset = 0;
    m_waited = false;
    m_withBody = withBody;
    m_playing = true;
    advance();
}

void ScriptPlayer::stop()
{
    m_playing = false;
    m_timer.stop();
}

void ScriptPlayer::setReleased(bool released)
{
    m_released = released;
    advance();
}

void ScriptPlayer::advance()
{
    // Flushing emits bytesWritten at once, and finished() may start the next script: the loop sees both.
    if (m_advancing)
        return;
    const QScopedValueRollback guard(m_advancing, true);
    while (m_playing && takeStep()) {
    }
}

bool ScriptPlayer::takeStep()
{
    if (m_step >= m_steps.size())
        return flushed() && end(ScriptEnd::KeepAlive);
    const Script::Step step = m_steps.at(m_step);
    const bool taken = std::visit([this](const auto &each) { return take(each); }, step);
    if (taken && m_playing) {
        ++m_step;
        m_offset = 0;
        m_waited = false;
    }
    return taken;
}

bool ScriptPlayer::take(const Script::Send &step)
{
    if (step.isBody && !m_withBody)
        return true;
    while (m_offset < step.bytes.size()) {
        if (!hasRoom())
            return false;
        const qint64 size = qMin(piece, step.bytes.size() - m_offset);
        m_socket->write(step.bytes.constData() + m_offset, size);
        m_offset += size;
    }
    return true;
}

bool ScriptPlayer::take(const Script::Stream &step)
{
    if (!m_withBody)
        return true;
    while (m_offset < step.size) {
        if (m_timer.isActive() || !hasRoom())
            return false;
        const QByteArray bytes = step.source(m_offset, qMin(step.chunk, step.size - m_offset));
        Q_ASSERT(!bytes.isEmpty());
        m_socket->write(bytes);
        m_offset += bytes.size();
        if (step.interval.count() > 0 && m_offset < step.size) {
            m_socket->flush();
            m_timer.start(step.interval);
        }
    }
    return true;
}

bool ScriptPlayer::take(const Script::Wait &step)
{
    if (m_waited)
        return !m_timer.isActive();
    m_waited = true;
    m_socket->flush();
    m_timer.start(step.time);
    return false;
}

bool ScriptPlayer::take(const Script::Hold & /*step*/)
{
    m_socket->flush();
    return m_released;
}

bool ScriptPlayer::take(const Script::Close & /*step*/)
{
    return flushed() && end(ScriptEnd::Close);
}

bool ScriptPlayer::take(const Script::Reset & /*step*/)
{
    m_socket->flush();
    return end(ScriptEnd::Reset);
}

bool ScriptPlayer::take(const Script::Stall & /*step*/)
{
    m_socket->flush();
    return false;
}

bool ScriptPlayer::flushed()
{
    m_socket->flush();
    return pendingBytes() == 0;
}

bool ScriptPlayer::hasRoom()
{
    if (pendingBytes() >= highWater)
        m_socket->flush();
    return pendingBytes() < highWater;
}

qint64 ScriptPlayer::pendingBytes() const
{
    const auto *tls = qobject_cast<QSslSocket *>(m_socket);
    return m_socket->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

bool ScriptPlayer::end(ScriptEnd end)
{
    if (!m_playing) // the flush before found the peer gone
        return false;
    m_playing = false;
    Q_EMIT finished(end);
    return true;
}

} // namespace inflight
