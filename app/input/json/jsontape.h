// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace inflight {

/// JSON values one after the other (RFC 8259; a text may hold several), as a flat list of where everything
/// stands: numbers keep their digits, objects the order of their keys, and every value knows its line. What
/// comes before a fault is there. Linear in time; refers to the text, which must live as long.
class JsonTape
{
public:
    enum class Type : quint8 { Object, Array, String, Number, Word };

    struct Node
    {
        int from = 0; ///< of a string: after its quote
        int to = 0;   ///< of a string: before its quote
        int next = 0; ///< the node after this one and all that is in it
        int line = 0;
        Type type = Type::Word;
        bool isKey = false;
        bool escaped = false; ///< of a string: it has escapes
        bool whole = true;    ///< false: a fault came before its end
    };

    /// Where a text stops to be JSON.
    struct Fault
    {
        int line = 0;    ///< counting from 1
        QString message; ///< a translated clause
    };

    /// Values may be as deep as `mostDepth`.
    static constexpr std::size_t mostDepth = 256;

    /// `firstLine`: the number of the text's first line.
    explicit JsonTape(QStringView text, int firstLine = 1);

    [[nodiscard]] const std::optional<Fault> &fault() const { return m_fault; }
    [[nodiscard]] int size() const { return static_cast<int>(m_nodes.size()); }
    [[nodiscard]] const Node &node(int index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    [[nodiscard]] QStringView text(int index) const
    {
        const Node &its = node(index);
        return m_text.sliced(its.from, its.to - its.from);
    }

private:
    class Parser;

    QStringView m_text;
    std::vector<Node> m_nodes;
    std::optional<Fault> m_fault;
};

/// One value of a tape; a light handle.
class JsonValue
{
public:
    JsonValue(const JsonTape &tape, int index)
        : m_tape(&tape)
        , m_index(index)
    {}

    [[nodiscard]] bool isObject() const { return type() == JsonTape::Type::Object; }
    [[nodiscard]] bool isArray() const { return type() == JsonTape::Type::Array; }
    [[nodiscard]] bool isString() const { return type() == JsonTape::Type::String; }
    [[nodiscard]] bool isNumber() const { return type() == JsonTape::Type::Number; }
    [[nodiscard]] bool isWhole() const { return m_tape->node(m_index).whole; }
    [[nodiscard]] int line() const { return m_tape->node(m_index).line; }
    /// As it is written; of a string: without quotes, escapes as they are.
    [[nodiscard]] QStringView written() const { return m_tape->text(m_index); }
    /// Of a string, with its escapes undone; empty for anything else.
    [[nodiscard]] QString string() const;

    /// Calls `visit(value)` for each item of an array, `visit(key, value)` for each member of an object.
    template <typename Visit>
    void eachItem(Visit visit) const
    {
        for (int at = m_index + 1; at < end(); at = m_tape->node(at).next)
            visit(JsonValue(*m_tape, at));
    }
    template <typename Visit>
    void eachMember(Visit visit) const
    {
        for (int at = m_index + 1; at + 1 < end(); at = m_tape->node(at + 1).next)
            visit(JsonValue(*m_tape, at), JsonValue(*m_tape, at + 1));
    }
    /// The first member of an object with that key, capitals and small letters alike.
    [[nodiscard]] std::optional<JsonValue> member(QLatin1StringView key) const;

private:
    [[nodiscard]] JsonTape::Type type() const { return m_tape->node(m_index).type; }
    [[nodiscard]] int end() const { return m_tape->node(m_index).next; }

    const JsonTape *m_tape;
    int m_index;
};

} // namespace inflight
