// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace inflight {

/// Phase times of one attempt, in milliseconds; nothing where a phase did not happen or is not known.
struct PhaseTimes
{
    std::optional<double> queued;  ///< from being ready to start until the request was handed over
    std::optional<double> connect; ///< name look-up, connection and TLS; nothing on a reused connection
    std::optional<double> wait;    ///< request sent to first byte of the answer
    std::optional<double> receive; ///< first byte to last
    /// Of `connect`, the TLS handshake; nothing where it is not known apart.
    std::optional<double> tls = {};
};

} // namespace inflight
