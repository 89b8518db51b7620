// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/mapping.h"

#include <utility>

#include <sys/mman.h>
#include <unistd.h>

namespace inflight {

namespace {

qint64 pageSize()
{
    static const qint64 size = ::sysconf(_SC_PAGESIZE);
    return size;
}

} // namespace

Mapping::Mapping(int descriptor, qint64 size, QString file)
    : m_size(size)
    , m_file(std::move(file))
{
    void *const start = ::mmap(nullptr, static_cast<size_t>(size), PROT_READ, MAP_SHARED, descriptor, 0);
    if (start != MAP_FAILED) // NOLINT(performance-no-int-to-ptr): POSIX has it so
        m_start = static_cast<char *>(start);
}

Mapping::~Mapping()
{
    if (m_start)
        ::munmap(m_start, static_cast<size_t>(m_size));
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

} // namespace inflight
