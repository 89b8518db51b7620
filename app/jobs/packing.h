// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDateTime>
#include <QString>

#include <concepts>
#include <optional>
#include <type_traits>
#include <vector>

namespace inflight {

// Values one behind the other in little room, for this process alone: small numbers take a byte, an absent
// value takes one, texts are UTF-8. Nothing says what they are: who reads asks for them in the order in which
// they were written.

/// Writes them. Keeps its memory from one take() to the next.
class Packer
{
public:
    /// Seven bits a byte, the lowest first; of signed numbers those near 0 are short.
    template <std::unsigned_integral Number>
    void put(Number number)
    {
        putNumber(number);
    }
    template <std::signed_integral Number>
    void put(Number number)
    {
        const auto wide = static_cast<qint64>(number);
        putNumber((static_cast<quint64>(wide) << 1) ^ static_cast<quint64>(wide >> 63));
    }
    template <typename Enum>
    requires(std::is_enum_v<Enum>) void put(Enum value)
    {
        put(static_cast<std::underlying_type_t<Enum>>(value));
    }
    void put(QByteArrayView bytes);
    void put(const QByteArray &bytes) { put(QByteArrayView(bytes)); }
    void put(const QString &text);
    /// Lower-case hexadecimal digits in half their room, anything else as it is, for Unpacker::hex().
    void putHex(QByteArrayView hex);
    /// Milliseconds with their nanoseconds; more than those is lost.
    void put(double ms);
    /// In UTC, with milliseconds.
    void put(const QDateTime &moment);
    template <typename Value>
    void put(const std::optional<Value> &value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }

    /// What was written; the packer is empty then.
    [[nodiscard]] QByteArray take();

private:
    static constexpr std::size_t firstRoom = 512;

    void putNumber(quint64 number);
    /// Room for so many bytes behind what is written, to be filled by the caller.
    char *claim(qsizetype bytes)
    {
        const std::size_t before = m_size;
        m_size += static_cast<std::size_t>(bytes);
        if (m_size > m_out.size()) [[unlikely]]
            m_out.resize(2 * m_size);
        return m_out.data() + before;
    }

    /// Written to by hand: most pieces are a byte or two.
    std::vector<char> m_out = std::vector<char>(firstRoom);
    std::size_t m_size = 0;
};

/// Reads what a Packer wrote, which must outlive it.
class Unpacker
{
public:
    explicit Unpacker(QByteArrayView packed)
        : m_rest(packed)
    {}

    [[nodiscard]] QByteArray hex();
    template <typename Value>
    [[nodiscard]] Value get()
    {
        if constexpr (std::is_enum_v<Value>)
            return static_cast<Value>(get<std::underlying_type_t<Value>>());
        else if constexpr (std::unsigned_integral<Value>)
            return static_cast<Value>(number());
        else if constexpr (std::signed_integral<Value>)
            return static_cast<Value>(signedNumber());
        else
            return get(std::type_identity<Value>());
    }

private:
    [[nodiscard]] quint64 number();
    [[nodiscard]] qint64 signedNumber();
    [[nodiscard]] QByteArrayView bytes();
    [[nodiscard]] QByteArray get(std::type_identity<QByteArray>) { return bytes().toByteArray(); }
    [[nodiscard]] QString get(std::type_identity<QString>) { return QString::fromUtf8(bytes()); }
    [[nodiscard]] double get(std::type_identity<double>);
    [[nodiscard]] QDateTime get(std::type_identity<QDateTime>);
    template <typename Value>
    [[nodiscard]] std::optional<Value> get(std::type_identity<std::optional<Value>>)
    {
        return get<bool>() ? std::optional<Value>(get<Value>()) : std::nullopt;
    }

    QByteArrayView m_rest;
};

} // namespace inflight
