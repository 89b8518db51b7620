// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/mapping.h"

#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "pipeline/namelessfile.h"

namespace inflight {

namespace {

qint64 pageSize()
{
    static const qint64 size = ::sysconf(_SC_PAGESIZE);
    return size;
}

} // namespace

Mapping::Mapping(int descriptor, qint64 size, MappedFile about)
    : m_size(size)
    , m_about(std::move(about))
{
    void *const start = ::mmap(nullptr, static_cast<size_t>(size), PROT_READ, MAP_SHARED, descriptor, 0);
    if (start != MAP_FAILED) // NOLINT(performance-no-int-to-ptr): POSIX has it so
        m_start = static_cast<char *>(start);
    if (m_start && m_about.isNameless)
        m_descriptor = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
}

Mapping::~Mapping()
{
    if (m_start)
        ::munmap(m_start, static_cast<size_t>(m_size));
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

void Mapping::fetch(qint64 from, qint64 to) const
{
#ifdef MADV_POPULATE_READ
    const qint64 start = from / pageSize() * pageSize();
    ::madvise(m_start + start, static_cast<size_t>(to - start), MADV_POPULATE_READ);
#endif
}

void Mapping::drop(qint64 from, qint64 to) const
{
    const qint64 start = from / pageSize() * pageSize();
    const qint64 end = to / pageSize() * pageSize();
    if (end > start)
        ::madvise(m_start + start, static_cast<size_t>(end - start), MADV_DONTNEED);
}

bool Mapping::linkTo(const QString &path) const
{
    return giveName(m_descriptor, path);
}

} // namespace inflight
