// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <array>
#include <bitset>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace inflight {

/// A list that only grows at its end and whose entries can be forgotten: they lie in pages, and a page goes
/// when all that it has room for was forgotten. So a run of any length takes no more memory than what of it
/// is of use. One thread at a time.
template <typename T>
class PagedList
{
public:
    static constexpr std::size_t pageSize = 1024;

    [[nodiscard]] std::size_t size() const { return m_size; }
    T &append(T value)
    {
        if (m_size % pageSize == 0)
            m_pages.push_back(std::make_unique<Page>());
        return m_pages.back()->entries[m_size++ % pageSize] = std::move(value);
    }
    /// One that was forgotten is as T is made.
    [[nodiscard]] const T &operator[](std::size_t index) const
    {
        static const T nothing{};
        const Page *const page = m_pages[index / pageSize].get();
        return page ? page->entries[index % pageSize] : nothing;
    }
    /// One that was not forgotten, to be changed.
    [[nodiscard]] T &at(std::size_t index)
    {
        Q_ASSERT(index < m_size && m_pages[index / pageSize]);
        return m_pages[index / pageSize]->entries[index % pageSize];
    }
    /// What it has from now on; one that was forgotten is no more.
    void set(std::size_t index, T value)
    {
        std::unique_ptr<Page> &page = m_pages[index / pageSize];
        if (!page) {
            page = std::make_unique<Page>();
            page->forgotten.set();
        }
        page->entries[index % pageSize] = std::move(value);
        page->forgotten.reset(index % pageSize);
    }
    void forget(std::size_t index)
    {
        std::unique_ptr<Page> &page = m_pages[index / pageSize];
        if (!page)
            return;
        page->entries[index % pageSize] = T{};
        page->forgotten.set(index % pageSize);
        if (page->forgotten.all())
            page.reset();
    }

private:
    struct Page
    {
        std::array<T, pageSize> entries{};
        std::bitset<pageSize> forgotten; ///< those to come are not
    };

    std::vector<std::unique_ptr<Page>> m_pages;
    std::size_t m_size = 0;
};

} // namespace inflight
