// SPDX-FileCopyrightText: 2026 The Inflight authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "jobs/packing.h"

#include <cmath>
#include <utility>

namespace inflight {

namespace {

constexpr double nanosecondsPerMs = 1e6;
constexpr unsigned bitsPerByte = 7;
constexpr quint64 moreFollows = 0x80;

} // namespace

void Packer::putNumber(quint64 number)
{
    for (; number >= moreFollows; number >>= bitsPerByte)
        m_out.append(static_cast<char>(number | moreFollows));
    m_out.append(static_cast<char>(number));
}

void Packer::put(QByteArrayView bytes)
{
    putNumber(static_cast<quint64>(bytes.size()));
    m_out.append(bytes);
}

void Packer::put(const QString &text)
{
    if (text.isEmpty())
        putNumber(0);
    else
        put(QByteArrayView(text.toUtf8()));
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
    const QByteArray packed(m_out.constData(), m_out.size()); // without spare room
    m_out.resize(0);
    return packed;
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
