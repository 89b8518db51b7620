// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "async/outcome.h"
#include "pipeline/body.h"
#include "pipeline/payload.h"
#include "pipeline/stage.h"

#include <QByteArrayView>

#include <functional>

namespace inflight {

/// `json` (RFC 8259, valid) without white space between its tokens: it then stands on one line.
[[nodiscard]] QByteArray compactJson(QByteArrayView json);
/// `text` as a JSON string; what is not UTF-8 becomes U+FFFD.
[[nodiscard]] QByteArray jsonString(QByteArrayView text);

/// Collects JSON values, one a line (https://github.com/ndjson/ndjson-spec), on disk past a MiB: any number
/// of them in little memory, their numbers and the order of their keys as they came. One thread at a time.
class ValuesWriter
{
public:
    /// At most `limit` bytes of them; 0: no limit.
    explicit ValuesWriter(qint64 limit);

    /// `json` must be valid; it is written as compactJson(). Fault too_large or write.
    [[nodiscard]] std::optional<Fault> append(QByteArrayView json);
    /// The same for `count` values that are written that way already, one a line.
    [[nodiscard]] std::optional<Fault> appendLines(const Body &lines, qint64 count);
    [[nodiscard]] qint64 count() const { return m_count; }
    /// Puts them into `payload`. The writer is spent.
    [[nodiscard]] Outcome<Done> finish(Payload &payload);

private:
    BodyWriter m_body;
    qint64 m_count = 0;
};

/// The payload's value, or the list of its values where there are none or several, as JSON; empty when there
/// are none at all or they take more than `limit` bytes.
[[nodiscard]] QByteArray outputJson(const Payload &payload, qint64 limit);

/// Gives the payload's values one by one to `work` with their place from 0, reporting bytes as progress,
/// until `work` answers false or the stage is stopped. Whether all were given.
[[nodiscard]] bool forEachValue(const Payload &payload, const StageContext &context,
                                const std::function<bool(QByteArrayView json, qint64 index)> &work);

} // namespace inflight
