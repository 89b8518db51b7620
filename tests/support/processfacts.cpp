// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/processfacts.h"

#include <QFile>
#include <QList>

#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>
#include <iterator>

using namespace Qt::StringLiterals;

namespace inflight {

namespace {

int entriesOf(const char *folder)
{
    const std::filesystem::directory_iterator first(folder);
    return static_cast<int>(std::distance(first, std::filesystem::directory_iterator()));
}

qint64 softLimit()
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    return static_cast<qint64>(limit.rlim_cur);
}

void setSoftLimit(rlim_t descriptors)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = descriptors;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

int openFileDescriptors()
{
    return entriesOf("/proc/self/fd") - 1; // the one that reads the folder
}

int processThreads()
{
    return entriesOf("/proc/self/task");
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

qint64 raiseDescriptorLimit(qint64 wanted)
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < static_cast<rlim_t>(wanted))
        setSoftLimit(qMin(static_cast<rlim_t>(wanted), limit.rlim_max));
    return softLimit();
}

DescriptorLimit::DescriptorLimit(qint64 most)
    : m_before(softLimit())
{
    setSoftLimit(static_cast<rlim_t>(most));
}

DescriptorLimit::~DescriptorLimit()
{
    setSoftLimit(static_cast<rlim_t>(m_before));
}

} // namespace inflight
