// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoroTask>

#include <QTest>

#include <exception>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace inflight {

namespace detail {

/// Shared by the test and the coroutine, for the test may give up first.
template <typename T>
struct TaskRun
{
    std::optional<T> value;
    std::exception_ptr thrown;
    bool over = false;
};

struct Nothing
{};

template <typename T>
QCoro::Task<> watchTask(QCoro::Task<T> task, std::shared_ptr<TaskRun<T>> run)
{
    try {
        T value = co_await task;
        run->value.emplace(std::move(value));
    } catch (...) {
        run->thrown = std::current_exception();
    }
    run->over = true;
}

inline QCoro::Task<> watchVoidTask(QCoro::Task<> task, std::shared_ptr<TaskRun<Nothing>> run)
{
    try {
        co_await task;
        run->value.emplace();
    } catch (...) {
        run->thrown = std::current_exception();
    }
    run->over = true;
}

void warnOfEnd(const std::exception_ptr &thrown, int timeoutMs);

template <typename T>
std::optional<T> takeResult(TaskRun<T> &run, int timeoutMs)
{
    const bool over = QTest::qWaitFor([&run] { return run.over; }, timeoutMs);
    if (!over || run.thrown)
        warnOfEnd(run.thrown, timeoutMs);
    return std::move(run.value);
}

} // namespace detail

/// Runs the event loop until `task` is over; its value. Nothing, with a warning, when it threw or took longer
/// than `timeoutMs`; it then goes on by itself and harms nobody.
template <typename T>
requires(!std::is_void_v<T>) [[nodiscard]] std::optional<T> runTask(QCoro::Task<T> task, int timeoutMs = 5000)
{
    const auto run = std::make_shared<detail::TaskRun<T>>();
    detail::watchTask(std::move(task), run);
    return detail::takeResult(*run, timeoutMs);
}

/// The same for a task without a value: whether it came to its end.
[[nodiscard]] inline bool runTask(QCoro::Task<> task, int timeoutMs = 5000)
{
    const auto run = std::make_shared<detail::TaskRun<detail::Nothing>>();
    detail::watchVoidTask(std::move(task), run);
    return detail::takeResult(*run, timeoutMs).has_value();
}

} // namespace inflight
