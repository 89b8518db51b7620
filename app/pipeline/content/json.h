// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <variant>

#include <QByteArrayView>
#include <QString>

#include "async/outcome.h"
#include "pipeline/stage.h"

namespace inflight {

/// What a JSON text is at its top level.
struct JsonSummary
{
    enum class Type : quint8 { Object, Array, String, Number, True, False, Null };
    Type type = Type::Null;
    qint64 count = 0; ///< members of an object, items of an array, characters of a string

    /// For a person: "object, 4 keys", "string, 12 characters", "true".
    [[nodiscard]] QString text() const;
};

/// Why and where a text is not JSON.
struct JsonFault
{
    qint64 offset = 0; ///< of the first byte that cannot be
    qint64 line = 1;   ///< from 1
    qint64 column = 1; ///< from 1, in characters
    QString message;   ///< translated: "line 3, column 14: expected a value, found “}”"
};

using JsonVerdict = std::variant<JsonSummary, JsonFault, Cancelled>;

/// Says whether `text` is JSON exactly as RFC 8259 has it: any value at the top, nothing after it,
/// well-formed UTF-8, no byte order mark. Numbers of any size and escapes of lone surrogates are in its
/// grammar and are taken (the packaged parsers refuse them, since they have to store a value). The one limit
/// (RFC 8259, section 9) is `jsonDepthLimit`. Reads the text once, in memory that grows by a bit a level;
/// polls stop, reports progress in bytes.
[[nodiscard]] JsonVerdict checkJson(QByteArrayView text, const StageContext &context);

/// Arrays and objects inside each other at most.
inline constexpr qsizetype jsonDepthLimit = 10'000'000;

} // namespace inflight
