// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/standardstreams.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace inflight {

void holdStandardStreams()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) != -1 || errno != EBADF)
            continue;
        // The lowest one that is free is this one. Opened for the opposite, so that using it fails.
        const int mode = descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        [[maybe_unused]] const int held = ::open("/dev/null", mode);
    }
}

} // namespace inflight
