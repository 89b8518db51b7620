// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/openfiles.h"

#include <QtGlobal>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace inflight {

void allowManyOpenFiles()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
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
