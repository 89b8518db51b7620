// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/signals.h"

#include "cli/exitcode.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <ctime>

#include <sys/eventfd.h>
#include <unistd.h>

namespace inflight {

namespace {

constexpr qint64 sameWithinMs = 300;

// The handler may run on any thread, between any two instructions: nothing but atomics and system calls.
std::atomic<int> wakeDescriptor = -1;
std::atomic<qint64> firstSignalMs = -1;
static_assert(std::atomic<qint64>::is_always_lock_free && std::atomic<int>::is_always_lock_free);

qint64 nowMs()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<qint64>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

extern "C" void onInterrupt(int)
{
    const int savedError = errno;
    const qint64 now = nowMs();
    qint64 first = -1;
    if (firstSignalMs.compare_exchange_strong(first, now)) {
        const quint64 one = 1;
        [[maybe_unused]] const auto written = ::write(wakeDescriptor, &one, sizeof one);
    } else if (now - first >= sameWithinMs) {
        ::_exit(static_cast<int>(ExitCode::Interrupted));
    }
    errno = savedError;
}

void handle(void (*handler)(int))
{
    struct sigaction action
    {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

int openWakeDescriptor()
{
    Q_ASSERT(wakeDescriptor < 0);
    wakeDescriptor = ::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    return wakeDescriptor;
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent)
    : QObject(parent)
    , m_notifier(openWakeDescriptor(), QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier.setEnabled(false);
        Q_EMIT interrupted();
    });
    firstSignalMs = -1;
    handle(onInterrupt);
}

SignalWatcher::~SignalWatcher()
{
    handle(SIG_DFL);
    m_notifier.setEnabled(false);
    ::close(wakeDescriptor.exchange(-1));
}

void ignoreBrokenPipes()
{
    std::signal(SIGPIPE, SIG_IGN);
    // A file that may not grow (ulimit -f) is as a full disk, and not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
}

} // namespace inflight
