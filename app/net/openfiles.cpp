// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/openfiles.h"

#include <QtGlobal>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace inflight {

#ifdef Q_OS_UNIX
namespace {

/// Linux doubles a process's table of descriptors when the next one does not fit, and where threads share the
/// table, the one that opened it waits until no processor looks at the old one: 5 to 25 ms, measured at the
/// 65th, 129th, 257th connection (expand_fdtable() in its fs/file.c, synchronize_rcu()). A table never
/// shrinks, so a high descriptor makes room for all below it.
void makeRoomForDescriptors(rlim_t allowed)
{
    constexpr rlim_t room = 8192; // 64 KiB: a socket and a file for each of the most jobs in flight
    const int any = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (any < 0)
        return;
    const int high = ::fcntl(any, F_DUPFD_CLOEXEC, static_cast<int>(std::min(allowed, room)) - 1);
    if (high >= 0)
        ::close(high);
    ::close(any);
}

} // namespace
#endif

void allowManyOpenFiles()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    makeRoomForDescriptors(limit.rlim_cur);
#endif
}

int mostOpenSockets()
{
    // A thread takes three, a file of results one.
    constexpr quint64 reserve = 48;
    constexpr quint64 least = 8;
    constexpr quint64 most = 1'000'000;
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0)
        return static_cast<int>(std::clamp<quint64>(limit.rlim_cur, least + reserve, most) - reserve);
#endif
    return static_cast<int>(most);
}

} // namespace inflight
