// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/outcome.h"
#include "async/scope.h"
#include "async/stopcause.h"

#include <QCoro/QCoroTask>

#include <functional>
#include <stop_token>
#include <vector>

namespace inflight {

/// A task that is not running yet.
template <typename T>
using TaskFactory = std::function<QCoro::Task<Outcome<T>>(std::stop_token)>;

namespace detail {

template <typename T>
QCoro::Task<> gatherInto(TaskFactory<T> factory, std::optional<Outcome<T>> *place, StopCause *others,
                         std::stop_token stop)
{
    QCoro::Task<Outcome<T>> task = factory(stop);
    Outcome<T> outcome = co_await task;
    if (outcome.failed())
        others->fail(outcome.fault());
    place->emplace(std::move(outcome));
}

} // namespace detail

/// Runs all tasks at once and gathers their values in the order of `factories`. The first failure stops the
/// others, and is the outcome; all are joined in every case.
template <typename T>
QCoro::Task<Outcome<std::vector<T>>> whenAll(Executor *executor, std::vector<TaskFactory<T>> factories,
                                             std::stop_token stop)
{
    StopCause cause(stop);
    std::vector<std::optional<Outcome<T>>> outcomes(factories.size());
    Scope scope(*executor);
    for (std::size_t i = 0; i < factories.size(); ++i) {
        auto child = [factory = factories[i], place = &outcomes[i], &cause](std::stop_token) {
            return detail::gatherInto<T>(factory, place, &cause, cause.token());
        };
        scope.spawn(std::move(child));
    }
    co_await scope.join();
    if (scope.firstException())
        std::rethrow_exception(scope.firstException());
    if (cause.fault())
        co_return Outcome<std::vector<T>>(*cause.fault());
    std::vector<T> values;
    values.reserve(outcomes.size());
    for (std::optional<Outcome<T>> &outcome : outcomes) {
        if (outcome->cancelled())
            co_return Outcome<std::vector<T>>(Cancelled());
        values.push_back(std::move(outcome->value()));
    }
    co_return Outcome<std::vector<T>>(std::move(values));
}

} // namespace inflight
