// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/history/sessionstoredbodies.h"

#include <QtConcurrentRun>

namespace inflight {

SessionStoredBodies::SessionStoredBodies(QString path)
    : m_path(std::move(path))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setExpiryTimeout(-1);
}

SessionStoredBodies::~SessionStoredBodies()
{
    m_pool.start([this] { m_reader.reset(); });
    m_pool.waitForDone();
}

QFuture<std::optional<ReceivedBody>> SessionStoredBodies::find(JobId id)
{
    return QtConcurrent::run(&m_pool, [this, id] { return read(id); });
}

std::optional<ReceivedBody> SessionStoredBodies::read(JobId id)
{
    if (!m_reader)
        m_reader = std::make_unique<SessionBodyReader>(m_path);
    const std::optional<StoredBody> stored = m_reader->body(id);
    return stored ? std::optional(ReceivedBody{stored->body, stored->contentEncoding}) : std::nullopt;
}

} // namespace inflight
