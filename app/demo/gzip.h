// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace inflight {

/// `bytes` in the gzip format (RFC 1952): what Content-Encoding: gzip promises.
QByteArray gzipped(const QByteArray &bytes);

} // namespace inflight
