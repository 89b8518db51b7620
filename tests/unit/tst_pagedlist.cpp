// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/pagedlist.h"

#include <QTest>

#include <tuple>

using namespace inflight;

namespace {

/// Counts those that there are.
class Counted
{
public:
    Counted()
        : Counted(0)
    {}
    explicit Counted(int number)
        : m_number(number)
    {
        ++s_alive;
    }
    Counted(const Counted &other)
        : m_number(other.m_number)
    {
        ++s_alive;
    }
    Counted &operator=(const Counted &) = default;
    ~Counted() { --s_alive; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] static int alive() { return s_alive; }

private:
    int m_number;
    static inline int s_alive = 0;
};

constexpr int page = PagedList<Counted>::pageSize;

PagedList<Counted> numbered(int count)
{
    PagedList<Counted> list;
    for (int i = 0; i < count; ++i)
        list.append(Counted(i + 1));
    return list;
}

} // namespace

class TestPagedList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatWasAppended()
    {
        const PagedList<Counted> list = numbered(2 * page + 5);
        QCOMPARE(list.size(), std::size_t(2 * page + 5));
        for (const int index : {0, 1, page - 1, page, 2 * page - 1, 2 * page, 2 * page + 4})
            QCOMPARE(list[static_cast<std::size_t>(index)].number(), index + 1);
    }

    void whatIsForgottenTakesNoMemory()
    {
        PagedList<Counted> list = numbered(2 * page + 5);
        std::ignore = list[0]; // what stands for all that are forgotten
        const int before = Counted::alive();
        for (int index = 2 * page + 4; index > 0; --index)
            list.forget(static_cast<std::size_t>(index));
        list.forget(7); // once more
        QVERIFY2(before - Counted::alive() == page, "only the page of which nothing is left has gone");
        QCOMPARE(list[0].number(), 1);
        QCOMPARE(list[page].number(), 0);
        list.forget(0);
        QCOMPARE(before - Counted::alive(), 2 * page);

        list.append(Counted(42)); // the last page has room, and stays
        QCOMPARE(list[2 * page + 5].number(), 42);
        QCOMPARE(list.size(), std::size_t(2 * page + 6));
    }

    void whatIsForgottenCanBeSetAgain()
    {
        PagedList<Counted> list = numbered(page);
        for (std::size_t index = 0; index < page; ++index)
            list.forget(index);
        list.set(3, Counted(33));
        QCOMPARE(list[3].number(), 33);
        QCOMPARE(list[4].number(), 0);
        const int before = Counted::alive();
        list.forget(3);
        QCOMPARE(before - Counted::alive(), page);
    }
};

QTEST_GUILESS_MAIN(TestPagedList)
#include "tst_pagedlist.moc"
