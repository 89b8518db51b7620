// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QByteArray>

class QUrl;

namespace inflight {

/// Whether a method or a header of a request would stay within its line.
bool fitsALine(const QByteArray &text);
/// `headers` as they are sent: those of one name as one, which says the same (RFC 9110, section 5.3), and not
/// those without a value.
HeaderList sentFields(const HeaderList &headers);
/// Path and query (RFC 9112, section 3.2.1).
QByteArray requestTarget(const QUrl &url);
/// Host, and the port where the URL names one (RFC 9110, section 7.2).
QByteArray requestHost(const QUrl &url);
/// Whether a field says where the body ends. That is said by whoever writes the body: two that disagree let
/// two servers see two requests in one (RFC 9112, section 11.2).
bool isOfFraming(const Header &field);
/// Whether a person asked for the body in chunks: Transfer-Encoding with "chunked" as its last coding.
bool wantsChunks(const HeaderList &fields);
/// A request whose method has a meaning for its body says that there is none (RFC 9110, section 8.6).
bool wantsLength(const QByteArray &method);

} // namespace inflight
