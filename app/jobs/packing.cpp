// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/packing.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace inflight {

namespace {

constexpr double nanosecondsPerMs = 1e6;
constexpr unsigned bitsPerByte = 7;
constexpr quint64 moreFollows = 0x80;
constexpr qsizetype mostPerNumber = 10;
constexpr char16_t lastOfAscii = 0x7F;
constexpr quint8 noDigit = 0xF0;

/// By character: what a digit of lower-case hexadecimal is worth.
constexpr auto hexDigits = [] {
    std::array<quint8, 256> worth{};
    worth.fill(noDigit);
    for (quint8 digit = 0; digit < 16; ++digit)
        worth[static_cast<quint8>("0123456789abcdef"[digit])] = digit;
    return worth;
}();

quint8 digitOf(char hex)
{
    return hexDigits[static_cast<quint8>(hex)];
}

bool isHexadecimal(QByteArrayView text)
{
    quint8 all = 0;
    for (const char character : text)
        all |= digitOf(character);
    return text.size() % 2 == 0 && all < noDigit;
}

} // namespace

void Packer::putNumber(quint64 number)
{
    char *const begin = claim(mostPerNumber);
    char *at = begin;
    for (; number >= moreFollows; number >>= bitsPerByte)
        *at++ = static_cast<char>(number | moreFollows);
    *at++ = static_cast<char>(number);
    m_size -= static_cast<std::size_t>(mostPerNumber - (at - begin));
}

void Packer::put(QByteArrayView bytes)
{
    putNumber(static_cast<quint64>(bytes.size()));
    std::copy(bytes.begin(), bytes.end(), claim(bytes.size()));
}

/// Most are ASCII, which is UTF-8 as it is.
void Packer::put(const QString &text)
{
    const std::size_t before = m_size;
    putNumber(static_cast<quint64>(text.size()));
    char *at = claim(text.size());
    char16_t all = 0;
    for (const QChar character : text) {
        all = static_cast<char16_t>(all | character.unicode());
        *at++ = static_cast<char>(character.unicode());
    }
    if (all <= lastOfAscii)
        return;
    m_size = before;
    put(QByteArrayView(text.toUtf8()));
}

void Packer::putHex(QByteArrayView hex)
{
    const bool isHex = isHexadecimal(hex);
    put(isHex);
    if (!isHex)
        return put(hex);
    putNumber(static_cast<quint64>(hex.size() / 2));
    char *const out = claim(hex.size() / 2);
    for (qsizetype at = 0; at < hex.size(); at += 2)
        out[at / 2] = static_cast<char>(digitOf(hex[at]) << 4 | digitOf(hex[at + 1]));
}

void Packer::put(double ms)
{
    put(static_cast<qint64>(std::llround(ms * nanosecondsPerMs)));
}

void Packer::put(const QDateTime &moment)
{
    put(moment.isValid() ? std::optional(moment.toMSecsSinceEpoch()) : std::nullopt);
}

QByteArray Packer::take()
{
    return {m_out.data(), static_cast<qsizetype>(std::exchange(m_size, 0))}; // without spare room
}

quint64 Unpacker::number()
{
    quint64 number = 0;
    for (unsigned shift = 0;; shift += bitsPerByte) {
        Q_ASSERT(!m_rest.isEmpty());
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest = m_rest.sliced(1);
        number |= (byte & (moreFollows - 1)) << shift;
        if (byte < moreFollows)
            return number;
    }
}

qint64 Unpacker::signedNumber()
{
    const quint64 folded = number();
    return static_cast<qint64>((folded >> 1) ^ (~(folded & 1) + 1));
}

QByteArrayView Unpacker::bytes()
{
    const auto size = static_cast<qsizetype>(number());
    const QByteArrayView found = m_rest.first(size);
    m_rest = m_rest.sliced(size);
    return found;
}

QByteArray Unpacker::hex()
{
    const bool isHex = get<bool>();
    const QByteArray found = bytes().toByteArray();
    return isHex ? found.toHex() : found;
}

double Unpacker::get(std::type_identity<double>)
{
    return static_cast<double>(signedNumber()) / nanosecondsPerMs;
}

QDateTime Unpacker::get(std::type_identity<QDateTime>)
{
    const auto moment = get<std::optional<qint64>>();
    return moment ? QDateTime::fromMSecsSinceEpoch(*moment, Qt::UTC) : QDateTime();
}

} // namespace inflight
