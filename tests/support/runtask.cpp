// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/runtask.h"

#include <QDebug>

namespace inflight::detail {

void warnOfEnd(const std::exception_ptr &thrown, int timeoutMs)
{
    if (!thrown) {
        qWarning("The task was not over after %d ms", timeoutMs);
        return;
    }
    try {
        std::rethrow_exception(thrown);
    } catch (const std::exception &error) {
        qWarning("The task threw: %s", error.what());
    } catch (...) {
        qWarning("The task threw something unknown");
    }
}

} // namespace inflight::detail
