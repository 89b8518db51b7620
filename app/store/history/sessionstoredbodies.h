// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jobs/storedbodies.h"
#include "store/session/sessionreader.h"

#include <QThreadPool>

#include <memory>

namespace inflight {

/// The bodies in a session, read one after the other.
class SessionStoredBodies final : public StoredBodies
{
public:
    explicit SessionStoredBodies(QString path);
    /// Waits for what is being read.
    ~SessionStoredBodies() override;

    [[nodiscard]] QFuture<std::optional<ReceivedBody>> find(JobId id) override;

private:
    [[nodiscard]] std::optional<ReceivedBody> read(JobId id);

    const QString m_path;
    std::unique_ptr<SessionBodyReader> m_reader; ///< the pool's one thread: a database belongs to one
    QThreadPool m_pool;
};

} // namespace inflight
