// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pipeline/mapping.h"

#include <utility>

#include <sys/mman.h>
#include <unistd.h>

namespace inflight {

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

void Mapping::drop(qint64 from, qint64 to) const
{
    static const qint64 page = ::sysconf(_SC_PAGESIZE);
    const qint64 start = from / page * page;
    const qint64 end = to / page * page;
    if (end > start)
        ::madvise(m_start + start, static_cast<size_t>(end - start), MADV_DONTNEED);
}

} // namespace inflight
