// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <type_traits>
#include <utility>

namespace inflight {

/// Makes `work()` on `pool` and, back on this thread, which is that of `receiver`, `then(result)`, unless
/// `receiver` is gone by then or the pool was cleared before. A watcher, and not QFuture::then(): Qt 6.4
/// looks at the context of a continuation from the other thread, which may have gone meanwhile.
template <typename Work, typename Then>
void workBehind(QThreadPool *pool, QObject *receiver, Work work, Then then)
{
    auto *const watcher = new QFutureWatcher<std::invoke_result_t<Work>>(receiver);
    QObject::connect(watcher, &QFutureWatcherBase::finished, receiver,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         if (!watcher->isCanceled())
                             then(watcher->result());
                     });
    watcher->setFuture(QtConcurrent::run(pool, std::move(work)));
}

} // namespace inflight
