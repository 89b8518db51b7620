// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <variant>

#include <sys/types.h>

namespace inflight {

/// An open file of the process, closed when it goes.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : m_number(number)
    {}
    ~Descriptor() { close(); }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {}
    Descriptor &operator=(Descriptor &&other) noexcept;

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    void close();

private:
    int m_number = -1;
};

/// A program with pipes to its standard streams, in a process group of its own. Its end is the group's:
/// nothing of it is left when this goes. Used by one thread at a time; needs no event loop. Its pipes do not
/// block.
class ChildProcess
{
    Q_DISABLE_COPY_MOVE(ChildProcess)

public:
    static constexpr int tickMs = 20; ///< a wait of those who must see a stop
    static constexpr int readSize = 64 * 1024;
    /// Who writes without end must not keep its reader from looking up.
    static constexpr int readsPerTurn = 64;

    ~ChildProcess();

    /// Starts `command` (the program, by name or path, then its arguments) with the environment of this
    /// process and `environment` ("NAME=value") beside; or says why not, in the system's words.
    static std::variant<std::unique_ptr<ChildProcess>, QString> start(const QStringList &command,
                                                                      const QStringList &environment = {});

    Descriptor in;  ///< its standard input
    Descriptor out; ///< its standard output
    Descriptor err; ///< its standard error

    /// Waits until one of the pipes can be used, at most `ms`. `wantsIn`: there is something to be written.
    void wait(bool wantsIn, int ms) const;
    /// Writes as much as goes in at once; -1 when nobody reads any more.
    qint64 write(QByteArrayView bytes);
    /// Reads what is there, at most `size` bytes: 0 when there is nothing yet, -1 at the end.
    static qint64 read(Descriptor &from, char *to, qint64 size);

    /// Its exit code, or minus the signal that ended it; nothing while it runs.
    [[nodiscard]] std::optional<int> exitCode();
    /// Asks the whole group to end (SIGTERM), and makes it when it has not after `graceMs` (SIGKILL).
    void stop(int graceMs);

private:
    explicit ChildProcess(pid_t pid)
        : m_pid(pid)
    {}
    void killGroup(int signal) const;

    pid_t m_pid;
    std::optional<int> m_exitCode;
};

} // namespace inflight
