// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pipeline/stageoption.h"

#include <variant>

namespace inflight {

// Lists and maps as people write them in a box of lines. A list has one text a line; a map one "name: value"
// a line. A text that would not survive that (line breaks, white space at its ends, a quotation mark at its
// beginning, a colon in a name) is written as a JSON string. Values of JsonMap are JSON. Empty lines do not
// count.

/// `value` (of one of the types TextList, TextMap, JsonMap) as lines; a string, which none of them is, stands
/// for lines that could not be read and is given as it is.
QString linesFromValue(const QJsonValue &value, OptionType type);
/// What `lines` mean, or a translated sentence that names the line that cannot be read.
std::variant<QJsonValue, QString> valueFromLines(const QString &lines, OptionType type);

} // namespace inflight
