// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

namespace inflight {

/// Tells a connection's good end (FIN) from a reset. Qt reports both as "the remote host closed", and has
/// closed its descriptor by then; for a body that ends with its connection that is the difference between
/// whole and cut off. So this holds a duplicate, which keeps the connection open until it is destroyed.
class PeerClose
{
    Q_DISABLE_COPY_MOVE(PeerClose)

public:
    explicit PeerClose(qintptr socketDescriptor);
    ~PeerClose();
    /// After the connection ended; true where it cannot be told.
    [[nodiscard]] bool wasOrderly() const;

private:
    int m_duplicate = -1;
};

} // namespace inflight
