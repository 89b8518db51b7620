// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/header.h"

#include <QByteArrayView>

#include <optional>

namespace inflight {

/// The part of a representation that an answer 206 carries (RFC 9110, section 14.4).
struct ContentRange
{
    qint64 first = 0;
    qint64 last = 0;    ///< at least `first`
    qint64 length = -1; ///< of the whole representation; -1: not known ("*")
    friend bool operator==(const ContentRange &, const ContentRange &) = default;
};

/// A Content-Range field in bytes; nothing when it is something else.
std::optional<ContentRange> parseContentRange(QByteArrayView field);

/// Whether an answer with these headers says that its resource can be asked for in byte ranges (RFC 9110,
/// section 14.3).
bool acceptsByteRanges(const HeaderList &headers);

/// What If-Range may carry to make sure that the rest is of the same representation, byte for byte: a strong
/// entity tag, or else a Last-Modified that lies so far before Date that the resource cannot have changed
/// twice within that second (RFC 9110, sections 8.8.2.2 and 13.1.5; a minute, as RFC 7232, section 2.2.2, had
/// it). Empty when there is neither, and where a weak tag says that the bytes may differ.
QByteArray rangeValidator(const HeaderList &headers);

} // namespace inflight
