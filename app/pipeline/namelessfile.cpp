// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/namelessfile.h"

#include <fcntl.h>
#include <unistd.h>

#include <QFile>

namespace inflight {

int openNameless(const QString &folder)
{
    constexpr mode_t everybody = 0666; // less what the umask takes
    return ::open(QFile::encodeName(folder).constData(), O_TMPFILE | O_RDWR | O_CLOEXEC, everybody);
}

// Naming an open file by its descriptor alone takes rights that processes lack: open(2), O_TMPFILE.
bool giveName(int descriptor, const QString &path)
{
    const QByteArray open = "/proc/self/fd/" + QByteArray::number(descriptor);
    return ::fdatasync(descriptor) == 0 &&
           ::linkat(AT_FDCWD, open.constData(), AT_FDCWD, QFile::encodeName(path).constData(),
                    AT_SYMLINK_FOLLOW) == 0;
}

} // namespace inflight
