// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/script.h"

#include <QObject>
#include <QTimer>

QT_BEGIN_NAMESPACE
class QTcpSocket;
QT_END_NAMESPACE

namespace inflight {

/// How a script left its connection.
enum class ScriptEnd { KeepAlive, Close, Reset };

/// Plays one script after another on a socket: never blocks, and keeps no more than some 128 KB waiting in
/// the socket whatever the size of a body. Lives on the server's thread.
class ScriptPlayer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ScriptPlayer)

public:
    /// `socket` must outlive the player.
    explicit ScriptPlayer(QTcpSocket *socket, QObject *parent = nullptr);

    /// Starts `script`; the one before must be over. finished() may come before this returns.
    void play(const Script &script, bool withBody);
    /// Gives up what is playing; no finished() for it.
    void stop();
    /// Whether hold steps let pass.
    void setReleased(bool released);

Q_SIGNALS:
    /// Every step is taken and, but for a reset, every byte handed to the system.
    void finished(inflight::ScriptEnd end);

private:
    void advance();
    [[nodiscard]] bool takeStep();
    [[nodiscard]] bool take(const Script::Send &step);
    [[nodiscard]] bool take(const Script::Stream &step);
    [[nodiscard]] bool take(const Script::Wait &step);
    [[nodiscard]] bool take(const Script::Hold &step);
    [[nodiscard]] bool take(const Script::Close &step);
    [[nodiscard]] bool take(const Script::Reset &step);
    [[nodiscard]] bool take(const Script::Stall &step);
    [[nodiscard]] bool flushed();
    [[nodiscard]] bool hasRoom();
    [[nodiscard]] qint64 pendingBytes() const;
    [[nodiscard]] bool end(ScriptEnd end);

    QTcpSocket *m_socket;
    QTimer m_timer;
    QList<Script::Step> m_steps;
    qsizetype m_step = 0;
    qint64 m_offset = 0;   ///< bytes sent of the present step
    bool m_waited = false; ///< the present wait was begun
    bool m_withBody = true;
    bool m_playing = false;
    bool m_released = false;
    bool m_advancing = false;
};

} // namespace inflight
