// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QHostInfo>
#include <QObject>
#include <QString>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace inflight {

/// Looks names up. A look-up that hangs cannot be cancelled, neither here nor in the C library, and Qt's own
/// twenty threads for it would soon all hang, with every other name behind them, and hold up the end of the
/// program: so here each name has a thread of its own, whoever asks for it meanwhile waits for the same one,
/// and a thread that nobody waits for any more is left to itself. Found names are known for a minute, as
/// QHostInfo has it. Lives on the engine's thread.
class Resolver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Resolver)

public:
    using Answer = std::function<void(const QHostInfo &info)>;

    Resolver();
    ~Resolver() override;

    /// Calls `answer` once, from within or later, unless `asker` is told to forget it before.
    void lookUp(const QString &host, const void *asker, Answer answer);
    void forget(const void *asker);

    /// Any thread: how many look-ups of the process have not ended. While there are some, the end of the
    /// program must not wait for threads.
    [[nodiscard]] static int running();

private:
    using Clock = std::chrono::steady_clock;
    struct Mailbox;
    struct Waiter
    {
        const void *asker;
        Answer answer;
    };
    struct Known
    {
        QHostInfo info;
        Clock::time_point until;
    };

    void deliver();
    void remember(const QHostInfo &info);

    std::shared_ptr<Mailbox> m_mailbox;
    std::unordered_map<QString, std::vector<Waiter>> m_waiting; ///< by name; its look-up runs
    QHash<QString, Known> m_known;
};

} // namespace inflight
