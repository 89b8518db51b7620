// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/fuzzing.h"
#include "pipeline/content/json.h"

#include <nlohmann/json.hpp>

using namespace inflight;
using namespace inflight::fuzzing;
using namespace Qt::StringLiterals;

namespace {

/// What the other parser refuses although it is in the grammar: numbers too large to store, lone surrogates.
bool cannotCompare(const QByteArray &text)
{
    return text.contains("\\u") || text.contains('e') || text.contains('E') || text.size() > 300;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text = Input(data, size).rest();
    const JsonVerdict verdict = checkJson(text, {});
    const bool valid = std::holds_alternative<JsonSummary>(verdict);
    if (const auto *const fault = std::get_if<JsonFault>(&verdict)) {
        require(fault->offset >= 0 && fault->offset <= text.size(), "a fault is in the text");
        require(fault->line >= 1 && fault->column >= 1 && !fault->message.isEmpty(), "it says where");
    }
    // The other parser passes over a byte order mark and ends at a zero byte.
    if (text.startsWith("\xef\xbb\xbf") || text.contains('\0'))
        return 0;
    const bool others = nlohmann::json::accept(text.begin(), text.end());
    require(valid || !others, "what another parser takes is taken");
    require(others || !valid || cannotCompare(text), "what another parser refuses is refused");
    return 0;
}
