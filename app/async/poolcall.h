// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoro/QCoroFuture>
#include <QCoro/QCoroTask>
#include <QUnhandledException>
#include <QtConcurrent>

#include <exception>
#include <stop_token>

namespace inflight {

/// Runs `work(stop)` on `pool` and gives its value back on the caller's thread. `work` is a copyable callable
/// that polls its token; the call always waits for it, so that it never outlives the caller's frame. An
/// exception out of `work` is rethrown to the caller.
template <typename Work>
QCoro::Task<std::invoke_result_t<Work, std::stop_token>> callInPool(QThreadPool *pool, Work work,
                                                                    std::stop_token stop)
{
    using Result = std::invoke_result_t<Work, std::stop_token>;
    // A statement of its own: g++ 12 destroys captures twice when the call is part of the awaiting
    // expression.
    QFuture<Result> future = QtConcurrent::run(pool, std::move(work), stop);
    try {
        Result result = co_await future;
        co_return result;
    } catch (const QUnhandledException &wrapped) {
        // QtConcurrent wraps what is no QException.
        if (wrapped.exception())
            std::rethrow_exception(wrapped.exception());
        throw;
    }
}

} // namespace inflight
