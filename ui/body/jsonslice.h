// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QList>

#include <stop_token>

namespace inflight {

/// What a JSON value is. A sequence is a text of values one after the other, one of them as a rule.
enum class JsonType : quint8 { Sequence, Object, Array, String, Number, Word };

[[nodiscard]] constexpr bool isContainer(JsonType type)
{
    return type <= JsonType::Array;
}

/// A value in a JSON text: places in it, no copy.
struct JsonPart
{
    JsonType type = JsonType::Word;
    qint64 keyBegin = -1; ///< of a member of an object: its name, quotes included
    qint64 keyEnd = -1;
    qint64 begin = 0;
    qint64 end = 0;
    qint64 count = 0; ///< of an object or array: its members
};

/// Some members of a container, in order.
struct JsonSlice
{
    QList<JsonPart> parts;
    qint64 next = 0;       ///< where the members after these begin
    bool complete = false; ///< there are no more
    bool broken = false;   ///< what follows at `next` is no JSON
};

/// The next members, at most `most` of them, of the container of `type` that reaches to `end` (the end of the
/// text for a sequence). `from`: where it begins, or JsonSlice::next. Members are gone over without being
/// taken apart; no recursion, whatever their depth. Well-formed text is taken for granted as far as that
/// shows nothing else. Incomplete when stopped.
[[nodiscard]] JsonSlice jsonSlice(QByteArrayView text, JsonType type, qint64 from, qint64 end, int most,
                                  const std::stop_token &stop);

} // namespace inflight
