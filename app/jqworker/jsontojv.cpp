// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jsontojv.h"

#include <utility>

namespace inflight {

namespace dom = simdjson::dom;

namespace {

/// Less than jq's own limit (256), so that it is jq that complains of what is nested deeper.
constexpr int mostNested = 200;
constexpr std::size_t mostKeys = 4096;
constexpr std::size_t longestKey = 64;

jv stringOf(std::string_view text)
{
    return jv_string_sized(text.data(), static_cast<int>(text.size()));
}

/// Whether there may be a −0 among its numbers: to simdjson that is the whole number 0.
bool mayHaveNegativeZero(std::string_view json)
{
    constexpr std::string_view numbersGoOn = ".eE0123456789";
    for (std::size_t at = json.find("-0"); at != json.npos; at = json.find("-0", at + 2)) {
        if (at + 2 == json.size() || numbersGoOn.find(json[at + 2]) == numbersGoOn.npos)
            return true;
    }
    return false;
}

} // namespace

Value &Value::operator=(Value &&other) noexcept
{
    std::swap(m_value, other.m_value);
    return *this;
}

jv Value::take()
{
    return std::exchange(m_value, jv_null());
}

JsonToJv::~JsonToJv()
{
    forgetKeys();
}

void JsonToJv::forgetKeys()
{
    for (const auto &[name, key] : m_keys)
        jv_free(key);
    m_keys.clear();
}

std::optional<jv> JsonToJv::read(const std::string &json)
try {
    if (m_keys.size() > mostKeys)
        forgetKeys();
    if (mayHaveNegativeZero(json))
        return std::nullopt;
    return valueOf(m_parser.parse(json), 0).take();
} catch (const simdjson::simdjson_error &) {
    return std::nullopt;
}

Value JsonToJv::valueOf(const dom::element &json, int depth)
{
    if (depth > mostNested)
        throw simdjson::simdjson_error(simdjson::DEPTH_ERROR);
    switch (json.type()) {
    case dom::element_type::ARRAY:
        return arrayOf(json, depth);
    case dom::element_type::OBJECT:
        return objectOf(json, depth);
    case dom::element_type::STRING:
        return Value(stringOf(std::string_view(json)));
    case dom::element_type::INT64:
    case dom::element_type::UINT64:
    case dom::element_type::DOUBLE:
        return Value(jv_number(double(json)));
    case dom::element_type::BOOL:
        return Value(jv_bool(bool(json)));
    case dom::element_type::NULL_VALUE:
        break;
    }
    return Value(jv_null());
}

Value JsonToJv::arrayOf(const dom::array &json, int depth)
{
    Value list(jv_array_sized(static_cast<int>(json.size())));
    int place = 0;
    for (const dom::element item : json) {
        Value value = valueOf(item, depth + 1);
        list = Value(jv_array_set(list.take(), place++, value.take()));
    }
    return list;
}

Value JsonToJv::objectOf(const dom::object &json, int depth)
{
    Value object(jv_object());
    for (const dom::key_value_pair field : json) {
        Value value = valueOf(field.value, depth + 1);
        object = Value(jv_object_set(object.take(), keyOf(field.key), value.take()));
    }
    return object;
}

jv JsonToJv::keyOf(std::string_view name)
{
    if (name.size() > longestKey || m_keys.size() > mostKeys)
        return stringOf(name);
    const auto [entry, isNew] = m_keys.try_emplace(std::string(name), jv_null());
    if (isNew)
        entry->second = stringOf(name);
    return jv_copy(entry->second);
}

} // namespace inflight
