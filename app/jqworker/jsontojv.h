// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <simdjson.h>

extern "C" {
#include <jv.h>
}

namespace inflight {

/// A value of jq's that is freed with its owner.
class Value
{
public:
    explicit Value(jv value)
        : m_value(value)
    {}
    Value(Value &&other) noexcept
        : m_value(other.take())
    {}
    Value(const Value &) = delete;
    Value &operator=(const Value &) = delete;
    Value &operator=(Value &&other) noexcept;
    ~Value() { jv_free(m_value); }

    /// Hands it over.
    [[nodiscard]] jv take();

private:
    jv m_value;
};

/// Makes JSON a value of jq's, several times as fast as jq's own parser, which looks at it byte by byte.
/// Where that one might see something else in it than simdjson does, nothing comes of it: it is jq's to read
/// then.
class JsonToJv
{
public:
    ~JsonToJv();
    /// `json` needs spare room behind it (roomFor()).
    [[nodiscard]] std::optional<jv> read(const std::string &json);
    /// What a text of so many bytes is to reserve.
    [[nodiscard]] static std::size_t roomFor(std::size_t size) { return size + simdjson::SIMDJSON_PADDING; }

private:
    [[nodiscard]] Value valueOf(const simdjson::dom::element &json, int depth);
    [[nodiscard]] Value arrayOf(const simdjson::dom::array &json, int depth);
    [[nodiscard]] Value objectOf(const simdjson::dom::object &json, int depth);
    [[nodiscard]] jv keyOf(std::string_view name);
    void forgetKeys();

    simdjson::dom::parser m_parser;
    /// Names that objects have alike are one string each, whose hash jq takes once.
    std::unordered_map<std::string, jv> m_keys;
};

} // namespace inflight
